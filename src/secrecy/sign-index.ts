import { memo } from '../model/memo.ts';
import { MarkFilter } from './mark-filter.ts';
import { numbersOf, rowMark } from './marks.ts';
import type { Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { SHINGLE } from './words.ts';

/** Signs by the mark by which each is found first; of words that is all of them, or the first two. */
export class SignIndex {
  readonly #signs = new Map<number, Sign[]>();
  /** Made when the first file is looked up: from then on nothing is added. */
  #filter: MarkFilter | null = null;

  get size(): number {
    return this.#signs.size;
  }

  /** All of them. */
  *[Symbol.iterator](): Iterator<Sign> {
    for (const signs of this.#signs.values()) yield* signs;
  }

  at(mark: number): readonly Sign[] {
    return this.#signs.get(mark) ?? [];
  }

  /** Adds a sign of one text; where it is there already, it is of that text too. */
  add(mark: number, sign: Sign): void {
    const there = memo(this.#signs, mark, (): Sign[] => []);
    const same = there.find((one) => isSame(one, sign));
    if (!same) there.push(sign);
    else if (!same.texts.includes(sign.texts[0] as HeldText)) same.texts.push(...sign.texts);
  }

  drop(mark: number, sign: Sign): void {
    const left = this.at(mark).filter((one) => one !== sign);
    if (left.length) this.#signs.set(mark, left);
    else this.#signs.delete(mark);
  }

  /** Some of them. */
  only(wanted: ReadonlySet<Sign>): SignIndex {
    const some = new SignIndex();
    for (const [mark, signs] of this.#signs)
      for (const sign of signs) if (wanted.has(sign)) some.add(mark, sign);
    return some;
  }

  /** Those of which a file with these marks may have all words. */
  among(marks: Int32Array): readonly Sign[] {
    this.#filter ??= this.#filtered();
    return this.#filter
      .candidates(marks)
      .flatMap((mark) => this.at(mark).filter(({ words }) => hasAll(marks, words)));
  }

  #filtered(): MarkFilter {
    const filter = new MarkFilter();
    for (const mark of this.#signs.keys()) filter.add(mark);
    return filter;
  }
}

const isSame = (one: Sign, other: Sign): boolean =>
  one.sort === other.sort &&
  one.words.length === other.words.length &&
  one.words.every((word, index) => word === other.words[index]);

/** Whether a file has every two words that follow each other in a short text: that is all its marks can tell. */
const hasAll = (marks: Int32Array, words: readonly string[]): boolean => {
  if (words.length === SHINGLE || words.length < 3) return true;
  const numbers = numbersOf(words);
  for (let at = 1; at + 2 <= words.length; at += 1) if (!has(marks, rowMark(numbers, at, 2))) return false;
  return true;
};

/** By halves: marks stand in order. */
const has = (marks: Int32Array, mark: number): boolean => {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] ?? 0) < mark) low = middle + 1;
    else high = middle;
  }
  return marks[low] === mark;
};
