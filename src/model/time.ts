/**
 * Days and moments. Selection and every document know only days and moments that the input names;
 * the present moment is handed in where it is needed (`--now`) and reaches no document.
 */

/** A calendar day in London, e.g. `2025-01-16`. Days compare as text. */
export type Day = string;

/** A point in time as written: a day, perhaps with a time; a day alone starts at 00:00 in London. */
export interface Moment {
  readonly day: Day;
  /** `HH:MM`, or null where only the day was written. */
  readonly time: string | null;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly instant: number;
}

/** A date of publication, as exact as it is known: `2025`, `2025-01` or `2025-01-16`. */
export type PartialDate = string;

const ZONE = 'Europe/London';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** London's wall clock at an instant, read as if it were UTC, in milliseconds. */
const londonClock = (instant: number): number => {
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(
    of['year'] ?? 0,
    (of['month'] ?? 1) - 1,
    of['day'] ?? 1,
    of['hour'] ?? 0,
    of['minute'] ?? 0,
    of['second'] ?? 0,
  );
};

/** The day in London at an instant (milliseconds). */
export const dayAt = (instant: number): Day => new Date(londonClock(instant)).toISOString().slice(0, 10);

/** Whether a text is a day that the calendar has: `2025-02-29` is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00Z`)) &&
  new Date(`${text}T00:00Z`).toISOString().startsWith(text);

/** Whether a text is a year, a month or a day that the calendar has. */
export const isPartialDate = (text: string): boolean =>
  isDay(/^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);

/** The first day of a date that may be only a year or a month: what order and comparison use. */
export const firstDay = (date: PartialDate): Day => `${date}-01-01`.slice(0, 10);

/** The last day of such a date. */
export const lastDay = (date: PartialDate): Day => {
  const [year, month = '12', day] = date.split('-');
  if (day) return date;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
};

/**
 * Reads `2025-01-20`, `2025-01-20T00:01`, or either with seconds and a zone (`Z`, `+01:00`).
 * Without a zone the time is London's. In the hour that the clock repeats in autumn the earlier one is meant.
 * Null where the text is no such moment.
 */
export const parseMoment = (text: string): Moment | null => {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  const day = found?.[1];
  if (!day || !isDay(day)) return null;
  const [time = null, seconds = '00', zone] = [found[2], found[3], found[4]];
  const clock = `${day}T${time ?? '00:00'}:${seconds}`;
  const asUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asUtc)) return null;
  if (zone) {
    const instant = Date.parse(clock + zone);
    return Number.isNaN(instant) ? null : momentAt(instant);
  }
  const summer = asUtc - 3_600_000;
  return { day, time, instant: londonClock(summer) === asUtc ? summer : asUtc };
};

/** An instant as a moment by London's clock. */
const momentAt = (instant: number): Moment => {
  const clock = new Date(londonClock(instant)).toISOString();
  return { day: clock.slice(0, 10), time: clock.slice(11, 16), instant };
};
