import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet } from '../../../src/pdf/overlaps/meet.ts';

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Tells the pairs of boxes that meet, by their numbers. */
const met = (boxes: readonly Box[], tell: (a: number, b: number) => boolean): void => {
  const column = (side: keyof Box): number[] => boxes.map((one) => one[side]);
  const columns = {
    left: column('left'),
    bottom: column('bottom'),
    right: column('right'),
    top: column('top'),
  };
  meet(columns, [...boxes.keys()], tell);
};

const box = fc
  .tuple(
    fc.integer({ max: 60, min: 0 }),
    fc.integer({ max: 60, min: 0 }),
    fc.integer({ max: 12, min: 1 }),
    fc.integer({ max: 12, min: 1 }),
  )
  .map(([left, bottom, width, height]): Box => ({ left, bottom, right: left + width, top: bottom + height }));

const both = ([a, b]: readonly [Box, Box]): Box => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
  top: Math.min(a.top, b.top),
});

/** A pair by its numbers, the smaller first. */
const named = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

test('every pair of boxes that lie upon each other is told once, and no other', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
      const told: string[] = [];
      met(boxes, (a, b) => Boolean(told.push(named(a, b))));
      const expected = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).flatMap((b, behind) => {
          const { left, right, bottom, top } = both([a, b]);
          return left < right && bottom < top ? named(index, index + 1 + behind) : [];
        }),
      );
      expect(told.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('pairs are told from left to right', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
      const begins: number[] = [];
      met(boxes, (a, b) => begins.push(Math.max(boxes[a]?.left ?? 0, boxes[b]?.left ?? 0)) > 0);
      expect(begins).toEqual(begins.toSorted((a, b) => a - b));
    }),
  );
});

test('nothing is told beyond what is asked for', () => {
  const boxes = Array.from({ length: 50 }, (): Box => ({ left: 0, bottom: 0, right: 1, top: 1 }));
  let told = 0;
  met(boxes, () => (told += 1) < 7);
  expect(told).toBe(7);
});

test('it takes time for what stands side by side, not for the square of all', () => {
  // A thousand lines of a hundred letters: 5 thousand million pairs.
  const boxes = Array.from({ length: 100_000 }, (_, index): Box => {
    const [left, bottom] = [(index % 100) * 2, Math.floor(index / 100) * 2];
    return { left, bottom, right: left + 1.5, top: bottom + 1.5 };
  });
  const start = performance.now();
  met(boxes, () => expect.fail('none meet'));
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each([
  ['without height', 0],
  ['with hardly any', 1e-300],
])('boxes %s come to an end, however far they reach', (_, height) => {
  const boxes = [-1e300, 0, 1e300].map((bottom): Box => ({
    left: 0,
    right: 1,
    bottom,
    top: bottom + height,
  }));
  met(boxes, () => expect.fail('none meet'));
});
