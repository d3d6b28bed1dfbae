import { error } from '../../diagnostics/message.ts';
import type { Row } from '../../model/table.ts';
import type { Compared } from './comparisons.ts';
import { cellPlace, type CsvRecord } from './csv.ts';
import { latestOf, type Draft, type Drafts } from './drafts.ts';
import type { Layout, TableFiles } from './layout.ts';

/** A row that is still without its neighbours. */
type Growing = Row & { readonly compared: Map<string, readonly Row[]> };

/** Makes the rows of a table of drafts without fault; says of each what it is compared with and can't be. */
export const makeRows = (
  files: TableFiles,
  layout: Layout,
  drafts: Drafts,
  compared: ReadonlyMap<string, Compared>,
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Growing>();
  for (const draft of drafts.all()) {
    const latest = latestOf(draft.records);
    if (!latest) continue;
    const { nation, fault } = layout.nationOf(latest);
    if (fault) drafts.fault(draft, fault);
    for (const [id, one] of compared) sayUncompared(id, one, draft, latest, files, drafts);
    if (draft.fault === null) rows.set(draft.key, makeRow(draft, latest, nation, files, layout));
  }
  // Neighbours are rows too, which are known by now.
  for (const row of rows.values())
    for (const [id, one] of compared)
      row.compared.set(id, rowsFor(one, latestOf(recordsOf(drafts, row)), rows));
  return rows;
};

const recordsOf = (drafts: Drafts, { key }: Row): Draft['records'] =>
  drafts.byKey.get(key)?.records ?? new Map();

const makeRow = (
  { key, records }: Draft,
  latest: CsvRecord,
  nation: string | null,
  { csv }: TableFiles,
  { name, salutation, role, joins, key: keyAt, missing }: Layout,
): Growing => {
  const cell = (at: number | null) => (at === null ? null : latest.cells[at] || null);
  return {
    key,
    name: latest.cells[name] ?? '',
    nation,
    salutation: cell(salutation),
    role: cell(role),
    records: new Map([...records].map(([period, { cells }]) => [period, cells])),
    compared: new Map(),
    joined: new Map(
      joins.flatMap(({ id, at }) => {
        const other = cell(at);
        return other === null || missing.has(other)
          ? []
          : [[id, { key: other, place: cellPlace(csv, latest, at) }] as const];
      }),
    ),
    place: cellPlace(csv, latest, keyAt),
  };
};

/** The keys of neighbours in a cell. */
const neighboursIn = (record: CsvRecord, at: number): readonly string[] =>
  (record.cells[at] ?? '')
    .split(';')
    .map((key) => key.trim())
    .filter(Boolean);

const rowsFor = (
  compared: Compared,
  record: CsvRecord | null,
  rows: ReadonlyMap<string, Row>,
): readonly Row[] => {
  if (!record) return [];
  if (compared.with === 'row') return [compared.find(record)].flatMap((row) => row ?? []);
  return neighboursIn(record, compared.at).flatMap((key) => rows.get(key) ?? []);
};

const sayUncompared = (
  id: string,
  compared: Compared,
  draft: Draft,
  record: CsvRecord,
  { csv }: TableFiles,
  drafts: Drafts,
): void => {
  if (compared.with === 'row') {
    if (compared.find(record)) return;
    const place = cellPlace(csv, record, compared.same[0] ?? 0);
    const text = `\`${draft.key}\` can’t be compared with \`${id}\`: the table has no such row for it`;
    const remedy = 'Add the row, or correct what it is found by here.';
    return drafts.fault(draft, error('comparison-row', place, text, { remedy }));
  }
  const unknown = neighboursIn(record, compared.at).find((key) => !drafts.byKey.has(key));
  if (unknown === undefined) return;
  const text = `No row has the key \`${unknown}\`, which is to be a neighbour of \`${draft.key}\``;
  const remedy = 'Write the keys of rows, with semicolons between them.';
  drafts.fault(draft, error('unknown-row', cellPlace(csv, record, compared.at), text, { remedy }));
};
