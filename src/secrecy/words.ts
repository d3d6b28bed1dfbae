/** The words of a text, as texts are held against each other. */

/** How many words in a row are a shingle. */
export const SHINGLE = 6;

/** Small numbers are words in some documents and figures in others. */
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const FIGURES: ReadonlyMap<string, string> = new Map(NUMBERS.map((word, index) => [word, `${index + 1}`]));

/**
 * The words in their order: letters and digits in small letters, whatever stands between them. Where something is left out
 * stands a word for that, so that what comes before and behind is not read as one.
 */
export const wordsOf = (text: string): readonly string[] => {
  const said = plain(text);
  const words = said.match(isAscii(said) ? /[a-z0-9]+|\.{3}/gu : /[\p{L}\p{N}\p{M}]+|\.{3}/gu) ?? [];
  return words.map((word) => FIGURES.get(word) ?? word);
};

/** Names as ids are: words joined by hyphens. In running text they are known by a hyphen, in other places by themselves. */
export const namesIn = (text: string, isRunning: boolean): readonly string[] =>
  isRunning && !text.includes('-')
    ? []
    : (plain(text).match(
        isRunning ? /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu : /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
      ) ?? []);

/** Addresses of the web and of mail, as they are compared. */
export const addressesIn = (text: string): readonly string[] =>
  text.includes(':') ? (text.match(/\b(?:https?:\/\/|mailto:)[^\s"'<>\\]+/giu) ?? []).map(addressKey) : [];

/** An address without the signs of the sentence that it ends. */
const addressKey = (address: string): string => address.replace(/[).,;:!?/]+$/u, '').toLowerCase();

/** As it is read aloud: composed alike, without what is not seen. */
const plain = (text: string): string =>
  (isAscii(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
        .replace(/[\u2010-\u201F\u2022\u2212]/gu, (sign) =>
          sign === '\u2010' || sign === '\u2011' ? '-' : ' ',
        )
  ).toLowerCase();

// oxlint-disable-next-line no-control-regex
const isAscii = (text: string): boolean => /^[\u0000-\u007F]*$/u.test(text);
