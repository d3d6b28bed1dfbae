import { error, type Message } from '../../diagnostics/message.ts';
import type { BadRow, Row, Table } from '../../model/table.ts';

/** Tables of which each row that is joined to another is there; a row whose other row is not is a bad one, and is said. */
export const joinTables = (
  tables: ReadonlyMap<string, Table>,
): { readonly tables: ReadonlyMap<string, Table>; readonly messages: readonly Message[] } => {
  const messages: Message[] = [];
  const faulty = new Map(Array.from(tables, ([id, { bad }]) => [id, new Set(bad.map(({ key }) => key))]));
  const joined = Array.from(tables.values(), (table) => {
    const rows = new Map<string, Row>();
    const bad: BadRow[] = [];
    for (const row of table.rows.values()) {
      const lost = table.leftOut.has(row.key) ? null : lostRow(row, table, tables, faulty);
      if (!lost) rows.set(row.key, row);
      else bad.push({ key: row.key, name: row.name, fault: lost.fault, place: row.place });
      if (lost?.message) messages.push(lost.message);
    }
    return [table.id, bad.length ? { ...table, rows, bad: [...table.bad, ...bad] } : table] as const;
  });
  return { tables: new Map(joined), messages };
};

/** The first row of another table that a row lacks; where that is there and faulty, it has been said what is wrong. */
const lostRow = (
  row: Row,
  { id, joins }: Table,
  tables: ReadonlyMap<string, Table>,
  faulty: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly fault: string; readonly message: Message | null } | null => {
  for (const [join, { key, place }] of row.joined) {
    const other = tables.get(joins.get(join)?.table ?? '');
    if (!other || other.rows.has(key)) continue;
    if (faulty.get(other.id)?.has(key))
      return { fault: `The row \`${key}\` of the table \`${other.id}\` is faulty`, message: null };
    const fault = `The table \`${other.id}\` has no row with the key \`${key}\``;
    const remedy = 'Correct the key, or leave it empty where there is none.';
    const message = error('joined-row', place, fault, { remedy, row: { table: id, key: row.key } });
    return { fault, message };
  }
  return null;
};
