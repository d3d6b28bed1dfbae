/** Fractions, in which nothing is lost: a third has no decimals that end. */

export interface Fraction {
  readonly above: bigint;
  /** Greater than 0. */
  readonly below: bigint;
}

export const fraction = (above: bigint | number, below: bigint | number = 1n): Fraction =>
  BigInt(below) < 0n
    ? { above: -BigInt(above), below: -BigInt(below) }
    : { above: BigInt(above), below: BigInt(below) };

/** A decimal as it is written, of however many figures. */
export const decimal = (written: string): Fraction => {
  if (!/^-?\d+(?:\.\d+)?$/u.test(written)) throw new Error(`${written} is no decimal`);
  const part = written.split('.')[1] ?? '';
  return fraction(BigInt(written.replace('.', '')), 10n ** BigInt(part.length));
};

export const plus = (one: Fraction, other: Fraction): Fraction =>
  fraction(one.above * other.below + other.above * one.below, one.below * other.below);

export const minus = (one: Fraction, other: Fraction): Fraction =>
  plus(one, fraction(-other.above, other.below));

export const times = (one: Fraction, other: Fraction): Fraction =>
  fraction(one.above * other.above, one.below * other.below);

/** Null where the second is 0. */
export const over = (one: Fraction, other: Fraction): Fraction | null =>
  other.above === 0n ? null : fraction(one.above * other.below, one.below * other.above);

export const size = ({ above, below }: Fraction): Fraction => fraction(above < 0n ? -above : above, below);

/** Less than 0 where the first is the smaller, 0 where they are the same. */
export const compare = (one: Fraction, other: Fraction): number => {
  const apart = minus(one, other).above;
  return apart < 0n ? -1 : apart > 0n ? 1 : 0;
};

/** 1 in the last of so many decimals: 0.1 for one; below 0, tens, hundreds … */
export const step = (places: number): Fraction =>
  places < 0 ? fraction(10n ** BigInt(-places)) : fraction(1n, 10n ** BigInt(places));

/** How many decimals a number is written with. */
export const placesOf = (written: string): number => written.split('.')[1]?.length ?? 0;

/** Whether the first, rounded to steps of this size, is the second: a half may go either way. */
export const roundsTo = (exact: Fraction, rounded: Fraction, by: Fraction): boolean =>
  compare(times(size(minus(exact, rounded)), fraction(2)), by) <= 0;

/** Rounded to some decimals, a half away from 0, as it is written. */
export const written = ({ above, below }: Fraction, places: number): string => {
  const scaled = (above < 0n ? -above : above) * 10n ** BigInt(places) * 2n + below;
  const digits = (scaled / (below * 2n)).toString().padStart(places + 1, '0');
  const sign = above < 0n && /[1-9]/u.test(digits) ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return `${sign}${whole}${places ? `.${digits.slice(-places)}` : ''}`;
};
