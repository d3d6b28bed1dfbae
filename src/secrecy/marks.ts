/**
 * The marks of a text: a number for each word, each two words and each shingle in it, for each name and each address. What
 * a file says can be looked up by them, without the file.
 */

import { addressesIn, namesIn, SHINGLE, wordsOf } from './words.ts';

/** A piece of a file: its text, and where it stands in it. */
export interface Piece {
  readonly where: string;
  readonly text: string;
  /** Whether it is no running text: an attribute, a value of data. Ids of a single word are looked for there alone. */
  readonly isName: boolean;
}

const WORDS = new Map<string, number>();

/** FNV-1a over the letters (Fowler, Noll, Vo); signed, as numbers of 32 bits are kept fastest. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
};

/** How many words are remembered: more than a language has in use. */
const MOST = 200_000;

const numberOf = (word: string): number => {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (WORDS.size > MOST) WORDS.clear();
  const number = hashOf(word);
  WORDS.set(word, number);
  return number;
};

/** Words as numbers, of which marks are made. */
export const numbersOf = (words: readonly string[]): Int32Array => Int32Array.from(words, numberOf);

/** The mark of some words in a row, by their numbers. */
export const rowMark = (numbers: Int32Array, from = 0, count = numbers.length): number => {
  let hash = count;
  for (let at = from; at < from + count; at += 1) {
    hash = Math.imul(hash ^ (numbers[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash | 0;
};

export const nameMark = (name: string): number => hashOf(`#${name}`);

export const addressMark = (address: string): number => hashOf(`@${address}`);

/** The lengths of the rows of words that have marks. */
export const LENGTHS = [1, 2, SHINGLE] as const;

/** All marks of some pieces, each once, in order. */
export const marksOf = (pieces: readonly Piece[]): Int32Array => {
  const marks = new Set<number>();
  for (const piece of pieces) for (const mark of marksIn(piece)) marks.add(mark);
  return Int32Array.from(marks).sort();
};

/** The marks of attributes and style sheets: a thousand pages have the same. */
const KNOWN = new Map<string, readonly number[]>();
const MOST_KNOWN = 5000;

const marksIn = (piece: Piece): readonly number[] => {
  if (!piece.isName) return newMarks(piece);
  const known = KNOWN.get(piece.text);
  if (known) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const marks = newMarks(piece);
  KNOWN.set(piece.text, marks);
  return marks;
};

const newMarks = ({ text, isName }: Piece): readonly number[] => {
  const numbers = numbersOf(wordsOf(text));
  const marks: number[] = [];
  for (const length of LENGTHS)
    for (let at = 0; at + length <= numbers.length; at += 1) marks.push(rowMark(numbers, at, length));
  for (const name of namesIn(text, !isName)) marks.push(nameMark(name));
  for (const address of addressesIn(text)) marks.push(addressMark(address));
  return marks;
};
