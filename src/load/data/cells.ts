import { error, type Message } from '../../diagnostics/message.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Column, Period } from '../../model/table.ts';
import { readCell, type CellFault } from '../../model/value.ts';
import { cellPlace, type Csv, type CsvRecord } from './csv.ts';

/** What is wrong with the cells that columns show of some records. */
export function* cellFaults(
  records: ReadonlyMap<Period, CsvRecord>,
  columns: Iterable<Column>,
  missing: ReadonlyMap<string, string>,
  csv: Csv,
): Iterable<Message> {
  for (const column of columns)
    for (const [record, at] of cellsOf(column, records)) {
      const cell = record.cells[at] ?? '';
      const read = readCell(cell, column, missing);
      if ('fault' in read) yield cellFault(cell, column, read, cellPlace(csv, record, at));
    }
}

/** Each cell of a column once, though it may be that of several periods. */
const cellsOf = (
  { cells }: Column,
  records: ReadonlyMap<Period, CsvRecord>,
): Iterable<readonly [CsvRecord, number]> => {
  const found = [...cells].flatMap(([period, at]) => {
    const record = records.get(period);
    return record ? [[record, at] as const] : [];
  });
  return found.filter(
    ([record, at], index) => found.findIndex((other) => other[0] === record && other[1] === at) === index,
  );
};

const cellFault = (cell: string, { id }: Column, { fault, meant }: CellFault, place: Place): Message => {
  if (fault === 'share')
    return error('bad-cell', place, `\`${id}\` is \`${cell}\`; a percentage is from 0 to 100`, {
      remedy: 'Correct it; a rate of change has the unit `% change`.',
    });
  const text = `\`${id}\` is \`${cell}\`; expected a number such as \`1234.5\`, without signs and commas`;
  const remedy =
    meant === null
      ? `Write a number, or say in the description what the sign means: \`missing: { ${/^[\p{L}.]{1,9}$/u.test(cell) ? cell : '…'}: … }\`.`
      : `Write \`${meant}\`.`;
  return error('bad-cell', place, text, { remedy });
};
