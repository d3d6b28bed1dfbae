import { error } from '../../diagnostics/message.ts';
import type { Row } from '../../model/table.ts';
import type { Compared } from './comparisons.ts';
import { cellPlace, type CsvRecord } from './csv.ts';
import { latestOf, type Draft, type RowDrafts } from './drafts.ts';
import type { TableLayout, TableFiles } from './layout.ts';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** An empty map takes as much room as all else of a row: there is one for all. */
const mapOf = <Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  entries.length ? new Map(entries) : NONE;

/** Makes the rows of a table of drafts without fault; says of each what it is compared with and can't be. */
export const makeRows = (
  files: TableFiles,
  layout: TableLayout,
  drafts: RowDrafts,
  compared: ReadonlyMap<string, Compared>,
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>();
  for (const draft of drafts.all()) {
    const latest = latestOf(draft.records);
    if (!latest) continue;
    const { nation, fault } = layout.nationOf(latest);
    if (fault) drafts.fault(draft, fault);
    const others = mapOf(Array.from(compared, ([id, one]) => [id, keysIn(one, latest)] as const));
    for (const [id, one] of compared) sayUncompared(id, one, draft, latest, files, drafts);
    if (draft.fault === null)
      rows.set(draft.key, { ...rowOf(draft, latest, files, layout), nation, compared: others });
  }
  return rows;
};

const rowOf = (
  { key, records }: Draft,
  latest: CsvRecord,
  { csv }: TableFiles,
  { name, salutation, role, joins, key: keyAt, missing, shownOf }: TableLayout,
): Omit<Row, 'nation' | 'compared'> => {
  const cell = (at: number | null) => {
    const found = (at === null ? '' : latest.cells[at]) ?? '';
    return found && !missing.has(found) ? found : null;
  };
  return {
    key,
    name: latest.cells[name] ?? '',
    salutation: cell(salutation),
    role: cell(role),
    records: new Map([...records].map(([period, record]) => [period, shownOf(record)])),
    joined: mapOf(
      joins.flatMap(({ id, at }) => {
        const other = cell(at);
        return other === null ? [] : [[id, { key: other, place: cellPlace(csv, latest, at) }] as const];
      }),
    ),
    place: cellPlace(csv, latest, keyAt),
  };
};

/** The keys of what a record is compared with. */
const keysIn = (compared: Compared, record: CsvRecord): readonly string[] => {
  if (compared.rows) return [compared.keyOf(record)];
  const keys = (record.cells[compared.at] ?? '').split(';').map((key) => key.trim());
  return keys.filter(Boolean);
};

const sayUncompared = (
  id: string,
  compared: Compared,
  draft: Draft,
  record: CsvRecord,
  { csv }: TableFiles,
  drafts: RowDrafts,
): void => {
  const known = compared.rows ?? drafts.byKey;
  const unknown = keysIn(compared, record).find((key) => !known.has(key));
  if (unknown === undefined) return;
  const place = cellPlace(csv, record, compared.rows ? (compared.same[0] ?? 0) : compared.at);
  const text = compared.rows
    ? `\`${draft.key}\` can’t be compared with \`${id}\`: the table has no such row for it`
    : `No row has the key \`${unknown}\`, which is to be a neighbour of \`${draft.key}\``;
  const remedy = compared.rows
    ? 'Add the row, or correct what it is found by here.'
    : 'Write the keys of rows, with semicolons between them.';
  const rule = compared.rows ? 'comparison-row' : 'unknown-row';
  drafts.fault(draft, error(rule, place, text, { remedy }));
};
