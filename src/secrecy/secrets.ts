/**
 * An index of all that somebody may not read, by its marks: shingles of six words, shorter texts whole, ids, addresses.
 * It is made once for a project; what a reader may not read is asked of it, mark by mark.
 */

import { groupBy } from '../model/group.ts';
import { sha256 } from '../model/hash.ts';
import { lazy } from '../model/memo.ts';
import { isForEverybody } from './access.ts';
import type { TemplateWords } from './common.ts';
import { addressMark, LENGTHS, nameMark, numbersOf, rowMark } from './marks.ts';
import type { Readers } from './readers.ts';
import { readersOf, Seams } from './seams.ts';
import { SignIndex } from './sign-index.ts';
import { standsAt, type Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { SHINGLE } from './words.ts';

export class Secrets {
  readonly #signs = new SignIndex();
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
    for (const text of open) this.#find(text, (sign, mark) => this.#signs.drop(mark, sign));
    this.#seams = lazy(() => new Seams([...open, ...kept]));
  }

  /** All that is sought in a file. */
  get all(): SignIndex {
    return this.#signs;
  }

  /** Whether a sign tells a reader what that one may not see. */
  isUnfit(sign: Sign, reader: Readers): boolean {
    return (
      !sign.texts.some(({ access }) => reader.mayRead(access)) &&
      !this.#seams().isSeam(sign, reader) &&
      !reader.owns(sign.words)
    );
  }

  /**
   * The signs that texts brought in, by a key for each text: a hash of what they say, and of all that decides to whom that
   * tells something. Where a key is known from an earlier search, its signs tell nobody anything now that they did not then.
   */
  keyed(): ReadonlyMap<string, readonly Sign[]> {
    const seams = this.#seams();
    const groups = groupBy(this.#signs, ({ texts: [first] }) => first);
    return new Map(
      Array.from(groups.values(), (signs) => [
        sha256(signs.map((sign) => keyOf(sign, seams)).join('\n')),
        signs,
      ]),
    );
  }

  #add(text: HeldText, common: TemplateWords): void {
    const long = text.beside.filter(({ length }) => length >= SHINGLE);
    for (const words of [...text.pieces, ...long]) {
      if (words.length < SHINGLE && !isTelling(words, common.words)) continue;
      const numbers = numbersOf(words);
      for (let at = 0; at === 0 || at + SHINGLE <= words.length; at += 1)
        this.#signs.add(firstMark(numbers, at), {
          sort: 'words',
          words: words.slice(at, at + SHINGLE),
          texts: [text],
        });
    }
    for (const name of text.names)
      if (!common.names.has(name))
        this.#signs.add(nameMark(name), { sort: 'name', words: [name], texts: [text] });
    for (const address of text.addresses)
      this.#signs.add(addressMark(address), { sort: 'address', words: [address], texts: [text] });
  }

  /** Tells the signs that stand in a text. */
  #find(text: HeldText, tell: (sign: Sign, mark: number) => void): void {
    const look = (mark: number, isThere: (sign: Sign) => boolean): void => {
      for (const sign of this.#signs.at(mark)) if (isThere(sign)) tell(sign, mark);
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
}

/** What a sign says, and all that decides to whom that tells something; no word has a blank in it. */
const keyOf = ({ sort, words, texts }: Sign, seams: Seams): string =>
  JSON.stringify([sort, words.join(' '), readersOf(texts), ...seams.readersAt(words)]);

/** The mark under which words are kept: of a shorter text that of its first two, as files have no others. */
const firstMark = (numbers: Int32Array, at: number): number => {
  if (numbers.length >= SHINGLE) return rowMark(numbers, at, SHINGLE);
  return rowMark(numbers, 0, Math.min(2, numbers.length));
};

/** A short text tells something by a word of some length; a single one where nothing that all may read has it. */
const isTelling = (words: readonly string[], common: ReadonlySet<string>): boolean =>
  words.some((word) => word.length > 3 && /\p{L}/u.test(word)) &&
  (words.length > 1 || !common.has(words[0] ?? ''));
