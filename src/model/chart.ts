/** A chart in a text: its figures with their names, in no format yet. */

import type { Literal } from 'unist';

export const CHART_FORMS = ['bar', 'line', 'dot', 'slope'] as const;

/**
 * How a chart is drawn: `bar` and `dot` compare places at the latest time, `line` follows them over all times, `slope`
 * from the first time to the last.
 */
export type ChartForm = (typeof CHART_FORMS)[number];

export interface Chart extends Literal {
  readonly type: 'chart';
  readonly form: ChartForm;
  /** What is shown, of where and of when, e.g. `Vacancy rate, Leeds, 2022 to 2024`. */
  readonly title: string;
  /** What the chart says, in words, for those who do not see it. */
  readonly value: string;
  /** The times of its figures, e.g. `2024`, the first first. */
  readonly periods: readonly string[];
  /** At least one. */
  readonly series: readonly Series[];
  /** What stands before and behind a number, e.g. `£` and nothing. */
  readonly unit: { readonly before: string; readonly after: string };
  /** The heading of the column of names in the chart's table. */
  readonly placeWord: string;
}

/** A place, with its figures. */
export interface Series {
  readonly name: string;
  /** Whether it is the one that the chart is about; the others are what it is compared with. */
  readonly own: boolean;
  /** One for each period. */
  readonly points: readonly Point[];
}

export interface Point {
  /** Null where there is none. */
  readonly value: number | null;
  /** As readers see it, e.g. `12.4%`; why there is none, where it is missing. */
  readonly shown: string;
}

/** A number on a chart's scale, as readers see it. */
export const showTick = (value: number, { unit: { before, after } }: Pick<Chart, 'unit'>): string =>
  `${value < 0 ? '−' : ''}${before}${Math.abs(value).toLocaleString('en-GB')}${after}`;

declare module 'mdast' {
  interface RootContentMap {
    chart: Chart;
  }
  interface TableData {
    /** What a table that was made of data is of, as its title. */
    caption?: string;
  }
}

/** A chart whose texts are set by a function; what it is drawn by stays. */
export const withTexts = (chart: Chart, set: (text: string) => string): Chart => ({
  ...chart,
  title: set(chart.title),
  value: set(chart.value),
  periods: chart.periods.map(set),
  series: chart.series.map(({ name, own, points }) => ({
    name: set(name),
    own,
    points: points.map(({ value, shown }) => ({ value, shown: set(shown) })),
  })),
});
