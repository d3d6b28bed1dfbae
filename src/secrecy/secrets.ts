/**
 * An index of all that somebody may not read, by its marks: shingles of six words, shorter texts whole, ids, addresses.
 * It is made once for a project; what a reader may not read is asked of it, mark by mark.
 */

import { lazy, memo } from '../model/memo.ts';
import { isForEverybody } from './access.ts';
import type { TemplateWords } from './common.ts';
import { MarkFilter } from './mark-filter.ts';
import { addressMark, LENGTHS, nameMark, numbersOf, rowMark } from './marks.ts';
import type { Readers } from './readers.ts';
import { Seams } from './seams.ts';
import { standsAt, type Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { SHINGLE } from './words.ts';

export class Secrets {
  /** By the mark by which each is found first; of words that is all of them, or the first two. */
  readonly #signs = new Map<number, Sign[]>();
  readonly #filter = new MarkFilter();
  readonly #seams: () => Seams;

  /** `common` are the words and names of templates. */
  constructor(texts: Iterable<HeldText>, common: TemplateWords) {
    const open: HeldText[] = [];
    const kept: HeldText[] = [];
    for (const text of texts) (isForEverybody(text.access) ? open : kept).push(text);
    for (const text of kept) this.#add(text, common);
    // Whoever may read one text may read its words in any other.
    for (const text of kept)
      this.#find(text, (sign) => void (sign.texts.includes(text) || sign.texts.push(text)));
    for (const text of open) this.#find(text, (sign, mark) => this.#drop(sign, mark));
    for (const mark of this.#signs.keys()) this.#filter.add(mark);
    this.#seams = lazy(() => new Seams([...open, ...kept]));
  }

  /** The signs of which a file with these marks may have all words. */
  among(marks: Int32Array): readonly Sign[] {
    return this.#filter
      .candidates(marks)
      .flatMap((mark) => (this.#signs.get(mark) ?? []).filter(({ words }) => hasAll(marks, words)));
  }

  /** Whether a sign tells a reader what that one may not see. */
  isUnfit(sign: Sign, reader: Readers): boolean {
    return (
      !sign.texts.some(({ access }) => reader.mayRead(access)) &&
      !this.#seams().isSeam(sign, reader) &&
      !reader.owns(sign.words)
    );
  }

  #add(text: HeldText, common: TemplateWords): void {
    const long = text.beside.filter(({ length }) => length >= SHINGLE);
    for (const words of [...text.pieces, ...long]) {
      if (words.length < SHINGLE && !isTelling(words, common.words)) continue;
      const numbers = numbersOf(words);
      for (let at = 0; at === 0 || at + SHINGLE <= words.length; at += 1)
        this.#put(firstMark(numbers, at), {
          sort: 'words',
          words: words.slice(at, at + SHINGLE),
          texts: [text],
        });
    }
    for (const name of text.names)
      if (!common.names.has(name)) this.#put(nameMark(name), { sort: 'name', words: [name], texts: [text] });
    for (const address of text.addresses)
      this.#put(addressMark(address), { sort: 'address', words: [address], texts: [text] });
  }

  #put(mark: number, sign: Sign): void {
    const there = memo(this.#signs, mark, (): Sign[] => []);
    const same = there.find((one) => isSame(one, sign));
    if (!same) there.push(sign);
    else if (!same.texts.includes(sign.texts[0] as HeldText)) same.texts.push(...sign.texts);
  }

  /** Tells the signs that stand in a text. */
  #find(text: HeldText, tell: (sign: Sign, mark: number) => void): void {
    const look = (mark: number, isThere: (sign: Sign) => boolean): void => {
      for (const sign of this.#signs.get(mark) ?? []) if (isThere(sign)) tell(sign, mark);
    };
    for (const words of [...text.pieces, ...text.beside]) {
      const numbers = numbersOf(words);
      for (let at = 0; at < words.length; at += 1)
        for (const length of LENGTHS)
          if (at + length <= words.length)
            look(
              rowMark(numbers, at, length),
              (sign) => sign.sort === 'words' && standsAt(words, at, sign.words),
            );
    }
    for (const name of text.names)
      look(nameMark(name), ({ sort, words }) => sort === 'name' && words[0] === name);
    for (const address of text.addresses)
      look(addressMark(address), ({ sort, words }) => sort === 'address' && words[0] === address);
  }

  #drop(sign: Sign, mark: number): void {
    const left = (this.#signs.get(mark) ?? []).filter((one) => one !== sign);
    if (left.length) this.#signs.set(mark, left);
    else this.#signs.delete(mark);
  }
}

/** The mark under which words are kept: of a shorter text that of its first two, as files have no others. */
const firstMark = (numbers: Int32Array, at: number): number => {
  if (numbers.length >= SHINGLE) return rowMark(numbers, at, SHINGLE);
  return rowMark(numbers, 0, Math.min(2, numbers.length));
};

/** A short text tells something by a word of some length; a single one where nothing that all may read has it. */
const isTelling = (words: readonly string[], common: ReadonlySet<string>): boolean =>
  words.some((word) => word.length > 3 && /\p{L}/u.test(word)) &&
  (words.length > 1 || !common.has(words[0] ?? ''));

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
