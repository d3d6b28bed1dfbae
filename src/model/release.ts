/** When documents may be read. */

import type { Entry } from './manifest.ts';
import { memo } from './memo.ts';
import type { Edition, Pack } from './pack.ts';
import type { Project } from './project.ts';
import { parseMoment, type Day } from './time.ts';

/** A document's date: the edition's embargo day, else the edition's date, else the pack's. */
export const documentDate = ({ date }: Pick<Pack, 'date'>, edition: Edition): Day =>
  edition.embargo?.day ?? edition.date ?? date;

/** From when on a document may be read: its embargo, else the start of its day in London; milliseconds. */
export const releaseOf = (pack: Pick<Pack, 'date'>, edition: Edition): number =>
  edition.embargo?.instant ?? startOf(documentDate(pack, edition));

/** The same of a document that was made. */
export const entryRelease = ({ embargo, date }: Pick<Entry, 'embargo' | 'date'>): number =>
  startOf(embargo ?? date);

/** From which moment until which nothing is released, in milliseconds: until `until` itself; null where that has no end. */
export interface Standing {
  readonly since: number | null;
  readonly until: number | null;
}

/** Between which of all moments of a project the present one lies. */
export const standingAt = (
  now: number,
  { packs, passages }: Pick<Project, 'packs' | 'passages'>,
): Standing => {
  const moments = [
    ...[...packs.values()].flatMap((pack) => pack.editions.map((edition) => releaseOf(pack, edition))),
    ...[...passages.values()].flatMap(({ embargo }) => embargo?.instant ?? []),
  ];
  const within = (some: readonly number[], pick: (a: number, b: number) => number) =>
    some.length ? some.reduce((a, b) => pick(a, b)) : null;
  return {
    since: within(
      moments.filter((moment) => moment <= now),
      Math.max,
    ),
    until: within(
      moments.filter((moment) => moment > now),
      Math.min,
    ),
  };
};

/** Whether a moment lies there. */
export const isStanding = ({ since, until }: Standing, now: number): boolean =>
  (since ?? -Infinity) <= now && now < (until ?? Infinity);

/** The starts of moments that were asked for: what the clock of London shows then takes long to find out. */
const STARTS = new Map<string, number>();

const startOf = (moment: string): number => memo(STARTS, moment, () => parseMoment(moment)?.instant ?? 0);
