import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, meet } from '../../../src/pdf/overlaps/meet.ts';

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

test('every pair of boxes that lie upon each other is told once, and no other', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
      const told: [Box, Box][] = [];
      meet(boxes, (a, b) => Boolean(told.push([a, b])));
      const expected = boxes
        .flatMap((a, index) => boxes.slice(index + 1).map((b): [Box, Box] => [a, b]))
        .filter((pair) => {
          const { left, right, bottom, top } = both(pair);
          return left < right && bottom < top;
        });
      const places = new Map(boxes.map((one, index) => [one, index]));
      const named = (pairs: [Box, Box][]): string[] =>
        pairs
          .map((pair) =>
            pair
              .map((one) => places.get(one) ?? -1)
              .toSorted((a, b) => a - b)
              .join(),
          )
          .toSorted();
      expect(named(told)).toEqual(named(expected));
    }),
  );
});

test('nothing is told beyond what is asked for', () => {
  const boxes = Array.from({ length: 50 }, (): Box => ({ left: 0, bottom: 0, right: 1, top: 1 }));
  let told = 0;
  meet(boxes, () => (told += 1) < 7);
  expect(told).toBe(7);
});

test('it takes time for what stands side by side, not for the square of all', () => {
  // A thousand lines of a hundred letters: 5 thousand million pairs.
  const boxes = Array.from({ length: 100_000 }, (_, index): Box => {
    const [left, bottom] = [(index % 100) * 2, Math.floor(index / 100) * 2];
    return { left, bottom, right: left + 1.5, top: bottom + 1.5 };
  });
  const start = performance.now();
  meet(boxes, () => expect.fail('none meet'));
  expect(performance.now() - start).toBeLessThan(5000);
});
