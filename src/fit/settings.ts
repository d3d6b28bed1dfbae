import type { Setting } from '../model/fit.ts';
import type { TypeContract } from '../model/template.ts';

/** The share by which spaces grow while the type grows to its largest, and shrink while it shrinks to its smallest. */
const SPACE = 0.25;

/** The most by which the type of one setting differs from that of the next, as a share of the template's. */
const STEP = 0.008;

/** What a page may be set in. */
export interface Settings {
  /** From the largest to the tightest; one takes less room than the one before. */
  readonly all: readonly Setting[];
  /** The index of the template's own. */
  readonly aim: number;
}

/**
 * Type and spaces travel together, as one quantity: from the largest type with the widest spaces over the template's
 * own to the smallest with the narrowest. Steps of the type are less than a hundredth of its size: each costs a layout.
 */
export const settingsOf = ({ size, min, max }: Pick<TypeContract, 'size' | 'min' | 'max'>): Settings => {
  const side = (limit: number, space: number): Setting[] => {
    const steps = Math.max(16, Math.ceil(Math.abs(limit - size) / size / STEP));
    return Array.from({ length: steps }, (_, index) => {
      const part = (index + 1) / steps;
      return { size: rounded(size + part * (limit - size)), spacing: rounded(1 + part * space) };
    });
  };
  const larger = side(max, SPACE).toReversed();
  return { all: [...larger, { size, spacing: 1 }, ...side(min, -SPACE)], aim: larger.length };
};

const rounded = (number: number): number => Math.round(number * 1000) / 1000;
