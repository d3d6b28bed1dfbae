/**
 * Tells whether a number counts something: "three councils", "one of them", "three in four". It does where the words on
 * both sides say so, and nowhere else: a number that names ("category 2 hazards", "option 2"), measures ("3 km"), dates
 * or addresses has other words beside it.
 */

import { beginsSentence, endsAbbreviated } from '../model/sentences.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Words that join, point and relate. A number that counts may stand behind each of them. */
const FUNCTION = set(
  `about above across after against all almost already also although always am among and another any approximately are
  around as at barely be because been before being below besides between but by can could despite did do does during each
  either even every exactly few fewer first for from fully had has have having he here his how however i if in into is it
  its just last least less like may merely might more most must my near nearly neither never next nor not now of off often
  on once only onto or other our out over past per perhaps plus possibly previous rather roughly shall she should since
  so some still than that the their them then there these they this those though through throughout till to today
  together too top towards under unless until up us via was we were what when where whether which while who whom whose
  why will with within without would yesterday yet you your`,
);

/** Of those, the ones behind which a number names or measures as a rule: `up 3`, `like 5`. */
const BEHIND_NONE = set('up off out per i like');

/** Describing words that go before a number. */
const RANKING = set('additional extra final following further initial latest mere original remaining same');

/** Verbs that have what is counted behind them; those whose form does not show it. */
const VERBS = set(
  `add adopt appoint ask began bought bring brings broke brought build built buy choose chose close closing covering cut
  employ ended fell found fund gave get gets give gives giving got grew heard held hire includes including involving keep
  kept knew lack led left lose loses losing lost made make makes making meet met need needs open opening own owns paid pay
  pays put ran recruit run running saved saw sent serve serves shut sold spent spoke taken take takes taking taught
  told took want wants won wrote`,
);

/** Participles behind which a number ages, rates or names. */
const NAMING = set('aged dated graded labelled numbered ranked rated scored titled');

/** Plurals without an s. */
const IRREGULAR =
  /(?:^|[a-z-])(?:people|children|(?:wo)?men|feet|teeth|mice|geese|police|staff|criteria|phenomena|lives)$/u;

/** Durations are counted in words; other units stand beside figures. */
const DURATIONS = set('second minute hour day night week fortnight month year decade');

/** What is named by a number before it: `2 bed homes`, `5 star hotels`. */
const COMPOUND = set('bed bedroom storey star tier lane');

/** Words of an amount that do not end what is counted: `5 more inspectors`. */
const FURTHER = set('more other such');

const UNITS: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf('unit').flatMap((unit) =>
    DURATIONS.has(unit)
      ? []
      : [1, 2].flatMap((amount) =>
          (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) =>
            new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay })
              .formatToParts(amount)
              .flatMap(({ type, value }) => (type === 'unit' ? value.toLowerCase().split(/[\s-]/u) : [])),
          ),
        ),
  ),
);

