/**
 * The marks of a text: a number for each word, each two words and each shingle in it, for each name and each address. What
 * a file says can be looked up by them, without the file.
 */

import { upTo } from '../model/memo.ts';
import { addressesIn, namesIn, SHINGLE, wordsOf } from './words.ts';

/** A piece of a file: its text, and where it stands in it. */
export interface Piece {
  readonly where: string;
  readonly text: string;
  /** Whether it is no running text: an attribute, a value of data. Ids of a single word are looked for there alone. */
  readonly isName: boolean;
}

/** FNV-1a over the letters (Fowler, Noll, Vo); signed, as numbers of 32 bits are kept fastest. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
};

/** More words are remembered than thousands of pages share. */
const numberOf = upTo(20_000, hashOf);

/** Words as numbers, of which marks are made. */
export const numbersOf = (words: readonly string[]): Int32Array => {
  // `Int32Array.from` takes four times as long.
  const numbers = new Int32Array(words.length);
  for (let at = 0; at < words.length; at += 1) numbers[at] = numberOf(words[at] ?? '');
  return numbers;
};

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
  const marks = joined(pieces.map(marksIn)).sort();
  let count = 0;
  for (const mark of marks) if (!count || mark !== marks[count - 1]) marks[count++] = mark;
  return marks.slice(0, count);
};

const joined = (parts: readonly Int32Array[]): Int32Array => {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * How many texts are remembered: a thousand pages have the same attributes and style sheets, and most sentences. What each
 * has alone is forgotten.
 */
const MOST_KNOWN = 2000;

const marksIn = ({ text, isName }: Piece): Int32Array => (isName ? marksOfName(text) : marksOfText(text));

const marksOfName = upTo(MOST_KNOWN, (text) => {
  const { numbers, marks } = readPart(text, false);
  return joined([rowMarks(numbers), marks]);
});

/** Rows of words go on from one sentence into the next; names and addresses do not. */
const marksOfText = (text: string): Int32Array => {
  const parts = text.split(SENTENCES).map((part) => readSentence(part));
  return joined([rowMarks(joined(parts.map(({ numbers }) => numbers))), ...parts.map(({ marks }) => marks)]);
};

/** Behind a blank that ends a sentence or a part of one: no word, name or address holds one. */
const SENTENCES = /(?<=[.!?:;]\s)/u;

/** The words of a text, and the marks of its names and addresses. */
const readPart = (text: string, isRunning: boolean) => ({
  numbers: numbersOf(wordsOf(text)),
  marks: Int32Array.from([...namesIn(text, isRunning).map(nameMark), ...addressesIn(text).map(addressMark)]),
});

const readSentence = upTo(MOST_KNOWN, (text) => readPart(text, true));

const rowMarks = (numbers: Int32Array): Int32Array => {
  const marks = LENGTHS.map((length) => new Int32Array(Math.max(0, numbers.length - length + 1)));
  for (const [index, length] of LENGTHS.entries())
    marks[index]?.forEach((_, at, row) => void (row[at] = rowMark(numbers, at, length)));
  return joined(marks);
};
