/** Whether what a text says of a number is that number. */

import {
  compare,
  decimal,
  fraction,
  placesOf,
  roundsTo,
  size,
  step,
  times,
  type Fraction,
} from '../../model/fraction.ts';
import { saidNumbers, type Counted, type SaidNumber } from './said-numbers.ts';

/** A number with what it counts, as attributes give it. */
export interface Measured {
  /** A decimal, e.g. `33.3`. */
  readonly value: string;
  readonly unit: string;
}

/** A number, and 1 in the last of its figures that are given. */
interface Meant {
  readonly amount: Fraction;
  readonly exactTo: Fraction;
}

/** How far from a number one that is said to be about, nearly or more than it may be: a tenth. */
const REACH = fraction(11, 10);

/** The numbers of a text that count what this does, where none of them is it; null where one is, or there are none. */
export const otherNumbers = (
  text: string,
  measured: Measured,
  isEnglish = true,
): readonly string[] | null => {
  const counted = countedIn(measured.unit);
  const alike = saidNumbers(text, isEnglish).filter((number) => number.counted === counted);
  if (alike.some((number) => isSame(number, meant(measured)))) return null;
  // “One of them”, “two things” are no figures that somebody gives.
  const given = alike.filter(({ said }) => counted !== 'things' || /\d/u.test(said));
  return given.length ? given.map(({ said }) => said) : null;
};

/** Whether a text has the number. */
export const says = (text: string, measured: Measured): boolean =>
  saysIn(text, measured.unit, meant(measured));

/** Whether a text has a number that is known exactly. */
export const saysExactly = (text: string, unit: string, amount: Fraction): boolean =>
  saysIn(text, unit, { amount: size(amount), exactTo: WHOLE });

const WHOLE = fraction(1);

const saysIn = (text: string, unit: string, number: Meant): boolean =>
  saidNumbers(text).some((said) => said.counted === countedIn(unit) && isSame(said, number));

/** What the numbers of a unit count; those of a share are in per cent. */
const countedIn = (unit: string): Counted => {
  if (/^\W*(?:%|per ?cent\b)|\bper ?cent\b|%/iu.test(unit)) return 'per cent';
  if (/[£€$]/u.test(unit)) return 'money';
  if (/\btimes\b|[×]/iu.test(unit)) return 'times';
  return /^(?:share|proportion|percentage|part)\b/iu.test(unit) ? 'per cent' : 'things';
};

export const isInPerCent = (unit: string): boolean => countedIn(unit) === 'per cent';

const SCALED: readonly (readonly [RegExp, number])[] = [
  [/[£€$]bn\b|\bbillions?\b/iu, 1e9],
  [/[£€$]m\b|\bmillions?\b/iu, 1e6],
  [/\bthousands?\b/iu, 1e3],
];

/** What 1 of a unit is: a million for `£m`. */
export const scaleOf = (unit: string): Fraction =>
  fraction(SCALED.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);

/** A value as a number: 335000000 for 335 of `£m`. */
export const amountOf = ({ value, unit }: Measured): Fraction => times(decimal(value), scaleOf(unit));

/** Less and more are said in words: “fell by 31%”. */
const meant = ({ value, unit }: Measured): Meant => ({
  amount: size(amountOf({ value, unit })),
  exactTo: times(step(placesOf(value)), scaleOf(unit)),
});

/** Whether a number may stand for another: as it is, rounded, or about as large where it says so. */
export const standsFor = (said: SaidNumber, known: SaidNumber): boolean =>
  said.counted === known.counted &&
  isSame(said, { amount: size(known.amount), exactTo: known.step ?? WHOLE });

const isSame = ({ amount, step: exact, hedge }: SaidNumber, number: Meant): boolean =>
  roundsTo(number.amount, amount, exact ?? number.exactTo) ||
  (hedge !== null && isWithin(number.amount, amount, hedge));

const isWithin = (own: Fraction, amount: Fraction, hedge: NonNullable<SaidNumber['hedge']>): boolean => {
  const isBelow = compare(own, amount) <= 0 && compare(amount, times(own, REACH)) <= 0;
  const isAbove = compare(own, amount) >= 0 && compare(own, times(amount, REACH)) <= 0;
  return (hedge !== 'over' && isBelow) || (hedge !== 'under' && isAbove);
};
