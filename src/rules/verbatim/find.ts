/** Finds a quotation in its original, word for word. */

import { memo } from '../../model/memo.ts';
import type { OriginalText } from '../../model/original.ts';
import { PARTED } from '../../model/verbatim.ts';
import type { QuotedPart } from './quotation.ts';

/** From where to where in the words of the original. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where parts stand in the original, each behind the one before it; null where they don't. */
export const findParts = (original: OriginalText, parts: readonly QuotedPart[]): Stretch | null => {
  const found = parts.length ? new PartSearch(original, parts).from(0, 0, Infinity) : null;
  if (!found) return null;
  const { places } = bareOf(original);
  return { start: places[found.start] ?? 0, end: (places[found.end - 1] ?? 0) + 1 };
};

/** A text without its hyphens, so that it can be searched whatever the ends of its lines did to words. */
interface Bare {
  readonly text: string;
  /** Where each of its signs stands in the text with hyphens. */
  readonly places: Uint32Array;
}

const HYPHENS = new RegExp(`[-${PARTED}]`, 'gu');

const bares = new WeakMap<OriginalText, Bare>();

/** Made once for each original. */
const bareOf = (original: OriginalText): Bare =>
  memo(bares, original, () => {
    const { words } = original;
    const text = words.replace(HYPHENS, '');
    const places = new Uint32Array(text.length);
    let at = 0;
    for (let index = 0; index < words.length; index += 1)
      if (words[index] !== '-' && words[index] !== PARTED) places[at++] = index;
    return { text, places };
  });

class PartSearch {
  readonly #words: string;
  readonly #bare: Bare;
  readonly #parts: readonly (QuotedPart & { readonly bare: string })[];
  /** From where which part was looked for in vain. */
  readonly #vain = new Set<string>();

  constructor(original: OriginalText, parts: readonly QuotedPart[]) {
    this.#words = original.words;
    this.#bare = bareOf(original);
    this.#parts = parts.map((part) => ({ ...part, bare: part.words.replace(HYPHENS, '') }));
  }

  /** The span of the parts from `index` on, in the bare text; the first of them begins between two places. */
  from(index: number, least: number, most: number): Stretch | null {
    const part = this.#parts[index];
    const key = `${index} ${least}`;
    if (!part?.bare || this.#vain.has(key)) return null;
    for (
      let hit = this.#next(part.bare, least);
      hit >= 0 && hit <= most;
      hit = this.#next(part.bare, hit + 1)
    ) {
      if (!this.#fits(part, hit)) continue;
      const end = hit + part.bare.length;
      const next = this.#parts[index + 1];
      const rest = next && this.from(index + 1, end, end + next.gap);
      if (!next || rest) return { start: hit, end: rest?.end ?? end };
      // Behind a later place there is less.
      if (next.gap === Infinity) break;
    }
    this.#vain.add(key);
    return null;
  }

  #next(bare: string, from: number): number {
    return this.#bare.text.indexOf(bare, from);
  }

  /** Whether whole words stand there, with the hyphens that they should have. */
  #fits(
    { words, bare, opensWord, closesWord }: QuotedPart & { readonly bare: string },
    hit: number,
  ): boolean {
    const { text, places } = this.#bare;
    const [before, behind] = [text.charAt(hit - 1), text.charAt(hit + bare.length)];
    if (!opensWord && isWord(before) && isWord(bare.charAt(0))) return false;
    if (!closesWord && isWord(behind) && isWord(bare.at(-1) ?? '')) return false;
    return sameHyphens(words, this.#words.slice(places[hit], (places[hit + bare.length - 1] ?? 0) + 1));
  }
}

const isWord = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** Whether two texts that are the same without hyphens are so with them: at the end of a line there may be one. */
const sameHyphens = (one: string, other: string): boolean => {
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const [left, right] = [one[a], other[b]];
    if (left === right || (isHyphen(left) && isHyphen(right))) [a, b] = [a + 1, b + 1];
    else if (left === PARTED) a += 1;
    else if (right === PARTED) b += 1;
    else return false;
  }
  return true;
};

const isHyphen = (sign: string | undefined): boolean => sign === '-' || sign === PARTED;
