/**
 * Reads a table: the file of comma-separated values, and the description that says what is what in it. What is wrong with
 * one row belongs to that row; what is wrong with anything else, to the table.
 */

import { error, hasErrors, type Message, type Say } from '../../diagnostics/message.ts';
import { suggest } from '../../diagnostics/nearest.ts';
import type { Table } from '../../model/table.ts';
import type { Lines } from '../lines.ts';
import type { Findings, Names } from '../reading.ts';
import { readPartly } from '../read-partly.ts';
import { shape } from '../shape.ts';
import type { Yaml } from '../yaml.ts';
import { readComparison, type Compared } from './comparisons.ts';
import { readCsv } from './csv.ts';
import { description, type Description } from './description.ts';
import { Headers } from './headers.ts';
import { readLayout, type TableLayout, type TableFiles } from './layout.ts';
import { makeRows } from './recipients.ts';
import { RowDrafts, type Draft } from './drafts.ts';

/** Reads `sources/data/<id>.csv` by `sources/data/<id>.yaml`; null where it can't be read. */
export const readTable = (id: string, yaml: Yaml, lines: Lines, { names, say }: Findings): Table | null => {
  const messages: Message[] = [];
  const note: Say = (message) => void messages.push(message);
  const described = shape(description, yaml, note);
  const { value: csv, messages: faults } = readCsv(lines);
  messages.push(...faults);
  useNames(described ?? readPartly(description, yaml), yaml, names);
  const headers = csv && new Headers(csv, yaml, note);
  const value =
    described && csv && headers && assemble({ id, described, csv, yaml, headers, say: note }, messages);
  messages.forEach(say);
  return value;
};

const useNames = (
  { source, columns = {}, join = {} }: Partial<Description>,
  yaml: Yaml,
  names: Names,
): void => {
  if (source) names.use('source', source, yaml.place(['source']));
  for (const [id, column] of Object.entries(columns))
    if (column.source) names.use('source', column.source, yaml.place(['columns', id, 'source']));
  for (const [id, { table }] of Object.entries(join))
    names.use('table', table, yaml.place(['join', id, 'table']));
};

/** Null where anything is wrong beyond single rows. */
const assemble = (files: TableFiles, messages: readonly Message[]): Table | null => {
  const { id, described, yaml } = files;
  const layout = readLayout(files);
  if (hasErrors(messages)) return null;
  const compared = readComparisons(files, layout);
  const drafts = new RowDrafts(files, layout);
  sayUnknownKeys(files, drafts.byKey);
  if (!drafts.all().length) sayNobody(files);
  const rows = makeRows(files, layout, drafts, compared);
  if (messages.some(({ row }) => !row)) return null;
  return {
    id,
    title: described.title,
    columns: layout.shownColumns(),
    rows,
    bad: drafts.bad(),
    leftOut: layout.leftOut,
    comparisons: new Map(
      [...compared].map(([name, { rows: others }]) => [
        name,
        { id: name, rows: others, place: yaml.keyPlace(['compare', name]) },
      ]),
    ),
    joins: new Map(
      yaml
        .keys(['join'])
        .map((name) => [
          name,
          { table: described.join[name]?.table ?? '', place: yaml.keyPlace(['join', name]) },
        ]),
    ),
    missing: layout.missing,
    place: yaml.lines.at(1),
  };
};

const readComparisons = (files: TableFiles, layout: TableLayout): ReadonlyMap<string, Compared> =>
  new Map(
    files.yaml.keys(['compare']).flatMap((id) => {
      const compared = readComparison(id, files, layout);
      return compared ? [[id, compared] as const] : [];
    }),
  );

/** Keys of rows to be left out that no row has. */
const sayUnknownKeys = (
  { described, csv, yaml, say }: TableFiles,
  rows: ReadonlyMap<string, Draft>,
): void => {
  for (const key of Object.keys(described['leave-out'])) {
    if (rows.has(key)) continue;
    const text = `No row of \`${csv.lines.file}\` has the key \`${key}\``;
    say(error('unknown-row', yaml.keyPlace(['leave-out', key]), text, { remedy: suggest(key, rows.keys()) }));
  }
};

const sayNobody = ({ csv, yaml, say }: TableFiles): void => {
  const text = `No row of \`${csv.lines.file}\` is a recipient by \`rows\``;
  say(error('empty-table', yaml.keyPlace(['rows']), text, { remedy: 'Correct the values.' }));
};
