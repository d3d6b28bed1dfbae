/** What a table lacks for a merge field: for each of its rows alike, whatever values they have. */

import { oneOf, suggest } from '../diagnostics/nearest.ts';
import type { ExhibitRequest } from './exhibit.ts';
import { requestsIn } from './field-syntax.ts';
import { BARE, BUILT_IN_FIELDS, type FieldRequest } from './field.ts';
import { latestPeriod, partsOf, tableOf, type Tables } from './recipient.ts';
import type { Column, Period, Table } from './table.ts';
import { TEXT } from './unit.ts';

/** Why no row of a table can be asked for a field. */
export interface FieldLack {
  readonly text: string;
  readonly remedy: string;
}

/** What a table lacks for a field; null where each of its rows can be asked for it. */
export const lackOf = (request: FieldRequest, table: Table, tables: Tables): FieldLack | null => {
  const { name, period, of, compare, change } = request;
  const [join, local] = partsOf(name);
  const there = tableOf(name, table, tables);
  if (!there) {
    const text = `The table \`${table.id}\` is joined to none called \`${join}\``;
    return { text, remedy: suggest(join ?? '', table.joins.keys()) };
  }
  const column = there.columns.get(local) ?? null;
  const lacks = [
    column || BUILT_IN_FIELDS.has(local) ? null : fieldLack(local, there),
    (compare ?? change) !== null && (column?.unit ?? TEXT) === TEXT ? numberLack(name) : null,
    of === null ? null : (comparisonLack(of, there) ?? (change === null ? null : oneValueLack(of, there))),
    compare === null ? null : (comparisonLack(compare, there) ?? oneValueLack(compare, there)),
    period === null ? null : periodLack(period, column, there),
    change === null ? null : (periodLack(change, column, there) ?? laterLack(request, column)),
  ];
  return lacks.find((lack) => lack !== null) ?? null;
};

/** What a table lacks for an exhibit, and which of its attributes asks for that. */
export interface ExhibitLack extends FieldLack {
  readonly attribute: 'of' | 'with' | 'periods' | 'rows' | 'title' | 'alt';
}

/** What a table lacks for an exhibit; null where one can be made for each of its rows. */
export const lackOfExhibit = (request: ExhibitRequest, table: Table, tables: Tables): ExhibitLack | null => {
  const { of: names, with: others, periods, rows } = request;
  const lackFor = (asked: Partial<FieldRequest>) =>
    names.map((name) => lackOf({ ...BARE, name, ...asked }, table, tables)).find((one) => one !== null);
  const inWords = (line: string | null) =>
    requestsIn(line ?? '')
      .map((field) => lackOf(field, table, tables))
      .find((one) => one !== null);
  const found = {
    of: lackFor({}) ?? names.map((name) => wordsLack(name, table, tables)).find((one) => one !== null),
    with: others.map((of) => lackFor({ of })).find(Boolean),
    periods: Array.isArray(periods)
      ? periods.map((period: Period) => lackFor({ period })).find(Boolean)
      : null,
    rows: rows?.keys.map((key) => rowLack(key, table)).find((one) => one !== null),
    title: inWords(request.title),
    alt: inWords(request.alt),
  };
  const attribute = ATTRIBUTES.find((each) => found[each]);
  const lack = attribute && found[attribute];
  return lack ? { ...lack, attribute } : null;
};

const ATTRIBUTES = ['rows', 'of', 'with', 'periods', 'title', 'alt'] as const;

/** A column of words has no figures. */
const wordsLack = (name: string, table: Table, tables: Tables): FieldLack | null => {
  const column = tableOf(name, table, tables)?.columns.get(partsOf(name)[1]);
  return (column?.unit ?? TEXT) === TEXT
    ? { text: `\`${name}\` is no number, and can’t be drawn`, remedy: 'Name a column of figures.' }
    : null;
};

const rowLack = (key: string, { id, rows }: Table): FieldLack | null =>
  rows.has(key)
    ? null
    : { text: `The table \`${id}\` has no row \`${key}\``, remedy: suggest(key, rows.keys()) };

/** Why merge fields can't be filled in documents for the rows of a table, or for nobody in particular; null where they can. */
export const whyUnfilled = (
  requests: Iterable<FieldRequest>,
  recipients: string | null,
  tables: Tables,
): string | null => {
  const table = tables.get(recipients ?? '');
  for (const request of requests) {
    if (!table) return 'this edition has no recipients';
    const lack = lackOf(request, table, tables);
    if (lack) return lack.text.replace(/^T/u, 't');
  }
  return null;
};

const fieldLack = (name: string, { id, columns }: Table): FieldLack => ({
  text: `The table \`${id}\` has no field \`${name}\``,
  remedy: suggest(name, [...BUILT_IN_FIELDS, ...columns.keys()]),
});

const numberLack = (name: string): FieldLack => ({
  text: `\`${name}\` is no number, and can’t be compared`,
  remedy: 'Take `compare` or `change` out.',
});

const comparisonLack = (id: string, { id: table, comparisons }: Table): FieldLack | null =>
  comparisons.has(id)
    ? null
    : {
        text: `The table \`${table}\` has no comparison \`${id}\``,
        remedy: suggest(id, comparisons.keys()),
      };

const oneValueLack = (id: string, { comparisons }: Table): FieldLack | null =>
  comparisons.get(id)?.rows === null
    ? { text: `\`${id}\` are several, and have no one value`, remedy: `Write \`{of=${id}}\` alone.` }
    : null;

/** A change is one from an earlier time. */
const laterLack = ({ period, change }: FieldRequest, column: Column | null): FieldLack | null => {
  const until = period ?? (column ? latestPeriod(column) : '');
  return change !== null && change >= until
    ? {
        text: `${change} is not before ${until}, to which the change leads`,
        remedy: 'Write an earlier period.',
      }
    : null;
};

const periodLack = (period: Period, column: Column | null, { id }: Table): FieldLack | null =>
  column?.cells.has(period)
    ? null
    : {
        text: `The table \`${id}\` has nothing of ${period} for this field`,
        remedy: column ? `Write ${oneOf(column.cells.keys())}.` : 'Take the period out.',
      };
