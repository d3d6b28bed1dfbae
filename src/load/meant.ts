import { isDay, isPartialDate } from '../model/time.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const DASHES = /[‐-―−]/gu;

/** The date that was meant by one written as people write them, day before month: `16/1/2025` is `2025-01-16`. */
export const dateMeant = (written: string): string | null => {
  const text = written
    .trim()
    .replace(DASHES, '-')
    .replaceAll(/^["'“‘]|["'”’]$/gu, '');
  const found =
    /^(?<y>\d{4})[-/. ](?<m>\d{1,2})(?:[-/. ](?<d>\d{1,2}))?$/u.exec(text) ??
    /^(?:(?<d>\d{1,2})[-/. ])?(?<m>\d{1,2})[-/. ](?<y>\d{4})$/u.exec(text) ??
    /^(?:(?<d>\d{1,2})(?:st|nd|rd|th)?[- ])?(?<m>\p{L}{3,9})\.?,?[- ](?<y>\d{4})$/u.exec(text) ??
    /^(?<m>\p{L}{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/u.exec(text);
  const { y, m, d } = found?.groups ?? {};
  if (!y || !m) return null;
  const month = /^\d/u.test(m) ? m : String(MONTHS.indexOf(m.slice(0, 3).toLowerCase()) + 1);
  const date = [y, month, d].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
  return isPartialDate(date) ? date : null;
};

export const dayMeant = (written: string): string | null => {
  const date = dateMeant(written);
  return date !== null && isDay(date) ? date : null;
};

/** A day, perhaps with its time: `16 January 2025, 00:01`. */
export const momentMeant = (written: string): string | null => {
  const [, day = '', hour = '', minute] =
    /^(.*?)(?:,?\s+(?:at\s+)?|T)(\d{1,2})[:.](\d{2})$/u.exec(written.trim()) ?? [];
  const date = dayMeant(minute ? day : written);
  return date && minute ? `${date}T${hour.padStart(2, '0')}:${minute}` : date;
};

/** Yes and no, as people and other programs write them. */
export const flagMeant = (written: string): string | null => {
  if (/^(?:yes|y|on|1|true)$/iu.test(written.trim())) return 'true';
  return /^(?:no|n|off|0|false)$/iu.test(written.trim()) ? 'false' : null;
};

/** A name made of what something is called, e.g. `the-bill-in-brief`; empty where nothing of that makes one. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
