import { CsvError, parse } from 'csv-parse/sync';
import { error, type Message, type Told } from '../../diagnostics/message.ts';
import type { Place } from '../../diagnostics/place.ts';
import { withSpaces } from '../invisible.ts';
import type { Lines } from '../lines.ts';

/** A file of comma-separated values as read. Cells are without blanks at their ends, and with spaces for all others. */
export interface Csv {
  readonly lines: Lines;
  /** The names of its columns with their index; nameless ones can't be asked for. */
  readonly columns: ReadonlyMap<string, number>;
  /** How many cells a record has. */
  readonly width: number;
  readonly records: readonly CsvRecord[];
}

export interface CsvRecord {
  readonly cells: readonly string[];
  /** The offset in the file at which it begins. */
  readonly start: number;
}

/** Reads a file of comma-separated values; null, with the reason, where it is none. */
export const readCsv = (lines: Lines): Told<Csv | null> => {
  const { records, fault } = split(lines);
  const [head, ...rest] = records;
  if (fault) return { value: null, messages: [fault] };
  if (!head || !rest.length) return { value: null, messages: [emptyTable(lines, head)] };
  const messages = headFaults(head, lines);
  if (messages.length) return { value: null, messages };
  const columns = new Map(head.cells.flatMap((name, index) => (name ? [[name, index] as const] : [])));
  return { value: { lines, columns, width: head.cells.length, records: rest }, messages: [] };
};

/** Where a cell stands in its file. */
export const cellPlace = ({ lines }: Pick<Csv, 'lines'>, { start }: CsvRecord, index: number): Place =>
  lines.place(cellStart(lines.text, start, index));

/** The offset of a cell of the record that begins at `start`; of the record's last one where it has fewer. */
const cellStart = (text: string, start: number, index: number): number => {
  let at = start;
  for (let left = index; left > 0; left -= 1) {
    CELL.lastIndex = at;
    const end = at + (CELL.exec(text)?.[0].length ?? 0);
    if (text[end] !== ',') break;
    at = end + 1;
  }
  return at;
};

/** One cell as written, however wrongly. */
const CELL = /"(?:[^"]|"")*"?[^,\r\n]*|[^,\r\n]*/y;

/** The records that hold anything, the head first; and the first thing that is no record. */
const split = (lines: Lines): { records: readonly CsvRecord[]; fault: Message | null } => {
  const bytes = Buffer.from(withSpaces(lines.text));
  const records: CsvRecord[] = [];
  const next = { byte: 0, offset: 0 };
  const take = (written: readonly string[], end: number): null => {
    const cells = written.map((cell) => cell.trim());
    if (cells.some(Boolean)) records.push({ cells, start: next.offset });
    next.offset += bytes.toString('utf8', next.byte, end).length;
    next.byte = end;
    return null;
  };
  try {
    parse(bytes, {
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      on_record: (record: string[], { bytes: end }) => take(record, end),
    });
    return { records, fault: null };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return { records, fault: quotesFault(thrown, next.offset, lines) };
  }
};

/** Quotation marks are all that can be wrong with the form of such a file. */
const quotesFault = ({ code, column }: CsvError, start: number, lines: Lines): Message => {
  const place = cellPlace({ lines }, { cells: [], start }, Number(column));
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED';
  const text = isOpen
    ? 'The quotation mark that opens here is not closed'
    : 'Quotation marks stand around a part of this value alone';
  const remedy = isOpen
    ? 'Close it at the end of the value; a mark within a value is written twice: `""`.'
    : 'Put the whole value in quotation marks, and write a mark within it twice: `"The ""Big Six"""`.';
  return error('csv-quotes', place, text, { remedy });
};

const emptyTable = (lines: Lines, head: CsvRecord | undefined): Message => {
  const text = head ? 'The table has a head and no rows' : 'The table is empty';
  const remedy = 'Write the names of its columns on the first line, and below it a line for each row.';
  return error('empty-table', lines.at(1), text, { remedy });
};

const headFaults = (head: CsvRecord, lines: Lines): readonly Message[] => {
  const { cells } = head;
  const separator = cells.length === 1 ? /[;\t|]/u.exec(cells[0] ?? '')?.[0] : undefined;
  if (separator) {
    const shown = separator === '\t' ? 'a tab' : `\`${separator}\``;
    const text = `The columns are separated by ${shown}; expected commas`;
    const place = lines.place(lines.text.indexOf(separator, head.start));
    return [error('csv-separator', place, text, { remedy: 'Save it as “CSV UTF-8 (comma delimited)”.' })];
  }
  return cells.flatMap((name, index) => {
    const first = cells.indexOf(name);
    if (!name || first === index) return [];
    const related = [{ place: cellPlace({ lines }, head, first), text: 'the first one' }];
    const text = `A column \`${name}\` is there already`;
    return [
      error('column-twice', cellPlace({ lines }, head, index), text, {
        remedy: 'Give one of them another name.',
        related,
      }),
    ];
  });
};
