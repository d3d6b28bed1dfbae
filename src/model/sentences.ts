/** Abbreviations that keep their stop in the middle of a sentence and have a vowel, so that their form does not tell. */
const SHORTENED = new Set(
  (
    'al approx app apps art arts assoc ave bros cap capt chap chaps circa co col corp dec dept ed eds est etc ext feb fig figs ' +
    'gen gov hon ibid inc incl jan jun jul aug sep sept oct nov apr mar max min no nos op para paras prof pub reg regs rep ' +
    'rev sched sec secs sen sub subs suppl tel univ viz vol vols'
  ).split(' '),
);

/** Whether a word with a stop behind it is an abbreviation: `e.g`, `p`, `pp`, `St`, `paras`. */
const isAbbreviation = (word: string): boolean =>
  /^\p{L}$|\./u.test(word) || !/[aeiouyŵŷâêîôû\d]/iu.test(word) || SHORTENED.has(word.toLowerCase());

/** Whether the text before a place ends with the stop of an abbreviation. */
export const endsAbbreviated = (before: string): boolean => {
  const word = /([\p{L}\p{N}.]+)\.[\s\u00a0]*$/u.exec(before)?.[1];
  return word !== undefined && isAbbreviation(word);
};

/** Whether a sentence begins behind this text; the stop of an abbreviation ends none. */
export const beginsSentence = (before: string): boolean =>
  /(?:^|[.?!…][”’"')\]]*[\s\u00a0]+)[“‘"'(]*$/u.test(before) &&
  !endsAbbreviated(before.replace(/[“‘"'(]+$/u, ''));

/** With its first letter as a capital. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
