/** Numbers as words, in English. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What a number is multiplied by. */
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** The last words of fractions. */
export const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

const VALUES = new Map<string, number>([
  ...UNITS.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

const WORD = [...VALUES.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** A number in words, as a part of a pattern: `thirty-three`, `two hundred and five`, `a`. */
export const IN_WORDS = `(?:(?:${WORD}|hundred|thousand)(?:(?:[ -]| and )(?:${WORD}|hundred|thousand|million|billion))*)`;

/** What words of that form say: `two hundred and five` is 205. */
export const numberInWords = (text: string): number => {
  let [whole, group] = [0, 0];
  for (const word of text.toLowerCase().split(/[ -]+/u)) {
    const scale = SCALES[word];
    if (word === 'hundred') group = (group || 1) * 100;
    else if (scale) [whole, group] = [whole + (group || 1) * scale, 0];
    else group += VALUES.get(word) ?? 0;
  }
  return whole + group;
};
