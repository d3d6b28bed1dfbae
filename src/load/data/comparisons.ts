import { error, type Message } from '../../diagnostics/message.ts';
import type { Period, Row } from '../../model/table.ts';
import { cellFaults } from './cells.ts';
import { cellPlace, type Csv, type CsvRecord } from './csv.ts';
import type { Description } from './description.ts';
import { latestOf } from './drafts.ts';
import type { TableLayout, TableFiles } from './layout.ts';

/** What a row is compared with: a row of the same file that conditions find, or the keys that a cell of it names. */
export type Compared =
  | {
      readonly rows: ReadonlyMap<string, Row>;
      /** The key in `rows` of a record's own. */
      readonly keyOf: (record: CsvRecord) => string;
      /** The cells that are to be the same in both. */
      readonly same: readonly number[];
    }
  | { readonly rows: null; readonly at: number };

/** The word for “as in the recipient's own row”. */
const SAME = 'same';

/** A comparison as described, its columns looked up; null where it is faulty. */
export const readComparison = (id: string, files: TableFiles, layout: TableLayout): Compared | null => {
  const { described, headers, yaml, say } = files;
  const path = ['compare', id];
  const { row = null, column = null } = described.compare[id] ?? {};
  if ((row === null) === (column === null)) {
    const text = `\`${id}\` needs either \`row\` or \`column\``;
    const remedy =
      'Write `row: { level: National }`, what its row is found by, or `column: …`, where each row names its neighbours’ keys.';
    say(error('contradiction', yaml.keyPlace(path), text, { remedy }));
    return null;
  }
  if (row === null) {
    const at = headers.maybe([...path, 'column'], column);
    return at === null ? null : { rows: null, at };
  }
  const conditions = Object.entries(row).map(([name, value]) => ({
    at: headers.atKey([...path, 'row', name], name),
    value,
  }));
  const known = conditions.flatMap(({ at, value }) => (at === null ? [] : [{ at, value }]));
  if (known.length < conditions.length) return null;
  const index = new RowIndex(id, known, files, layout);
  if (index.isEmpty) sayNone(id, files);
  return index.isEmpty ? null : index.compared();
};

const sayNone = (id: string, { csv, yaml, say }: TableFiles): void => {
  const text = `No row of \`${csv.lines.file}\` is what the comparison \`${id}\` asks for`;
  const remedy = 'Correct its `row`, or add the row to the table.';
  say(error('comparison-row', yaml.keyPlace(['compare', id]), text, { remedy }));
};

/** The rows that a comparison finds, by what of them is to be the same as in the recipient's own. */
class RowIndex {
  readonly #id: string;
  readonly #files: TableFiles;
  readonly #layout: TableLayout;
  readonly #same: readonly number[];
  readonly #groups = new Map<string, Map<Period, CsvRecord>>();
  readonly #rows = new Map<string, Row>();

  constructor(
    id: string,
    conditions: readonly { readonly at: number; readonly value: string }[],
    files: TableFiles,
    layout: TableLayout,
  ) {
    this.#id = id;
    this.#files = files;
    this.#layout = layout;
    this.#same = conditions.flatMap(({ at, value }) => (value === SAME ? [at] : []));
    const fixed = conditions.filter(({ value }) => value !== SAME);
    for (const record of files.csv.records)
      if (fixed.every(({ at, value }) => record.cells[at] === value)) this.#take(record);
    for (const [key, records] of this.#groups) {
      const latest = latestOf(records);
      if (latest) this.#rows.set(key, this.#row(records, latest));
    }
  }

  get isEmpty(): boolean {
    return !this.#rows.size;
  }

  compared(): Compared {
    return { rows: this.#rows, keyOf: (record) => this.#keyOf(record), same: this.#same };
  }

  #keyOf({ cells }: CsvRecord): string {
    return JSON.stringify(this.#same.map((at) => cells[at] ?? ''));
  }

  #take(record: CsvRecord): void {
    const { csv, say } = this.#files;
    const key = this.#keyOf(record);
    const group = this.#groups.get(key) ?? new Map<Period, CsvRecord>();
    this.#groups.set(key, group);
    for (const period of this.#layout.periodsOf(record)) {
      const first = group.get(period);
      if (first) say(this.#twice(record, first, period, csv));
      else group.set(period, record);
    }
  }

  #twice(record: CsvRecord, first: CsvRecord, period: Period, csv: Csv): Message {
    const related = [{ place: cellPlace(csv, first, 0), text: 'the first one' }];
    const of = period && ` for ${period}`;
    const text = `The comparison \`${this.#id}\` finds a second row${of}`;
    const remedy = 'Say more in its `row`, so that it finds one; or keep one of them.';
    return error('comparison-row', cellPlace(csv, record, 0), text, { remedy, related });
  }

  #row(records: ReadonlyMap<Period, CsvRecord>, latest: CsvRecord): Row {
    const { csv, described, say } = this.#files;
    const { columns, missing, shownOf } = this.#layout;
    for (const message of cellFaults(records, columns.values(), missing, csv)) say(message);
    return {
      key: '',
      name: this.#nameOf(latest, described.compare[this.#id]?.name ?? null),
      nation: null,
      salutation: null,
      role: null,
      records: new Map([...records].map(([period, record]) => [period, shownOf(record)])),
      compared: new Map(),
      joined: new Map(),
      place: cellPlace(csv, latest, 0),
    };
  }

  #nameOf(record: CsvRecord, name: Description['compare'][string]['name']): string {
    if (name?.all) return name.all;
    const { csv, described, headers, say } = this.#files;
    const at = name?.column
      ? headers.at(['compare', this.#id, 'name', 'column'], name.column)
      : (csv.columns.get(described.name) ?? null);
    if (at === null) return '';
    const found = record.cells[at] ?? '';
    const text = `The row that the comparison \`${this.#id}\` finds has no name`;
    const remedy = 'Give it one in the description: `name: England`, or `name: { column: … }`.';
    if (!found) say(error('comparison-row', cellPlace(csv, record, at), text, { remedy }));
    return found;
  }
}
