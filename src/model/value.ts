import { compareDecimals, DECIMAL } from './decimal.ts';
import type { Column, Period, Row, Table } from './table.ts';
import { sortOf, TEXT } from './unit.ts';

/** What a cell says: a number as written, words, or that there is neither, and why. */
export type Value = { readonly number: string } | { readonly text: string } | { readonly missing: string };

/** What is wrong with a cell, and how it is written; it has no value then. */
export interface CellFault {
  readonly fault: 'number' | 'share';
  /** How it should be written, where that is known. */
  readonly meant: string | null;
}

/** Reads a cell, without the blanks at its ends, by its column. */
export const readCell = (
  cell: string,
  { unit }: Pick<Column, 'unit'>,
  missing: ReadonlyMap<string, string>,
): Value | CellFault => {
  const reason = missing.get(cell) ?? (cell === '' ? 'no value is given' : null);
  if (reason !== null) return { missing: reason };
  if (unit === TEXT) return { text: cell };
  if (!DECIMAL.test(cell)) return { fault: 'number', meant: decimalMeant(cell) };
  const { share } = sortOf(unit);
  const isPart = compareDecimals(cell, '0') >= 0 && compareDecimals(cell, '100') <= 0;
  return share && !isPart ? { fault: 'share', meant: null } : { number: cell };
};

/** e.g. `1234` for `£1,234`, `12` for `12%`. */
export const decimalMeant = (cell: string): string | null => {
  const bare = cell
    .replace(/^−/u, '-')
    .replace(/^(-?)£/u, '$1')
    .replace(/\s*%$/u, '')
    .replace(/^\+/u, '')
    .replace(
      /^(-?\d{1,3})((?:,\d{3})+)(?=\.|$)/u,
      (_all, first: string, rest: string) => `${first}${rest.replaceAll(',', '')}`,
    );
  return bare !== cell && DECIMAL.test(bare) ? bare : null;
};

/** A row's value in a column, at a period that this has. */
export const valueOf = (table: Table, row: Row, column: Column, period: Period): Value => {
  const at = column.cells.get(period);
  const record = row.records.get(period);
  if (at === undefined || !record) return { missing: `there is no figure for ${period}` };
  const value = readCell(record[at] ?? '', column, table.missing);
  // A row with a fault in it is none of the table's rows.
  if ('fault' in value) throw new Error(`the cell of ${row.key} in ${column.id} was not checked`);
  return value;
};
