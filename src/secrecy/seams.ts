/**
 * Where one text of a document ends and the next begins, their words may come together to those of a third: “54%” before “Of
 * the carers …”. What is made of two texts that a reader may read, each whole up to there, is no leak.
 */

import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import { accessKey, EVERYBODY } from './access.ts';
import { numbersOf, rowMark } from './marks.ts';
import type { Readers } from './readers.ts';
import type { Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { SHINGLE } from './words.ts';

type Ends = Map<number, HeldText[]>;

/** Most marks are of one text, in which they may stand often: a list that grows has room for many more. */
const add = (ends: Ends, mark: number, text: HeldText): void => {
  const there = ends.get(mark);
  if (!there) ends.set(mark, [text]);
  else if (there.at(-1) !== text) there.push(text);
};

export class Seams {
  readonly #ends: Ends = new Map();
  readonly #beginnings: Ends = new Map();

  constructor(texts: readonly HeldText[]) {
    for (const text of texts)
      for (const numbers of [...text.pieces, ...text.beside].map(numbersOf))
        for (let count = 1; count < SHINGLE && count <= numbers.length; count += 1) {
          add(this.#ends, rowMark(numbers, numbers.length - count, count), text);
          add(this.#beginnings, rowMark(numbers, 0, count), text);
        }
  }

  /** Where words may be a seam: how many stand before it, and who may read the texts on both sides. */
  readersAt(words: readonly string[]): readonly (number | string)[] {
    const numbers = numbersOf(words);
    const found: (number | string)[] = [];
    for (let at = 1; at < words.length; at += 1) {
      const before = this.#ends.get(rowMark(numbers, 0, at));
      const behind = before && this.#beginnings.get(rowMark(numbers, at, words.length - at));
      if (before && behind) found.push(at, readersOf(before), readersOf(behind));
    }
    return found;
  }

  isSeam({ words }: Sign, reader: Readers): boolean {
    const numbers = numbersOf(words);
    const isReadable = (ends: Ends, from: number, count: number): boolean =>
      ends.get(rowMark(numbers, from, count))?.some(({ access }) => reader.mayRead(access)) ?? false;
    return words.some(
      (_, at) =>
        at > 0 && isReadable(this.#ends, 0, at) && isReadable(this.#beginnings, at, words.length - at),
    );
  }
}

const known = new WeakMap<readonly HeldText[], string>();

/** Tells who may read any of some texts: where it is the same, so are their readers, whoever these are. */
export const readersOf = (texts: readonly HeldText[]): string => {
  const [one] = texts;
  // Most words stand in one text alone.
  if (one && texts.length === 1) return accessKey(one.access);
  return memo(known, texts, () => {
    const keys = [...new Set(texts.map(({ access }) => accessKey(access)))];
    if (keys.includes(EVERYBODY)) return EVERYBODY;
    return keys.length === 1 ? keys.join('') : sha256(keys.toSorted().join(' '));
  });
};
