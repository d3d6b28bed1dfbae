/** An exhibit: the place in a text of a chart, or of a table, that is made of the figures of a table of data. */

import type { Root } from 'mdast';
import type { Literal } from 'unist';
import type { ChartForm } from './chart.ts';
import { BARE, type FieldRequest } from './field.ts';
import { requestsIn } from './field-syntax.ts';
import { memo } from './memo.ts';
import type { Column, Period } from './table.ts';
import { visit } from './visit.ts';

/** What an exhibit shows. */
export interface ExhibitRequest {
  readonly form: ChartForm | 'table';
  /** Names of columns as fields have them; a chart has one, and at least one there is. */
  readonly of: readonly string[];
  /** What its row is compared with, e.g. `region`. */
  readonly with: readonly string[];
  /** The times that it shows, or how many of the latest; as many as suit its form where nothing is given. */
  readonly periods: readonly Period[] | number | null;
  /** Whose figures it shows where they are not the recipient's own: a table, and the keys of rows of it. */
  readonly rows: { readonly table: string; readonly keys: readonly string[] } | null;
  /** In place of those that are made of label, place and period; perhaps with merge fields. */
  readonly title: string | null;
  readonly alt: string | null;
}

/** An exhibit in a text. */
export interface Exhibit extends Literal {
  readonly type: 'exhibit';
  /** As it is written, e.g. `::chart{of=vacancy_rate}`. */
  readonly value: string;
  /** Null where it could not be read. */
  request: ExhibitRequest | null;
  /** In which column of its line each attribute's value begins. */
  columns: Readonly<Record<string, number>>;
}

declare module 'mdast' {
  interface RootContentMap {
    exhibit: Exhibit;
  }
}

/** An exhibit that could be read. */
export type SoundExhibit = Exhibit & { readonly request: ExhibitRequest };

const FOUND = new WeakMap<Root, readonly SoundExhibit[]>();

/** The exhibits of a text, in its order. */
export const exhibitsOf = (text: Root): readonly SoundExhibit[] =>
  memo(FOUND, text, () => {
    const found: SoundExhibit[] = [];
    visit(text, 'exhibit', (exhibit) => {
      if (exhibit.request) found.push(exhibit as SoundExhibit);
    });
    return found;
  });

/** The most times that an exhibit shows where nothing is said of them. */
const LATEST = 3;

/** The times of a column that an exhibit shows, the latest last. Several columns are shown at one time, side by side. */
export const periodsOf = (
  { form, of, periods }: ExhibitRequest,
  { cells }: Column,
): readonly [Period, ...Period[]] => {
  const all = [...cells.keys()];
  const isOverTime = form === 'line' || form === 'slope' || (form === 'table' && of.length === 1);
  const wanted = periods ?? (isOverTime ? LATEST : 1);
  const shown = typeof wanted === 'number' ? all.slice(-wanted) : wanted;
  const [first = '', ...others] = form === 'table' && of.length > 1 ? shown.slice(-1) : shown;
  return [first, ...others];
};

/** What the recipient's table has to have for an exhibit, as merge fields would ask for it. */
export const fieldsBehind = (request: ExhibitRequest): readonly FieldRequest[] => {
  const { of: names, with: others, periods, rows, title, alt } = request;
  const words = [title, alt].flatMap((line) => requestsIn(line ?? ''));
  if (rows) return words;
  const times = Array.isArray(periods) ? (periods as readonly Period[]) : [null];
  const values = names.flatMap((name) =>
    [null, ...others].flatMap((of) => times.map((period) => ({ ...BARE, name, of, period }))),
  );
  return [...values, ...words];
};
