import { error, type Say } from '../../diagnostics/message.ts';
import type { Column, Period } from '../../model/table.ts';
import type { Yaml } from '../yaml.ts';
import { readColumns } from './columns.ts';
import { cellPlace, type Csv, type CsvRecord } from './csv.ts';
import { readPeriod, type Description } from './description.ts';
import type { Headers } from './headers.ts';

/** Files as read that make one table, and where to say what is wrong with them. */
export interface TableFiles {
  readonly id: string;
  readonly described: Description;
  readonly csv: Csv;
  readonly yaml: Yaml;
  readonly headers: Headers;
  readonly say: Say;
}

/** Where in a file everything stands: each column that the description names, by its index. */
export type TableLayout = ReturnType<typeof readLayout>;

export const readLayout = (files: TableFiles) => {
  const { described, headers } = files;
  const periodAt = headers.maybe(['period', 'column'], described.period?.column ?? null);
  const inRows = periodAt === null ? [] : periodsIn(files.csv, periodAt);
  const { columns, periods } = readColumns({ ...files, inRows });
  const shown = cellsShown(columns);
  /** The periods that a record is of; none where its cell says none. */
  const periodsOf = ({ cells }: CsvRecord): readonly Period[] => {
    const period = periodAt === null ? null : readPeriod(cells[periodAt] ?? '');
    return periodAt === null ? periods : period === null ? [] : [period];
  };
  return {
    key: headers.at(['key'], described.key) ?? 0,
    name: headers.at(['name'], described.name) ?? 0,
    salutation: headers.maybe(['salutation'], described.salutation),
    role: headers.maybe(['role'], described.role),
    nationOf: readNation(files),
    isRecipient: readRecipients(files),
    columns,
    /** The cells of a record that columns show: what else stands in it is no part of what the table reads as. */
    shownOf: ({ cells }: CsvRecord): readonly string[] => shown.map((at) => cells[at] ?? ''),
    /** The columns, with where their cells stand among those shown. */
    shownColumns: () => among(columns, shown),
    /** Of a table with a row for each period, where that stands. */
    periodAt,
    periodsOf,
    joins: Object.entries(described.join).map(([id, { by }]) => ({
      id,
      at: headers.at(['join', id, 'by'], by) ?? 0,
    })),
    leftOut: new Map(Object.entries(described['leave-out'])),
    missing: new Map(Object.entries(described.missing)),
  };
};

/** Where in records the cells of columns stand. */
const cellsShown = (columns: ReadonlyMap<string, Column>): readonly number[] => [
  ...new Set([...columns.values()].flatMap(({ cells }) => [...cells.values()])),
];

const among = (columns: ReadonlyMap<string, Column>, shown: readonly number[]): ReadonlyMap<string, Column> =>
  new Map(
    Array.from(columns, ([id, { cells, ...column }]) => [
      id,
      { ...column, cells: new Map(Array.from(cells, ([period, at]) => [period, shown.indexOf(at)])) },
    ]),
  );

const periodsIn = ({ records }: Csv, at: number): readonly Period[] =>
  [...new Set(records.map(({ cells }) => cells[at] ?? ''))].flatMap((cell) => readPeriod(cell) ?? []);

/** Which records are of recipients: all where the description does not say. */
const readRecipients = ({ described, headers }: TableFiles): ((record: CsvRecord) => boolean) => {
  const conditions = Object.entries(described.rows).map(([name, values]) => ({
    at: headers.atKey(['rows', name], name) ?? 0,
    values: new Set(values),
  }));
  return ({ cells }) => conditions.every(({ at, values }) => values.has(cells[at] ?? ''));
};

/** The nations by the letter that codes of the Office for National Statistics begin with. */
const NATIONS: Readonly<Record<string, string>> = {
  E: 'England',
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
};

/** The nation of a record; null where it has none, or where the table does not say. */
const readNation = ({ described, csv, yaml, headers, say }: TableFiles) => {
  const { all = null, column = null, code = null } = described.nation ?? {};
  if (described.nation && [all, column, code].filter((each) => each !== null).length !== 1) {
    const text = '`nation` is neither one name nor a column';
    const remedy =
      'Write `nation: England`, `nation: { column: … }`, or `nation: { code: … }` for a column of codes such as `E06000047`.';
    say(error('contradiction', yaml.keyPlace(['nation']), text, { remedy }));
  }
  const at = headers.maybe(['nation', column === null ? 'code' : 'column'], column ?? code);
  return (record: CsvRecord) => {
    if (at === null) return { nation: all, fault: null };
    const cell = record.cells[at] ?? '';
    const nation = code === null ? cell : NATIONS[cell.charAt(0)];
    if (nation) return { nation, fault: null };
    const text = cell ? `\`${cell}\` is no code of a nation’s` : 'This row has no nation';
    const remedy = code === null ? 'Write it.' : 'Codes begin with `E`, `W`, `S` or `N`.';
    return { nation: null, fault: error('row-nation', cellPlace(csv, record, at), text, { remedy }) };
  };
};
