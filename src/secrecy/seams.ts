/**
 * Where one text of a document ends and the next begins, their words may come together to those of a third: “54%” before “Of
 * the carers …”. What is made of two texts that a reader may read, each whole up to there, is no leak.
 */

import { memo } from '../model/memo.ts';
import { numbersOf, rowMark } from './marks.ts';
import type { Readers } from './readers.ts';
import type { Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { SHINGLE } from './words.ts';

type Ends = Map<number, HeldText[]>;

export class Seams {
  readonly #ends: Ends = new Map();
  readonly #beginnings: Ends = new Map();

  constructor(texts: readonly HeldText[]) {
    for (const text of texts)
      for (const numbers of [...text.pieces, ...text.beside].map(numbersOf))
        for (let count = 1; count < SHINGLE && count <= numbers.length; count += 1) {
          memo(this.#ends, rowMark(numbers, numbers.length - count, count), (): HeldText[] => []).push(text);
          memo(this.#beginnings, rowMark(numbers, 0, count), (): HeldText[] => []).push(text);
        }
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
