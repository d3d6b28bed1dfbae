import { LICENCE_IDS, LICENCES } from '../model/licence.ts';
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

/** The one licence that is written by its name, or shortly: `OGL v3`, `CC BY 4.0`; null where several may be meant. */
export const licenceMeant = (written: string): string | null => {
  const said = licenceWords(written);
  const alike = LICENCE_IDS.filter((id) => isWithin(said, licenceWords(`${id} ${LICENCES[id].name}`)));
  const whole = alike.filter((id) =>
    [id.replace('-UK', ''), LICENCES[id].name].some((name) => isWithin(licenceWords(name), said)),
  );
  const [meant = null, ...others] = alike.length > 1 ? whole : alike;
  return others.length ? null : meant;
};

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

/** Words and numbers, of which `3.0` is 3. */
const licenceWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .replaceAll(/(?:v|version)?\s*(\d+)(?:\.0)?(?!\d)/gu, ' $1 ')
      .match(/\p{L}+|\d+/gu),
  );
