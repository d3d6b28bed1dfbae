import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookletSides, officeSides } from '../../../src/pdf/copies/imposition.ts';

/** The pages in the order in which one reads the booklet, folded and stitched; null for a blank. */
const read = (pages: number): (number | null)[] => {
  const sides = bookletSides(pages);
  const sheets = Array.from({ length: sides.length / 2 }, (_, sheet) =>
    sides.slice(2 * sheet, 2 * sheet + 2),
  );
  // Each sheet lies in the fold of the one before: its right front and left back are read on the way in.
  const inwards = sheets.flatMap(([front, back]) => [front?.[1] ?? null, back?.[0] ?? null]);
  const outwards = sheets.toReversed().flatMap(([front, back]) => [back?.[1] ?? null, front?.[0] ?? null]);
  return [...inwards, ...outwards];
};

describe('a booklet', () => {
  test('has the pages of eight on two sheets, from the outside in', () => {
    expect(bookletSides(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });

  test.each([
    [1, [0, null, null, null]],
    [2, [0, null, null, 1]],
    [3, [0, 1, null, 2]],
    [4, [0, 1, 2, 3]],
    [5, [0, 1, 2, 3, null, null, null, 4]],
    [6, [0, 1, 2, 3, 4, null, null, 5]],
    [7, [0, 1, 2, 3, 4, 5, null, 6]],
  ])('of %i pages has its blanks before the back cover', (pages, expected) => {
    expect(read(pages)).toEqual(expected);
  });

  test('of any length is read from the first page to the last, each once, the last on the back', () => {
    assert(
      property(integer({ min: 2, max: 200 }), (pages) => {
        const order = read(pages);
        expect(order.length % 4).toBe(0);
        expect(order.length - pages).toBeLessThan(4);
        expect(order.filter((page) => page !== null)).toEqual(
          Array.from({ length: pages }, (_, page) => page),
        );
        expect(order.at(-1)).toBe(pages - 1);
      }),
    );
  });
});

describe('an office copy', () => {
  test('has the same page two times on a side, and its back behind it', () => {
    expect(officeSides(4)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('leaves the back of an odd last page blank', () => {
    expect(officeSides(1)).toEqual([
      [0, 0],
      [null, null],
    ]);
  });
});
