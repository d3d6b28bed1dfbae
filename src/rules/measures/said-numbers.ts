/** Numbers that a sentence says, in figures or in words, each with what it counts. */

import { decimal, fraction, placesOf, step, times, type Fraction } from '../../model/fraction.ts';
import { upTo } from '../../model/memo.ts';
import { IN_WORDS, numberInWords, PARTS, SCALES } from './number-words.ts';

/** What a number counts, as far as its signs tell. */
export type Counted = 'per cent' | 'money' | 'times' | 'things';

export interface SaidNumber {
  /** As it stands there, e.g. `£1.8 million`, `one in three`. */
  readonly said: string;
  readonly counted: Counted;
  readonly amount: Fraction;
  /** 1 in its last figure; null for words, which are as exact as what they stand for. */
  readonly step: Fraction | null;
  /** How exact it claims to be. */
  readonly hedge: 'about' | 'under' | 'over' | null;
}

const FIGURE = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const EITHER = `(?:${FIGURE}|${IN_WORDS})`;
const PER_CENT = String.raw`\s?(?:%|per[\s-]?cent(?:age points?)?|percentage points?)`;

/** The forms in which numbers stand, the longer before the shorter. */
const FORMS = {
  share: String.raw`(?<n>${EITHER}|an?)[\s-](?:in|out of)[\s-](?:every[\s-])?(?!(?:19|20)\d\d(?!\d))(?<of>${EITHER})`,
  part: String.raw`(?:(?<count>an?|${IN_WORDS})[\s-])?(?<part>half|halves|(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?)(?!\s(?:of\s)?(?:19|20)\d\d)`,
  times: String.raw`(?<twice>twice|doubled?|doubling)|(?<thrice>trebled?|tripled?|threefold)|(?<fold>${EITHER})(?:\s?[×x](?!\p{L})|[\s-]times|[\s-]?fold)`,
  number: String.raw`(?<sign>[£€$])?(?:(?<figure>${FIGURE})|(?<words>${IN_WORDS}))(?:[\s-]?(?<scale>thousand|million|billion|trillion|bn|m|k)(?!\p{L}))?(?:(?<percent>${PER_CENT})|(?<pounds>\s(?:pounds|euros|dollars))|(?=(?:\s(?:to|and|or)\s|[–-])(?:${FIGURE})(?<range>${PER_CENT}))|)`,
};

const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:${Object.values(FORMS).join('|')})(?![\p{L}\d])`,
  'giu',
);

const HEDGES = {
  under: /\b(?:almost|nearly|close to|(?:just )?(?:under|below)|(?:less|fewer) than|up to)(?: an?)?\s$/iu,
  over: /\b(?:(?:just |well )?(?:over|above)|more than|at least)(?: an?)?\s$/iu,
  about: /(?:\b(?:about|around|approximately|roughly|some|circa|c\.)(?: an?)?\s|~)$/iu,
};

/** Years, and numbers of pages, clauses and the like, which count nothing. */
const NAMED =
  /\b(?:clauses?|sections?|pages?|items?|tables?|figures?|parts?|paragraphs?|chapters?|articles?)\s$/iu;
const YEAR = /^(?:19|20)\d\d$/u;

/** A number that needs no word of a language. A comma within it may be that of thousands or of decimals. */
const IN_SIGNS = /^[\d.]+\s?%$/u;

/** The numbers of a text; of one in another language those with a sign that is the same in all. */
export const saidNumbers = (text: string, isEnglish = true): readonly SaidNumber[] => {
  const numbers = numbersIn(text);
  return isEnglish ? numbers : numbers.filter(({ said }) => IN_SIGNS.test(said));
};

/** How many texts are remembered: every edition is held against the same passages. */
const MOST_KNOWN = 5000;

const numbersIn = upTo(MOST_KNOWN, (text): readonly SaidNumber[] =>
  [...text.matchAll(NUMBER)].flatMap(({ 0: said, index, groups = {} }) => {
    const before = text.slice(Math.max(0, index - 30), index);
    if (NAMED.test(before) || (YEAR.test(said) && !/[£€$]$/u.test(before))) return [];
    const hedge = text.startsWith('+', index + said.length) ? 'over' : hedgeIn(before);
    return [{ said, hedge, ...meaning(groups) }];
  }),
);

const hedgeIn = (before: string): SaidNumber['hedge'] =>
  (['under', 'over', 'about'] as const).find((each) => HEDGES[each].test(before)) ?? null;

type Groups = Readonly<Record<string, string | undefined>>;

const meaning = (groups: Groups): Pick<SaidNumber, 'counted' | 'amount' | 'step'> => {
  const { n, of, part, count, twice, thrice, fold } = groups;
  if (n && of) return share(amountOf(n), amountOf(of));
  if (part)
    return share(
      amountOf(count ?? 'a'),
      fraction(PARTS[part.toLowerCase().replace(/(?<!l|lv)s$/u, '')] ?? 2),
    );
  if (twice) return { counted: 'times', amount: fraction(2), step: null };
  if (thrice) return { counted: 'times', amount: fraction(3), step: null };
  if (fold) return { counted: 'times', amount: amountOf(fold), step: stepOf(fold) };
  return number(groups);
};

const number = ({
  sign,
  figure,
  words,
  scale = '',
  percent,
  range,
  pounds,
}: Groups): ReturnType<typeof meaning> => {
  const by = fraction(SCALES[scale.toLowerCase()] ?? 1);
  const text = figure ?? words ?? '';
  const exact = stepOf(text);
  return {
    counted: percent || range ? 'per cent' : sign || pounds ? 'money' : 'things',
    amount: times(amountOf(text), by),
    step: exact && times(exact, by),
  };
};

/** A part of a whole, in per cent. */
const share = (some: Fraction, all: Fraction): ReturnType<typeof meaning> => ({
  counted: 'per cent',
  amount: fraction(some.above * all.below * 100n, some.below * all.above || 1n),
  step: null,
});

const amountOf = (text: string): Fraction => {
  if (/^\d/u.test(text)) return decimal(text.replaceAll(',', ''));
  return fraction(/^an?$/iu.test(text) ? 1 : numberInWords(text));
};

const stepOf = (text: string): Fraction | null => (/^\d/u.test(text) ? step(placesOf(text)) : null);
