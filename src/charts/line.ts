import { line } from 'd3-shape';
import type { Element } from 'hast';
import { showTick, type Chart, type Point, type Series } from '../model/chart.ts';
import { endLabels, LINE, roomFor } from './labels.ts';
import { missingNames } from './missing.ts';
import { valuesOf, withTicks, type Scale } from './scale.ts';
import { across, dot, down, element, rule, text, type Drawing } from './svg.ts';

const [LEFT, RIGHT] = [11, 52];
const TOP = 1.4;
/** Of the scale, unless the labels need more. */
const HEIGHT = 10;

/** A line for each place over all times, above zero, with its name and its latest figure at its end. */
export const drawLines = (chart: Chart): Drawing => {
  const { series, periods } = chart;
  const named = series.flatMap((one) => endOf(one, periods) ?? []);
  const bottom = TOP + Math.max(HEIGHT, roomFor(named));
  const { scale, ticks } = withTicks(valuesOf(series), [bottom, TOP]);
  const at = (index: number): number =>
    periods.length < 2 ? RIGHT : LEFT + ((RIGHT - LEFT) * index) / (periods.length - 1);
  const ends = named.map(({ value, ...label }) => ({ ...label, y: scale(value) }));
  const missing = missingNames(
    series.filter(({ points }) => points.every(({ value }) => value === null)),
    { x: 0, y: bottom + 1.4 },
  );
  return {
    height: bottom + 1.6 + missing.length * LINE,
    children: [
      ...ticks.flatMap((tick) => [
        rule([0, scale(tick)], [RIGHT, scale(tick)], tick === 0 ? 'axis' : 'grid'),
        // Upon its line, so that it needs no room beside it, however large the letters.
        text(showTick(tick, chart), { x: 0, y: scale(tick) - 0.25, classes: ['tick'] }),
      ]),
      ...periods.map((period, index) => {
        const anchor = index === periods.length - 1 ? 'end' : index === 0 ? 'start' : 'middle';
        return text(period, { x: at(index), y: bottom + 1.25, anchor, classes: ['period'] });
      }),
      // What the chart is about lies above the others.
      ...series
        .toSorted((a, b) => Number(a.own) - Number(b.own))
        .flatMap((one) => lineOf(one, at, scale, bottom)),
      ...endLabels(ends, { x: RIGHT, dx: 0.7, anchor: 'start' }, [TOP, bottom]),
      ...missing,
    ],
  };
};

/** What stands at the end of a place's line; null where it has none. */
const endOf = ({ name, own, points }: Series, periods: readonly string[]) => {
  const at = points.findLastIndex(({ value }) => value !== null);
  const { value = null, shown = '' } = points[at] ?? {};
  const when = at === periods.length - 1 ? '' : ` (${periods[at] ?? ''})`;
  return value === null ? null : { label: `${shown} ${name}${when}`, own, value };
};

/** A place's line, broken where a figure is missing, with a dot at each figure. */
const lineOf = (
  { own, points }: Series,
  at: (index: number) => number,
  scale: Scale,
  bottom: number,
): readonly Element[] => {
  const classes = [own ? 'own' : 'other'];
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x((_, index) => at(index))
    .y(({ value }) => (scale(value ?? 0) / bottom) * 100)
    .digits(2)(points);
  // Paths know no ems and no per cent: this one is drawn on a hundred by a hundred, and stretched.
  const stretched = element(
    'svg',
    {
      x: '0',
      y: '0',
      width: across(100),
      height: down(bottom),
      viewBox: '0 0 100 100',
      preserveAspectRatio: 'none',
      className: ['stretched'],
    },
    [element('path', { d: path ?? '', vectorEffect: 'non-scaling-stroke', className: classes })],
  );
  const dots = points.flatMap(({ value }, index) =>
    value === null ? [] : [dot(at(index), scale(value), own ? 0.3 : 0.22, ...classes)],
  );
  return [...(path ? [stretched] : []), ...dots];
};
