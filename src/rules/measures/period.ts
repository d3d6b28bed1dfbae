/** Periods as people write them, as days, so that they can be compared. */

import { fold } from '../../model/fold.ts';
import { isDay, lastDay, type Day } from '../../model/time.ts';

/** A period: one time, or from one to another. */
export interface PeriodDays {
  readonly from: Day;
  /** Where its last, or only, time begins and ends. */
  readonly lastFrom: Day;
  readonly to: Day;
  readonly isRange: boolean;
}

/** The first and the last day of a time. */
type Days = readonly [Day, Day];

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Words beside a time that leave it as it is. */
const BESIDE =
  /\b(?:(?:(?:12|twelve) months|(?:financial |academic |calendar )?years?) (?:to|ending|ended)(?! \d{4} to)|as at|at|on|in|from|between|during|the|end of|years?|financial|academic|calendar)\b/gu;

/** Null where it is written in another way than these: `2023`, `2022-23`, `May 2024`, `30 September 2024`, with `to` between two. */
export const readPeriod = (written: string): PeriodDays | null => {
  const text = fold(written.toLowerCase().replace(BESIDE, ' '));
  const span = /^(\d{4})\s?[-–/]\s?(\d{4})$/u.exec(text);
  const isSpan = span && Number(span[2]) > Number(span[1]) + 1;
  const ends = isSpan
    ? span.slice(1)
    : daysOf(text)
      ? [text]
      : text.split(/ (?:to|until|and|-|–) |[–—](?=\d{1,2} \p{L})/u);
  const times = ends.map(daysOf);
  const [first, last = first] = times;
  if (times.length > 2 || !first || !last || times.includes(null)) return null;
  if (first[0] > last[0]) return null;
  return { from: first[0], lastFrom: last[0], to: last[1], isRange: times.length > 1 };
};

const daysOf = (text: string): Days | null => {
  const [, day, month = '', year = ''] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:(\p{L}+) )?(\d{4})$/u.exec(text) ?? [];
  if (!year) return twoYears(text);
  if (!month) return day ? null : [`${year}-01-01`, `${year}-12-31`];
  const index = MONTHS.findIndex((name) => name === month || name.slice(0, 3) === month) + 1;
  if (!index) return null;
  if (day) return isDay(dayIn(year, index, day)) ? [dayIn(year, index, day), dayIn(year, index, day)] : null;
  const first = dayIn(year, index, '1');
  return [first, lastDay(first.slice(0, 7))];
};

const dayIn = (year: string, month: number, day: string): Day =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** A financial or a school year, from some day in the one to some day in the next: `2022-23`. It counts as from April to March. */
const twoYears = (text: string): Days | null => {
  const [, first = '', second = ''] = /^(\d{4})\s?[-–/]\s?(\d{2}|\d{4})$/u.exec(text) ?? [];
  const next = String(Number(first) + 1);
  return first && next.endsWith(second) ? [`${first}-04-01`, `${next}-03-31`] : null;
};

/** The same for two periods that are the same, as days or, where they can't be read so, as they are written. */
export const periodKey = (written: string): string => {
  const days = readPeriod(written);
  return days ? `${days.from} ${days.lastFrom} ${days.to}` : fold(written);
};

/** Whether a period is over before the other begins; of two that go from one time to another, before the last of the other. */
export const isEarlier = (one: PeriodDays | null, other: PeriodDays | null): boolean =>
  one !== null && other !== null && one.isRange === other.isRange && one.to < other.lastFrom;
