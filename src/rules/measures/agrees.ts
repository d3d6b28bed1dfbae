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

/** How far from a number one that is said to be about, nearly or more than it may be: a tenth. */
const REACH = fraction(11, 10);

/** The numbers of a text that count what this does, where none of them is it; null where one is, or there are none. */
export const otherNumbers = (text: string, measured: Measured): readonly string[] | null => {
  const counted = countedIn(measured.unit);
  const alike = saidNumbers(text).filter((number) => number.counted === counted);
  if (alike.some((number) => isSame(number, measured))) return null;
  // “One of them”, “two things” are no figures that somebody gives.
  const given = alike.filter(({ said }) => counted !== 'things' || /\d/u.test(said));
  return given.length ? given.map(({ said }) => said) : null;
};

/** Whether a text has the number. */
export const says = (text: string, measured: Measured): boolean =>
  saidNumbers(text).some((number) => number.counted === countedIn(measured.unit) && isSame(number, measured));

/** What the numbers of a unit count; those of a share are in per cent. */
const countedIn = (unit: string): Counted => {
  if (/^\W*(?:%|per ?cent\b)|\bper ?cent\b|%/iu.test(unit)) return 'per cent';
  if (/[£€$]/u.test(unit)) return 'money';
  if (/\btimes\b|[×]/iu.test(unit)) return 'times';
  return /^(?:share|proportion|percentage|part)\b/iu.test(unit) ? 'per cent' : 'things';
};

const SCALED: readonly (readonly [RegExp, number])[] = [
  [/[£€$]bn\b|\bbillions?\b/iu, 1e9],
  [/[£€$]m\b|\bmillions?\b/iu, 1e6],
  [/\bthousands?\b/iu, 1e3],
];

/** Less and more are said in words: “fell by 31%”. */
const isSame = ({ amount, step: exact, hedge }: SaidNumber, { value, unit }: Measured): boolean => {
  const by = fraction(SCALED.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);
  const [meant, own] = [times(size(decimal(value)), by), times(step(placesOf(value)), by)];
  return roundsTo(meant, amount, exact ?? own) || (hedge !== null && isWithin(meant, amount, hedge));
};

const isWithin = (meant: Fraction, amount: Fraction, hedge: NonNullable<SaidNumber['hedge']>): boolean => {
  const isBelow = compare(meant, amount) <= 0 && compare(amount, times(meant, REACH)) <= 0;
  const isAbove = compare(meant, amount) >= 0 && compare(meant, times(amount, REACH)) <= 0;
  return (hedge !== 'over' && isBelow) || (hedge !== 'under' && isAbove);
};
