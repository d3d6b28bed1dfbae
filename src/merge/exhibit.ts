/** Makes a chart, or a table, of the figures that an exhibit asks for. */

import type { BlockContent, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Chart, Point } from '../model/chart.ts';
import type { ExhibitRequest } from '../model/exhibit.ts';
import type { Language } from '../model/languages/language.ts';
import type { Cited } from '../model/passage.ts';
import type { Figure, Recipient } from '../model/recipient.ts';
import { sortOf } from '../model/unit.ts';
import { chartInWords, labelled } from './exhibit-words.ts';
import { cite, show } from './fill.ts';
import { measureOf, type Measure, type PlaceFigures } from './measure.ts';

export interface Shown {
  readonly node: BlockContent | Chart;
  readonly cited: readonly Cited[];
}

/** What an exhibit is of: the places are the recipient's own, or those that it names itself, the first of which leads. */
export const showExhibit = (
  request: ExhibitRequest,
  places: readonly Recipient[],
  language: Language,
): Shown => {
  const measures = request.of.map((name) => measureOf(request, name, places));
  const [measure] = measures;
  if (!measure) throw new Error('an exhibit of nothing was read');
  const figures = measures.flatMap((one) => one.places.flatMap((place) => place.figures));
  const cited = figures.flatMap((figure) => ('number' in figure.value ? cite(figure) : []));
  if (request.form !== 'table') return { node: chartOf(request.form, request, measure, language), cited };
  const title = request.title ?? labelled(measures, language);
  const { exhibits } = language;
  const rows =
    measures.length > 1
      ? acrossPlaces(measures, exhibits.measure)
      : [[exhibits.place, ...measure.periods], ...measure.places.map(rowOf)];
  return { node: tableOf(title, rows, measures.length > 1 ? 'column' : 'row'), cited };
};

const chartOf = (
  form: Chart['form'],
  request: ExhibitRequest,
  measure: Measure,
  language: Language,
): Chart => {
  const { before, after } = sortOf(measure.column.unit);
  const title = request.title ?? labelled([measure], language);
  return {
    type: 'chart',
    form,
    title,
    value: request.alt ?? chartInWords(measure, language),
    periods: measure.periods,
    series: measure.places.map(({ name, figures }, index) => ({
      name,
      own: index === 0,
      points: figures.map(pointOf),
    })),
    unit: { before, after },
    placeWord: language.exhibits.place,
  };
};

const pointOf = (figure: Figure): Point => ({
  value: 'number' in figure.value ? Number(figure.value.number) : null,
  shown: show(figure),
});

const rowOf = ({ name, figures }: PlaceFigures): readonly string[] => [name, ...figures.map(show)];

/** A row for each measure, which says its time where not all are of one. */
const acrossPlaces = (measures: readonly Measure[], head: string): readonly (readonly string[])[] => {
  const times = new Set(measures.map(({ periods }) => periods[0]));
  const places = measures[0]?.places.map(({ name }) => name) ?? [];
  const rows = measures.map(({ column, periods, places: all }) => [
    times.size > 1 ? `${column.label}, ${periods[0]}` : column.label,
    ...all.flatMap(({ figures }) => figures.map(show)),
  ]);
  return [[head, ...places], ...rows];
};

/** A table of texts; what it is about, its first row or column of figures, is set bold. */
const tableOf = (caption: string, rows: readonly (readonly string[])[], own: 'row' | 'column'): Table => {
  const [head = []] = rows;
  const cellOf = (value: string, row: number, column: number): TableCell => {
    const text: PhrasingContent = { type: 'text', value };
    const isOwn = (own === 'row' ? row : column) === 1 && row > 0;
    const children: PhrasingContent[] = [isOwn ? { type: 'strong', children: [text] } : text];
    const isHead = row > 0 && column === 0;
    return {
      type: 'tableCell',
      children,
      ...(isHead && { data: { hName: 'th', hProperties: { scope: 'row' } } }),
    };
  };
  return {
    type: 'table',
    align: head.map((_, column) => (column ? 'right' : null)),
    children: rows.map((cells, row): TableRow => ({
      type: 'tableRow',
      children: cells.map((value, column) => cellOf(value, row, column)),
    })),
    data: { caption },
  };
};
