import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressMark, LENGTHS, marksOf, nameMark, numbersOf, rowMark } from '../../src/secrecy/marks.ts';
import { valuesInUse } from '../in-use.ts';
import { addressesIn, namesIn, wordsOf } from '../../src/secrecy/words.ts';

/** The marks of a text as it is taken whole. */
const marksOfWhole = (text: string, isName: boolean): readonly number[] => {
  const numbers = numbersOf(wordsOf(text));
  const rows = LENGTHS.flatMap((length) =>
    Array.from(numbers, (_, at) => (at + length <= numbers.length ? [rowMark(numbers, at, length)] : [])),
  );
  const marks = [
    ...rows.flat(),
    ...namesIn(text, !isName).map(nameMark),
    ...addressesIn(text).map(addressMark),
  ];
  return [...new Set(marks)].toSorted((a, b) => a - b);
};

const part = fc.constantFrom(
  'one',
  'Two',
  'kept-letter',
  '3.5',
  '...',
  '…',
  'Ünal',
  'e\u0301',
  'ΣΑΣ',
  '\u00AD',
  'https://e.org/a.b?c:d',
  'mailto:a@e.org',
  '. ',
  '.',
  '? ',
  ': ',
  ';\n',
  ' ',
  ' – ',
  '\u00A0',
  '-',
  '\u0301',
);

test('a text has the marks that it has as a whole, however its sentences are parted', () => {
  const pieces = fc.array(
    fc.record({
      text: fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
      isName: fc.boolean(),
      where: fc.constant(''),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(pieces, (some) => {
      const whole = some.flatMap(({ text, isName }) => marksOfWhole(text, isName));
      expect([...marksOf(some)]).toEqual([...new Set(whole)].toSorted((a, b) => a - b));
    }),
    { numRuns: 1000 },
  );
});

test('of thousands of sentences that no other page has little is remembered', () => {
  const read = (from: number, to: number): number => {
    for (let at = from; at < to; at += 1)
      marksOf([
        { where: '', text: `In Seat ${at}, ${at} children wait for Mr Smith${at} of Leeds. `, isName: false },
        { where: '', text: `bill-mp-seat-${at}`, isName: true },
      ]);
    return valuesInUse();
  };
  const before = read(0, 10);
  // With three times as many sentences at hand it would be 5 MB.
  expect(read(10, 8_000) - before).toBeLessThan(3_000_000);
});
