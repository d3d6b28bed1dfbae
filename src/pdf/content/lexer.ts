/**
 * Reads content streams (ISO 32000-1, 7.8.2): operators with their operands, in the stream's order. It makes no
 * objects of them, as a document has a hundred thousand: an operand is a stretch of the stream until someone asks.
 */

import {
  CLASS,
  DELIMITER,
  GREATER,
  HASH,
  LESS,
  MINUS,
  NINE,
  OPEN,
  OPEN_ARRAY,
  PERCENT,
  PLUS,
  POINT,
  SOLIDUS,
  WHITE,
  ZERO,
} from './characters.ts';
import { skipComment, skipHex, skipInlineImage, skipLiteral, skipNested, skipRegular } from './skip.ts';
import { hexCodeAt, stringsWithin } from './strings.ts';

/**
 * Goes from operator to operator. Any bytes can be read: what is no PDF gives operators that do not exist, and what
 * is not closed goes on to the end.
 *
 * ```ts
 * const lexer = new ContentLexer(bytes);
 * while (lexer.next()) if (lexer.operator === 'Tf') fonts.add(lexer.name(0));
 * ```
 */
export class ContentLexer {
  /** The operator, e.g. `Tj`; `BI` for an inline image with all its data. */
  operator = '';
  /** Where the operator's first operand begins, or itself where it has none: a place in the stream. */
  start = 0;
  /** Where the operator ends. */
  end = 0;
  /** How many operands it has. */
  count = 0;

  readonly #bytes: Uint8Array;
  /** Where the operands begin and end, in turn. */
  readonly #places: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes to the next operator; false at the end. Operands without an operator at the end are left out. */
  next(): boolean {
    const bytes = this.#bytes;
    this.count = 0;
    let at = this.end;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (CLASS[byte] === WHITE) at += 1;
      else if (byte === PERCENT) at = skipComment(bytes, at);
      else if (CLASS[byte] === DELIMITER) at = this.#operand(at, this.#skipDelimited(at, byte));
      else {
        const end = skipRegular(bytes, at);
        if (!isNumeric(byte) && !this.#isConstant(at, end)) return this.#found(at, end);
        at = this.#operand(at, end);
      }
    }
    this.end = at;
    return false;
  }

  /** An operand as it is written, e.g. `/F4` or `<</MCID 3>>`; empty where there is none. */
  source(index: number): string {
    return latin(this.#bytes, this.#place(index), this.#place(index, true));
  }

  /** An operand that is a number; 0 where it is something else (ISO 32000-1, 7.3.3). */
  number(index: number): number {
    const [start, end] = [this.#place(index), this.#place(index, true)];
    return numberOf(this.#bytes, start, end);
  }

  /** An operand that is a name, without its solidus, e.g. `F4`; empty where it is something else (7.3.5). */
  name(index: number): string {
    const [start, end] = [this.#place(index), this.#place(index, true)];
    if (this.#bytes[start] !== SOLIDUS) return '';
    const text = latin(this.#bytes, start + 1, end);
    if (this.#bytes.subarray(start, end).indexOf(HASH) < 0) return text;
    return text.replace(/#([\da-f]{2})/giu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }

  /** The bytes of each string in an operand: one of a string, those of `TJ` of an array. */
  strings(index: number): Uint8Array[] {
    return stringsWithin(this.#bytes, this.#place(index), this.#place(index, true));
  }

  /** A string of two bytes as one number, where it is written in four digits; null where it is something else. */
  pair(index: number): number | null {
    return index < this.count ? hexCodeAt(this.#bytes, this.#place(index)) : null;
  }

  #place(index: number, isEnd = false): number {
    return index < this.count ? (this.#places[2 * index + (isEnd ? 1 : 0)] ?? 0) : 0;
  }

  #found(start: number, end: number): boolean {
    this.operator = keyword(this.#bytes, start, end);
    if (!this.count) this.start = start;
    this.end = this.operator === 'BI' ? skipInlineImage(this.#bytes, end) : end;
    return true;
  }

  #operand(start: number, end: number): number {
    if (!this.count) this.start = start;
    this.#places[2 * this.count] = start;
    this.#places[2 * this.count + 1] = end;
    this.count += 1;
    return end;
  }

  #skipDelimited(at: number, byte: number): number {
    const bytes = this.#bytes;
    if (byte === SOLIDUS) return skipRegular(bytes, at + 1);
    if (byte === OPEN) return skipLiteral(bytes, at);
    if (byte === OPEN_ARRAY || (byte === LESS && bytes[at + 1] === LESS)) return skipNested(bytes, at);
    if (byte === LESS) return skipHex(bytes, at);
    // A bracket that closes nothing.
    return byte === GREATER && bytes[at + 1] === GREATER ? at + 2 : at + 1;
  }

  /** Whether a word is an operand all the same. */
  #isConstant(start: number, end: number): boolean {
    if (end - start !== 4 && end - start !== 5) return false;
    const word = latin(this.#bytes, start, end);
    return word === 'true' || word === 'false' || word === 'null';
  }
}

/**
 * The number by which marked content is known (ISO 32000-1, 14.7.4.2) of `BDC`'s second operand as it is written;
 * null where it has none, or stands in the page's resources.
 */
export const markedContentId = (properties: string): number | null => {
  const found = /\/MCID\s+(\d+)/u.exec(properties)?.[1];
  return found === undefined ? null : Number(found);
};

const isNumeric = (byte: number): boolean =>
  (byte >= ZERO && byte <= NINE) || byte === MINUS || byte === POINT || byte === PLUS;

const latin = (bytes: Uint8Array, start: number, end: number): string => {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
};

/** Operators have up to three letters: the same few texts are given again and again. */
const KEYWORDS: string[] = Array.from({ length: 256 * 256 }, () => '');

const keyword = (bytes: Uint8Array, start: number, end: number): string => {
  if (end - start > 2) return latin(bytes, start, end);
  const key = (bytes[start] ?? 0) * 256 + (end - start > 1 ? (bytes[start + 1] ?? 0) : 0);
  return (KEYWORDS[key] ||= latin(bytes, start, end));
};

const numberOf = (bytes: Uint8Array, start: number, end: number): number => {
  let [value, scale, sign] = [0, 0, 1];
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      scale *= 10;
    } else if (byte === POINT && !scale) scale = 1;
    else if (byte === MINUS && at === start) sign = -1;
    else if (byte !== PLUS || at !== start) return 0;
  }
  return (sign * value) / (scale || 1);
};