/** Units that are not among those of `Intl`, and what tells times. */
const MEASURE =
  /^(?:(?:kilo|mega|giga|tera|milli|micro|centi)?(?:watts?|hertz|joules?|calories?|tons?|tonnes?|metres?|lit(?:re|er)s?|grams?|bytes?)|[kmg]wh?|pence|pounds?|points?|knots?|acres?|million|billion|trillion|hundred|thousand|dozen|percent|percentage|per|m|bn|tn|p|k|am|pm|noon|midnight|o[’']clock|x)$/u;

const isUnit = (word: string): boolean => UNITS.has(word) || MEASURE.test(word);

const isDuration = (word: string): boolean => DURATIONS.has(word.replace(/s$/u, ''));

const isPlural = (word: string): boolean =>
  (/[^su']s$/u.test(word) && !word.endsWith('is')) || /[a-z]us?es$/u.test(word) || IRREGULAR.test(word);

/** Whether the text behind a number, or numbers that are joined, says what is counted. */
export const countsBehind = (after: string, before: string, one: boolean): boolean => {
  const rest = after.replace(/^ or (?:more|fewer|less)(?=[\s.,;?!]|$)/u, '');
  if (
    /^ (?:(?:of|out of) (?:the|these|those|them|us|you|our|their|its|his|her|all|every|both)\b)/u.test(rest)
  )
    return true;
  if (/^(?:[.,;?!…](?=\s|$)|$)/u.test(rest)) return STANDS_ALONE.test(before);
  const words = phraseIn(rest);
  const [first] = words;
  if (first === undefined || isUnit(first)) return false;
  // Behind a full stop or a comma a figure is the subject: "7 remain", "1 closed".
  const subject = beginsSentence(before) || (one && before.endsWith(', '));
  if (one) return !isPlural(first) || words.length > 1 || isDuration(first);
  const head = words.findIndex(isPlural);
  const compound = words
    .slice(0, Math.max(head, 0))
    .some((word) => isUnit(word) || isDuration(word) || COMPOUND.has(word));
  return compound ? false : head >= 0 || (subject && !words.some(isDuration));
};

/** A number that needs nothing behind it: "fewer than 5.", "all 3." */
const STANDS_ALONE = /\b(?:(?:more|fewer|less|other|rather) than|all|another|the other|only|just) $/iu;

/** How many words may stand between a number and what it counts, with that. */
const LONGEST = 4;

/** The words that follow a number up to the first that joins or the first sign, in small letters. */
const phraseIn = (after: string): readonly string[] => {
  const words: string[] = [];
  let capitals = 0;
  for (const [, word = '', behind = ''] of after.matchAll(/ ([\p{L}\p{N}’'-]+)((?:\.\p{L}|[^ ])?)/guy)) {
    const small = word.toLowerCase();
    // What has something, and how much more it is, go before what is counted: `4 children’s homes`, `5 more inspectors`.
    if (FURTHER.has(small) || /[’']s$/u.test(word)) continue;
    if (small === 'a' && !behind) break;
    // A letter by itself, a sign of measure and a word that is cut short are no things: `1 a.m.`, `5 mg`, `1 sq. mile`.
    const short = small.length === 1 || /^[b-df-hj-np-tv-xz]{1,3}$/u.test(word);
    if (short || behind.length > 1 || (behind === '.' && endsAbbreviated(`${word}.`))) return [];
    if (FUNCTION.has(small) || /\d/u.test(word) || words.length === LONGEST) break;
    // A month, or two capitals in a row, make a date, an address or a name; `MPs` and `NHS trusts` are words like others.
    const initials = /^\p{Lu}{2,}s?$/u.test(word);
    if (/^\p{Lu}/u.test(word) && !initials) capitals += 1;
    if (MONTH.test(word) || capitals > 1) return [];
    words.push(small);
    if (behind) break;
  }
  // A name alone counts nothing: `5 Pancras`, `3 Acts`.
  return capitals === words.length ? [] : words;
};

const MONTH =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)?$/u;

/** Whether the text before a number lets it count. */
export const countsBefore = (before: string, alone: boolean): boolean => {
  if (endsAbbreviated(before)) return false;
  if (beginsSentence(before) || /(?:[,;:] | [–—] )$/u.test(before)) return true;
  const [, ahead = '', word] = /^(.*?)([\p{L}’'-]+)[ \u00a0]$/su.exec(before) ?? [];
  if (word === undefined) return false;
  const small = word.toLowerCase();
  // A capital in the middle of a sentence begins a name: `Channel 4`, `Standing Order 9`.
  if (/^\p{Lu}/u.test(word) && !beginsSentence(ahead)) return false;
  if (BEHIND_NONE.has(small)) return /\b(?:out of|come|made) $/u.test(before);
  if (small === 'to' && before.endsWith(' up to ')) return true;
  return FUNCTION.has(small) || RANKING.has(small) || VERBS.has(small) || takesCount(word, ahead, alone);
};

/** A verb by its form, or by the word before it: "closed 3", "closes 3", "must recruit 3". */
const takesCount = (word: string, ahead: string, alone: boolean): boolean =>
  (/^[a-z]+(?<![a-z]e)(?<=[a-z]{3})ed$/u.test(word) && !NAMING.has(word)) ||
  (alone && /^[a-z]+[^su]s$/u.test(word) && !/is$|ages$/u.test(word)) ||
  /\b(?:I|we|you|they|who|can|could|may|might|must|not|shall|should|will|would|please)[ \u00a0]$/iu.test(
    ahead,
  );
