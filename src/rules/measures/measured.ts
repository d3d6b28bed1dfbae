/** Statistics that name what they measure. */

import { fold } from '../../model/fold.ts';
import { compare, decimal, placesOf, roundsTo, step } from '../../model/fraction.ts';
import { memo } from '../../model/memo.ts';
import type { Passage } from '../../model/passage.ts';
import { periodKey, readPeriod, type PeriodDays } from './period.ts';

/** A passage that gives the value of a measure. */
export interface MeasuredPassage {
  readonly passage: Passage;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
  readonly area: string;
  /** Its period as days, where it can be read so. */
  readonly days: PeriodDays | null;
}

/** The passages that give a value of a measure, by the measure and what else is the same of them; drafts, which may be wrong, are left out. */
export const byMeasure = (
  passages: Iterable<Passage>,
  also: (one: MeasuredPassage) => string = () => '',
): ReadonlyMap<string, readonly MeasuredPassage[]> => {
  const groups = new Map<string, MeasuredPassage[]>();
  for (const passage of passages) {
    const { measure, value, unit } = passage.attributes;
    const { period, area, status } = passage;
    if (!measure || !value || !unit || !period || !area || status !== 'approved') continue;
    const one = { passage, value, unit, period, area, days: readPeriod(period) };
    memo(groups, plain(`${measure}|${also(one)}`), () => []).push(one);
  }
  return groups;
};

const plain = (text: string): string => fold(text).toLowerCase();

export const isSameUnit = (one: MeasuredPassage, other: MeasuredPassage): boolean =>
  plain(one.unit) === plain(other.unit);

/** Whether two values are one number, which may be written with fewer decimals in one place. */
export const isSameValue = (one: string, other: string): boolean => {
  const places = Math.min(placesOf(one), placesOf(other));
  const [exact, rounded] = placesOf(one) === places ? [other, one] : [one, other];
  return placesOf(one) === placesOf(other)
    ? compare(decimal(one), decimal(other)) === 0
    : roundsTo(decimal(exact), decimal(rounded), step(places));
};

/** Where and when something was measured. */
export const occasionOf = ({ area, period }: MeasuredPassage): string => `${area}|${periodKey(period)}`;

/** Those of a group that none of it supersedes. */
export const currentIn = (group: readonly MeasuredPassage[]): readonly MeasuredPassage[] => {
  const gone = new Set(group.flatMap(({ passage }) => passage.supersedes));
  return group.filter(({ passage }) => !gone.has(passage.id));
};

/** The first of those with the most decimals: what agrees with it agrees with the others. */
export const mostExact = (group: readonly MeasuredPassage[]): MeasuredPassage | undefined =>
  group.toSorted((one, other) => placesOf(other.value) - placesOf(one.value))[0];

/** The ids of the passages whose measure no other gives another value, or another unit, for the same time and place. */
export const uncontradicted = (passages: Iterable<Passage>): ReadonlySet<string> =>
  new Set(
    [...byMeasure(passages, occasionOf).values()].flatMap((group) => {
      const current = currentIn(group);
      const exact = mostExact(current);
      const areOne =
        exact && current.every((one) => isSameUnit(one, exact) && isSameValue(one.value, exact.value));
      return areOne ? current.map(({ passage }) => passage.id) : [];
    }),
  );
