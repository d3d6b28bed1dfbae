/** What an original says in the place of words that are not in it, with what differs marked. */

import { memo } from '../../model/memo.ts';
import type { OriginalText } from '../../model/original.ts';
import { PARTED } from '../../model/verbatim.ts';

/** Two texts beside each other: words of the one that are not in the other stand between `‹` and `›`. */
export interface Difference {
  readonly quoted: string;
  readonly original: string;
  /** Where in the original that stands. */
  readonly offset: number;
}

/** The most words that are compared: a quotation has fewer. */
const MOST = 300;

/** Words that stand in the original so often tell nothing of the place. */
const COMMON = 200;

/** Words around the place that may belong to it. */
const MARGIN = 4;

/** The place in an original that is most like these words; null where less than half of them stands anywhere together. */
export const nearestTo = (original: OriginalText, words: string): Difference | null => {
  const quoted = words.split(' ').slice(0, MOST);
  const { all, offsets } = indexOf(original);
  const at = likeliest(original, quoted);
  if (at === null) return null;
  const first = Math.max(0, at - MARGIN);
  const beside = all.slice(first, at + quoted.length + MARGIN);
  const pairs = commonWords(quoted.map(inside), beside.map(inside));
  const [opening, closing] = [pairs[0], pairs.at(-1)];
  if (!opening || !closing || pairs.length * 2 < quoted.length) return null;
  // What stands before the first common word in the one stands for what stands before it in the other.
  const from = Math.max(0, opening[1] - opening[0]);
  const to = Math.min(beside.length, closing[1] + quoted.length - closing[0]);
  const inBoth = (side: 0 | 1) => new Set(pairs.map((pair) => pair[side]));
  return {
    quoted: marked(quoted, inBoth(0), 0, quoted.length),
    original: marked(beside, inBoth(1), from, to),
    offset: offsets[first + from] ?? 0,
  };
};

interface WordIndex {
  readonly all: readonly string[];
  /** Where each word begins. */
  readonly offsets: readonly number[];
  /** Where in the list each word stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<OriginalText, WordIndex>();

const indexOf = (original: OriginalText): WordIndex =>
  memo(indexes, original, () => {
    const found = [...original.words.matchAll(/[^ ]+/gu)];
    const all = found.map(({ 0: word }) => word.replaceAll(PARTED, ''));
    const places = new Map<string, number[]>();
    all.map(bare).forEach((word, at) => memo(places, word, () => []).push(at));
    return { all, offsets: found.map(({ index }) => index), places };
  });

/** A word without the signs beside it, and without regard to capitals. */
const bare = (word: string): string => word.replace(/[^\p{L}\p{N}%£$€]/gu, '').toLowerCase() || word;

/** A word as it is compared: the signs at its ends may belong to the sentence around it. */
const inside = (word: string): string => word.replace(/^['(]+|[',;:.)]+$/gu, '') || word;

/** Where the words would begin that have most of them at their places. */
const likeliest = (original: OriginalText, quoted: readonly string[]): number | null => {
  const { places } = indexOf(original);
  const votes = new Map<number, number>();
  quoted.map(bare).forEach((word, index) => {
    const found = places.get(word) ?? [];
    if (found.length > COMMON) return;
    for (const place of found)
      for (let near = -2; near <= 2; near += 1) {
        const start = place - index + near;
        votes.set(start, (votes.get(start) ?? 0) + (3 - Math.abs(near)) / Math.sqrt(found.length));
      }
  });
  let best: readonly [start: number | null, score: number] = [null, 0];
  for (const [start, score] of votes) if (score > best[1]) best = [start, score];
  return best[0];
};

/** The longest row of words that two texts have in common, as pairs of their places. */
const commonWords = (
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] => {
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1)
      longest[a * width + b] =
        one[a] === other[b]
          ? (longest[(a + 1) * width + b + 1] ?? 0) + 1
          : Math.max(longest[(a + 1) * width + b] ?? 0, longest[a * width + b + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let [a, b] = [0, 0]; a < one.length && b < other.length;) {
    if (one[a] === other[b]) pairs.push([a++, b++]);
    else if ((longest[(a + 1) * width + b] ?? 0) >= (longest[a * width + b + 1] ?? 0)) a += 1;
    else b += 1;
  }
  return pairs;
};

/** The most words that are shown: around what differs. */
const SHOWN = 30;

/** Words around the first that differs. */
const AROUND = 8;

/** Some words with those marked that are not in both; where they are many, those around the first of these. */
const marked = (words: readonly string[], inBoth: ReadonlySet<number>, from: number, to: number): string => {
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  const differing = places.find((place) => !inBoth.has(place)) ?? from;
  const start = to - from > SHOWN ? Math.max(from, differing - AROUND) : from;
  const end = Math.min(to, start + SHOWN);
  const shown = places.slice(start - from, end - from).map((place) => {
    const word = words[place] ?? '';
    if (inBoth.has(place)) return word;
    const opens = place === start || inBoth.has(place - 1);
    const closes = place === end - 1 || inBoth.has(place + 1);
    return `${opens ? '‹' : ''}${word}${closes ? '›' : ''}`;
  });
  return `${start > from ? '… ' : ''}${shown.join(' ')}${end < to ? ' …' : ''}`;
};
