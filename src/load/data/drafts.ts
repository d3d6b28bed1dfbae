import { error, type Message } from '../../diagnostics/message.ts';
import { byCodeUnit } from '../../diagnostics/order.ts';
import type { BadRow, Period } from '../../model/table.ts';
import { cellFaults } from './cells.ts';
import { cellPlace, type CsvRecord } from './csv.ts';
import type { TableLayout, TableFiles } from './layout.ts';

/** The records of one key, until all that is wrong with any of them is known. */
export interface Draft {
  readonly key: string;
  readonly records: Map<Period, CsvRecord>;
  readonly first: CsvRecord;
  /** The first thing that is wrong with it, where anything is. */
  fault: string | null;
}

/** The record of the latest period. */
export const latestOf = (records: ReadonlyMap<Period, CsvRecord>): CsvRecord | null => {
  const latest = [...records.keys()].toSorted(byCodeUnit).at(-1);
  return latest === undefined ? null : (records.get(latest) ?? null);
};

/** The recipients' records by key. What is wrong with the form or a cell of one is said as its own. */
export class RowDrafts {
  readonly byKey = new Map<string, Draft>();
  /** Those of records without a key. */
  readonly #keyless: Draft[] = [];
  readonly #files: TableFiles;
  readonly #layout: TableLayout;

  constructor(files: TableFiles, layout: TableLayout) {
    this.#files = files;
    this.#layout = layout;
    for (const record of files.csv.records) if (layout.isRecipient(record)) this.#take(record);
    const { columns, missing } = layout;
    for (const draft of this.byKey.values())
      for (const fault of cellFaults(draft.records, columns.values(), missing, files.csv))
        this.fault(draft, fault);
  }

  all(): readonly Draft[] {
    return [...this.byKey.values(), ...this.#keyless];
  }

  bad(): readonly BadRow[] {
    const { csv } = this.#files;
    const { key, name, leftOut } = this.#layout;
    return this.all().flatMap(({ key: own, first, fault }) => {
      if (fault === null || leftOut.has(own)) return [];
      return [{ key: own, name: first.cells[name] ?? '', fault, place: cellPlace(csv, first, key) }];
    });
  }

  /** Takes a row for a bad one, and says why, unless no document is to be made for it. */
  fault(draft: Draft, message: Message): void {
    draft.fault ??= message.text;
    const row = { table: this.#files.id, key: draft.key };
    if (!this.#layout.leftOut.has(draft.key)) this.#files.say({ ...message, row });
  }

  #take(record: CsvRecord): void {
    const { csv } = this.#files;
    const { key, name, periodAt, periodsOf } = this.#layout;
    const draft = this.#draftOf(record);
    if (record.cells.length !== csv.width) return this.fault(draft, this.#misshapen(record));
    for (const [index, what] of [
      [key, 'key'],
      [name, 'name'],
    ] as const)
      if (!record.cells[index]) this.fault(draft, this.#nameless(record, index, what));
    const periods = periodsOf(record);
    if (periodAt !== null && !periods.length) this.fault(draft, this.#timeless(record, periodAt));
    const first = periods.flatMap((period) => draft.records.get(period) ?? [])[0];
    if (first) this.fault(draft, this.#twice(record, first));
    else for (const period of periods) draft.records.set(period, record);
  }

  #draftOf(record: CsvRecord): Draft {
    const key = record.cells[this.#layout.key] ?? '';
    const known = this.byKey.get(key);
    if (known) return known;
    const draft = { key, records: new Map<Period, CsvRecord>(), first: record, fault: null };
    if (key) this.byKey.set(key, draft);
    else this.#keyless.push(draft);
    return draft;
  }

  #twice(record: CsvRecord, first: CsvRecord): Message {
    const { csv } = this.#files;
    const { key, periodAt } = this.#layout;
    const related = [{ place: cellPlace(csv, first, key), text: 'the first one' }];
    const of = periodAt === null ? '' : ` for ${record.cells[periodAt]}`;
    const text = `The key \`${record.cells[key]}\` has a row${of} already`;
    return error('row-twice', cellPlace(csv, record, key), text, { remedy: 'Keep one of them.', related });
  }

  #nameless(record: CsvRecord, index: number, what: string): Message {
    const remedy = `Write its ${what}, or say by \`rows\` in the description which rows are recipients.`;
    return error('row-key', cellPlace(this.#files.csv, record, index), `This row has no ${what}`, { remedy });
  }

  #timeless(record: CsvRecord, index: number): Message {
    const text = `\`${record.cells[index]}\` is no period; expected one that begins with its year`;
    const remedy = 'Write it as `2024` or `2023-24`.';
    return error('bad-period', cellPlace(this.#files.csv, record, index), text, { remedy });
  }

  #misshapen(record: CsvRecord): Message {
    const { csv } = this.#files;
    const [count, width] = [record.cells.length, csv.width];
    const text = `This row has ${count} ${count === 1 ? 'cell' : 'cells'}; the head has ${width}`;
    const remedy =
      count > width
        ? 'Put a value with a comma in it between quotation marks.'
        : 'Write every cell, an empty one too, with a comma between each two.';
    return error('row-width', cellPlace(csv, record, Math.min(count - 1, width)), text, { remedy });
  }
}
