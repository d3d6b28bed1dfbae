import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, halfUnit, inThousands, isWithin } from '../../src/model/decimal.ts';

/** A number of tenths as it is written. */
const tenths = (count: number): string => {
  const [whole, part] = [Math.trunc(Math.abs(count) / 10), Math.abs(count) % 10];
  return `${count < 0 ? '-' : ''}${whole}.${part}`;
};
const count = fc.integer({ min: -100_000, max: 100_000 });

describe('decimal numbers', () => {
  test('are compared by what they say, whatever zeros they end on', () => {
    expect(compareDecimals('12', '12.0')).toBe(0);
    expect(compareDecimals('-0.1', '0.1')).toBe(-1);
    expect(compareDecimals('9', '10')).toBe(-1);
    expect(compareDecimals('-0.5', '-0.25')).toBe(-1);
  });

  test('are as far apart as whole numbers of tenths are', () => {
    fc.assert(
      fc.property(count, count, fc.nat(1000), (one, other, reach) => {
        expect(isWithin(tenths(one), tenths(other), tenths(reach))).toBe(Math.abs(one - other) <= reach);
        expect(compareDecimals(tenths(one), tenths(other))).toBe(Math.sign(one - other));
      }),
    );
  });

  test('are read with a comma at each thousand', () => {
    const read = ['33', '74380', '-1234567.8910', '999', '1000.5'].map(inThousands);
    expect(read).toEqual(['33', '74,380', '−1,234,567.8910', '999', '1,000.5']);
  });

  test('end in halves of the last decimal', () => {
    expect([0, 1, 2].map(halfUnit)).toEqual(['0.5', '0.05', '0.005']);
  });
});
