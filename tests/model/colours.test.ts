import { describe, expect, test } from 'vitest';
import {
  contrast,
  DARK,
  darkened,
  faint,
  LEAST_CONTRAST,
  LIGHT,
  type Colour,
} from '../../src/model/colours.ts';

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The grey that is commonly named as the lightest for text on white.
    ['#767676', '#ffffff', 4.54],
  ] as const)('of %s on %s is %d', (a, b, ratio) => expect(contrast(a, b)).toBeCloseTo(ratio, 2));
});

test('the palettes of despatch can be read, by day and by night', () => {
  expect(faint(LIGHT)).toEqual([]);
  expect(faint(DARK)).toEqual([]);
});

test('an accent that is readable by day becomes one that is readable by night', () => {
  const accents: readonly Colour[] = ['#003366', '#000000', '#b00020', '#00563f'];
  for (const accent of accents) {
    expect(faint({ ...LIGHT, accent })).toEqual([]);
    const night = darkened({ ...LIGHT, accent });
    expect(faint(night)).toEqual([]);
    expect(contrast(night.accent, DARK.paper)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  }
});
