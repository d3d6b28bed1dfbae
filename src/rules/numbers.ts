/**
 * A number as it measures something: with its sign or unit, or with the word for what it counts. Years, and numbers of
 * pages or clauses, are none.
 */
const NUMBER =
  /(?<![\d.,\p{L}])([£€$])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[\s\u00a0-]?(%|per[\s\u00a0]cent|million|billion|trillion|(?<=[£€$][\d.,]+[\s\u00a0]?)(?:m|bn))(?!\p{L}))?(?:[\s\u00a0]+(\p{Ll}{2,}))?/gu;

const NAMES =
  /\b(?:clauses?|sections?|pages?|items?|tables?|figures?|parts?|paragraphs?|chapters?|articles?|schedules?|options?)[\s\u00a0]$/iu;

/** Behind a sum of money. */
const SHORT: Readonly<Record<string, string>> = { m: 'million', bn: 'billion' };

/** The numbers of a text, each as it is told: `41%`, `£1.4 million`, `5 branches`. */
export const numbersOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(NUMBER)].flatMap((found) => {
      const [, sign = '', whole = '', part = '', unit = '', word = ''] = found;
      const number = `${sign}${whole.replaceAll(',', '')}${part}`;
      if (unit) return [/^(?:%|per)/u.test(unit) ? `${number}%` : `${number} ${SHORT[unit] ?? unit}`];
      if (sign || part) return [number];
      if (NAMES.test(text.slice(0, found.index))) return [];
      if (whole.length > 4 || whole.includes(',')) return [number];
      if (/^(?:1[89]|20)\d\d$/u.test(whole)) return [];
      return whole.length > 2 ? [number] : word ? [`${number} ${word}`] : [];
    }),
  );
