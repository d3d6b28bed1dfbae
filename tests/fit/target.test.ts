import { expect, test } from 'vitest';
import { settingsOf } from '../../src/fit/settings.ts';
import { allowedNear, bindsPages, onlyNumber } from '../../src/fit/target.ts';

test.each([
  [{ min: 1, max: 1, multiple: 1 }, 1, { exact: true, below: null, above: null }],
  [{ min: 1, max: 1, multiple: 1 }, 3, { exact: false, below: 1, above: null }],
  [{ min: 1, max: 2, multiple: 1 }, 1, { exact: true, below: null, above: 2 }],
  [{ min: 4, max: 8, multiple: 4 }, 5, { exact: false, below: 4, above: 8 }],
  [{ min: 4, max: 8, multiple: 4 }, 8, { exact: true, below: 4, above: null }],
  [{ min: 4, max: 8, multiple: 4 }, 2, { exact: false, below: null, above: 4 }],
  [{ min: 3, max: 9, multiple: 4 }, 9, { exact: false, below: 8, above: null }],
  [{ min: 5, max: null, multiple: 4 }, 3, { exact: false, below: null, above: 8 }],
  [{ min: 5, max: null, multiple: 4 }, 4, { exact: false, below: null, above: 8 }],
  [{ min: 1, max: null, multiple: 4 }, 9, { exact: false, below: 8, above: 12 }],
])('%o allows next to %i pages: %o', (contract, pages, allowed) => {
  expect(allowedNear(contract, pages)).toEqual(allowed);
});

test('a contract may allow one number of pages alone, or bind them not at all', () => {
  expect(onlyNumber({ min: 1, max: 1, multiple: 1 })).toBe(1);
  expect(onlyNumber({ min: 2, max: 7, multiple: 4 })).toBe(4);
  expect(onlyNumber({ min: 1, max: 2, multiple: 1 })).toBeNull();
  expect(bindsPages({ min: 1, max: null, multiple: 1 })).toBe(false);
  expect(bindsPages({ min: 1, max: null, multiple: 2 })).toBe(true);
});

test.each([
  [{ size: 12, min: 10, max: 14 }],
  [{ size: 12, min: 12, max: 12 }],
  [{ size: 18, min: 6, max: 40 }],
])('the settings of %o go from the largest to the tightest in steps below a hundredth', (type) => {
  const { all, aim } = settingsOf(type);
  expect(all[0]).toEqual({ size: type.max, spacing: 1.25 });
  expect(all[aim]).toEqual({ size: type.size, spacing: 1 });
  expect(all.at(-1)).toEqual({ size: type.min, spacing: 0.75 });
  all.slice(1).forEach((one, index) => {
    const before = all[index] ?? one;
    expect(one.spacing).toBeLessThan(before.spacing);
    expect(one.size).toBeLessThanOrEqual(before.size);
    expect((before.size - one.size) / type.size).toBeLessThan(0.01);
  });
});
