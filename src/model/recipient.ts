/** Who a document is made for: a row of a table, with all that fields may ask of it. */

import { BUILT_IN_FIELDS, type FieldRequest } from './field.ts';
import type { Column, Period, Row, Table } from './table.ts';
import { TEXT } from './unit.ts';
import { valueOf, type Value } from './value.ts';

export type Tables = ReadonlyMap<string, Table>;

export interface Recipient {
  readonly tables: Tables;
  readonly table: Table;
  readonly row: Row;
}

/** A value with what it is of. */
export interface Figure {
  readonly value: Value;
  /** None of what every table has, such as a name. */
  readonly column: Column | null;
  readonly period: Period;
  readonly row: Row;
}

/** The recipient that a row is; null where no document is made for it. */
export const recipientOf = (tables: Tables, id: string, key: string): Recipient | null => {
  const table = tables.get(id);
  const row = table?.rows.get(key);
  return table && row && !table.leftOut.has(key) ? { tables, table, row } : null;
};

/** The rows of a table that documents are made for, in the file's order. */
export const recipientsOf = (table: Table): readonly Row[] =>
  [...table.rows.values()].filter(({ key }) => !table.leftOut.has(key));

/** A field's name in parts: the join before it, and the name within the table that this leads to. */
export const partsOf = (name: string): readonly [join: string | null, local: string] => {
  const dot = name.indexOf('.');
  return dot < 0 ? [null, name] : [name.slice(0, dot), name.slice(dot + 1)];
};

/** The table that a field is of, seen from another; null where there is none. */
export const tableOf = (name: string, table: Table, tables: Tables): Table | null => {
  const [join] = partsOf(name);
  return join === null ? table : (tables.get(table.joins.get(join)?.table ?? '') ?? null);
};

/**
 * What a field asks for, one value for each row that it is asked of: the recipient's own, that of the row that it is compared
 * with, or one for each of its neighbours. The table has to have it (`lackOf`).
 */
export const figuresOf = (
  { tables, table, row }: Recipient,
  { name, period, of }: Pick<FieldRequest, 'name' | 'period' | 'of'>,
): readonly Figure[] => {
  const [join, local] = partsOf(name);
  const there = tableOf(name, table, tables);
  const own = join === null ? row : there?.rows.get(row.joined.get(join)?.key ?? '');
  if (!there || !own) return [nothing(row, `it has no row in \`${there?.id ?? join}\``)];
  const rows = of === null ? [own] : comparedWith(own, of, there);
  if (!rows.length) return [nothing(own, `it has no ${of}`)];
  const column = there.columns.get(local);
  if (!column) return rows.map((each) => builtIn(each, local));
  const at = period ?? latestPeriod(column);
  return rows.map((each) => ({ value: valueOf(there, each, column, at), column, period: at, row: each }));
};

/** The column that a field of a recipient is of; null where it is none's. */
export const columnOf = (
  { tables, table }: Pick<Recipient, 'tables' | 'table'>,
  name: string,
): Column | null => tableOf(name, table, tables)?.columns.get(partsOf(name)[1]) ?? null;

/** The rows that a row is compared with: of its neighbours those without fault. */
const comparedWith = (row: Row, id: string, { rows, comparisons }: Table): readonly Row[] => {
  const others = comparisons.get(id)?.rows ?? rows;
  return (row.compared.get(id) ?? []).flatMap((key) => others.get(key) ?? []);
};

/** The period of which a field shows the value; null where the table has no such field, or it is of no time. */
export const periodShown = (
  { name, period }: Pick<FieldRequest, 'name' | 'period'>,
  table: Table,
  tables: Tables,
): Period | null => {
  const column = tableOf(name, table, tables)?.columns.get(partsOf(name)[1]);
  return column && column.unit !== TEXT ? (period ?? latestPeriod(column)) : null;
};

/** Whether a field is asked of neighbours, of whom there may be several. */
export const asksNeighbours = (
  { tables, table }: Recipient,
  { name, of }: Pick<FieldRequest, 'name' | 'of'>,
): boolean => of !== null && tableOf(name, table, tables)?.comparisons.get(of)?.rows === null;

/** The latest period of a column. */
export const latestPeriod = ({ cells }: Column): Period => [...cells.keys()].at(-1) ?? '';

const nothing = (row: Row, missing: string): Figure => ({
  value: { missing },
  column: null,
  period: '',
  row,
});

const builtIn = (row: Row, name: string): Figure => {
  const text = BUILT_IN_FIELDS.has(name) ? row[name as 'name'] : null;
  const value = text ? { text } : { missing: `it has no ${name}` };
  return { value, column: null, period: '', row };
};
