import { covers, type Areas } from './area.ts';
import type { Day } from './time.ts';

/** Days on which those who are to read a document are not at work. */
export interface Calendar {
  readonly bankHolidays: readonly FreeDays[];
  /** Of a parliament. */
  readonly recesses: readonly FreeDays[];
}

export interface FreeDays {
  readonly name: string;
  /** The first and the last of them. */
  readonly from: Day;
  readonly to: Day;
  /** The place in which they are free; null where they are so everywhere. */
  readonly area: string | null;
}

export const NO_CALENDAR: Calendar = { bankHolidays: [], recesses: [] };

/** Which days will do for an audience: any, those on which offices are open, those on which a parliament sits. */
export const READING_DAYS = ['any', 'working', 'sitting'] as const;

export type ReadingDays = (typeof READING_DAYS)[number];

/** Why a day is no such day for a document on a place, e.g. `a Sunday`, `Good Friday`; null where it is one. */
export const whyNot = (
  day: Day,
  days: ReadingDays,
  here: string | null,
  { bankHolidays, recesses }: Calendar,
  areas: Areas,
): string | null => {
  if (days === 'any') return null;
  const weekend = WEEKEND[new Date(`${day}T00:00Z`).getUTCDay()];
  const holds = ({ from, to, area }: FreeDays) =>
    from <= day && day <= to && (area === null || here === null || covers(areas, area, here));
  const free = [...(days === 'sitting' ? recesses : []), ...bankHolidays].find(holds);
  return free?.name ?? weekend ?? null;
};

const WEEKEND: Readonly<Record<number, string>> = { 0: 'a Sunday', 6: 'a Saturday' };
