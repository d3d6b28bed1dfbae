import { memo } from '../memo.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Day, PartialDate } from '../time.ts';
import { WELSH } from './cy.ts';
import { ENGLISH } from './en.ts';
import type { Language } from './language.ts';

/** By the tag of the language, without that of a region. */
export const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH, cy: WELSH };

/** The language of a tag, e.g. English for `en-GB`. */
export const languageOf = (tag: string): Language => LANGUAGES[primary(tag)] ?? ENGLISH;

/** What readers of a language call a kind of passage; one of a project’s own by the name that it has there. */
export const kindNameIn = (
  { kinds }: Pick<Language, 'kinds'>,
  kind: string,
  vocabulary: Pick<Vocabulary, 'kinds'>,
): string => kinds[kind] ?? vocabulary.kinds.get(kind)?.name ?? kind;

/** Whether a tag is of a language that there is. */
export const isKnown = (tag: string): boolean => Object.hasOwn(LANGUAGES, primary(tag));

/** Whether two tags are of one language, whatever the region. */
export const isSameLanguage = (one: string, other: string): boolean =>
  one === other || primary(one) === primary(other);

const primary = (tag: string): string => memo(PRIMARY, tag, () => tag.split('-')[0]?.toLowerCase() ?? '');

/** Few tags are asked for by every text. */
const PRIMARY = new Map<string, string>();

/** `16 January 2025`, `January 2025` or `2025`. */
export const showDate = (date: PartialDate, { months }: Language): string => {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
};

/** `Monday 20 January 2025`. */
export const showWeekday = (day: Day, language: Language): string =>
  `${language.weekdays[new Date(`${day}T00:00Z`).getUTCDay()]} ${showDate(day, language)}`;
