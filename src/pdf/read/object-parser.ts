/** Reads the objects of a well-formed PDF (ISO 32000-1, 7.3). The library can do so as well, in three times the time. */

import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '../library.ts';
import {
  CLASS,
  CLOSE_ARRAY,
  GREATER,
  LESS,
  LINE_FEED,
  MINUS,
  NINE,
  OPEN,
  OPEN_ARRAY,
  PERCENT,
  PLUS,
  POINT,
  RETURN,
  SOLIDUS,
  WHITE,
  ZERO,
} from '../content/characters.ts';
import { skipComment, skipHex, skipLiteral, skipRegular } from '../content/skip.ts';
import { nameWritten, wholeNumber } from './interned.ts';

/** A file that is not as the standard says. */
export class Malformed extends Error {}

/** Goes from object to object. Everything here throws `Malformed` where something stands that may not. */
export class ObjectParser {
  at: number;
  readonly #bytes: Buffer;
  readonly #context: PDFContext;

  constructor(bytes: Uint8Array, context: PDFContext, at = 0) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#context = context;
    this.at = at;
  }

  /** The object that comes next, a stream with its dictionary alone. */
  object(): PDFObject {
    const byte = this.#next();
    if (byte === SOLIDUS) return this.#name();
    if (byte === LESS) return this.#bytes[this.at + 1] === LESS ? this.#dict() : this.#hexString();
    if (byte === OPEN) return this.#string();
    if (byte === OPEN_ARRAY) return this.#array();
    if (isNumeric(byte)) return this.#numberOrReference();
    return CONSTANTS.get(this.word()) ?? fail();
  }

  /** An object with its number, e.g. `7 0 obj … endobj`: a stream too. */
  indirectObject(): readonly [PDFRef, PDFObject] {
    const ref = PDFRef.of(this.integer(), this.integer());
    this.keyword('obj');
    const object = this.object();
    const word = this.word();
    if (word === 'endobj') return [ref, object];
    if (word !== 'stream' || !(object instanceof PDFDict)) fail();
    const stream = this.#stream(object as PDFDict);
    this.keyword('endobj');
    return [ref, stream];
  }

  /** A number that is whole and not below zero. */
  integer(): number {
    if (!isDigit(this.#next())) fail();
    return this.#digits();
  }

  /** Goes over a word that has to come. */
  keyword(expected: string): void {
    if (this.word() !== expected) fail();
  }

  /** The word that comes next, e.g. `endobj`. */
  word(): string {
    this.#next();
    const start = this.at;
    this.at = skipRegular(this.#bytes, start);
    return this.#text(start, this.at);
  }

  /** The byte that comes next behind white space and comments. */
  #next(): number {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined) return fail();
      if (byte === PERCENT) this.at = skipComment(bytes, this.at);
      else if (CLASS[byte] === WHITE) this.at += 1;
      else return byte;
    }
  }

  #name(): PDFName {
    const start = this.at + 1;
    this.at = skipRegular(this.#bytes, start);
    return nameWritten(this.#text(start, this.at));
  }

  #hexString(): PDFHexString {
    const start = this.at + 1;
    this.at = skipHex(this.#bytes, start);
    return PDFHexString.of(this.#text(start, this.at - 1));
  }

  #string(): PDFString {
    const start = this.at + 1;
    this.at = skipLiteral(this.#bytes, this.at);
    return PDFString.of(this.#text(start, this.at - 1));
  }

  #array(): PDFArray {
    const array = PDFArray.withContext(this.#context);
    this.at += 1;
    while (this.#next() !== CLOSE_ARRAY) array.push(this.object());
    this.at += 1;
    return array;
  }

  #dict(): PDFDict {
    const entries = new Map<PDFName, PDFObject>();
    this.at += 2;
    for (let byte = this.#next(); byte !== GREATER; byte = this.#next()) {
      if (byte !== SOLIDUS) fail();
      entries.set(this.#name(), this.object());
    }
    if (this.#bytes[this.at + 1] !== GREATER) fail();
    this.at += 2;
    return PDFDict.fromMapWithContext(entries, this.#context);
  }

  /** What lies between `stream` and `endstream` (7.3.8). */
  #stream(dict: PDFDict): PDFRawStream {
    const length = dict.get(LENGTH);
    if (this.#bytes[this.at] === RETURN) this.at += 1;
    if (this.#bytes[this.at] !== LINE_FEED || !(length instanceof PDFNumber)) fail();
    const start = this.at + 1;
    this.at = start + (length as PDFNumber).asNumber();
    const contents = this.#bytes.subarray(start, this.at);
    this.keyword('endstream');
    return PDFRawStream.of(dict, contents);
  }

  #numberOrReference(): PDFObject {
    const start = this.at;
    if (!isDigit(this.#bytes[start] ?? 0)) return this.#number();
    const whole = this.#digits();
    if (this.#bytes[this.at] === POINT) {
      this.at = start;
      return this.#number();
    }
    const end = this.at;
    const generation = this.#generation();
    if (generation !== null) return PDFRef.of(whole, generation);
    this.at = end;
    return wholeNumber(whole);
  }

  /** The second number of a reference, e.g. of `7 0 R`; null where there is none. */
  #generation(): number | null {
    const bytes = this.#bytes;
    this.#skipSpace();
    if (!isDigit(bytes[this.at] ?? 0)) return null;
    const generation = this.#digits();
    this.#skipSpace();
    const isReference = bytes[this.at] === R && skipRegular(bytes, this.at) === this.at + 1;
    if (isReference) this.at += 1;
    return isReference ? generation : null;
  }

  #skipSpace(): void {
    while (this.at < this.#bytes.length && CLASS[this.#bytes[this.at] ?? 0] === WHITE) this.at += 1;
  }

  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  #digits(): number {
    const bytes = this.#bytes;
    let value = 0;
    for (let byte = bytes[this.at] ?? 0; isDigit(byte); byte = bytes[this.at] ?? 0) {
      value = value * 10 + byte - ZERO;
      this.at += 1;
    }
    return value;
  }

  #number(): PDFNumber {
    const start = this.at;
    this.at = skipRegular(this.#bytes, start);
    const value = Number(this.#text(start, this.at));
    return Number.isFinite(value) ? PDFNumber.of(value) : fail();
  }
}

const fail = (): never => {
  throw new Malformed();
};

const R = 'R'.charCodeAt(0);

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

const isNumeric = (byte: number): boolean =>
  isDigit(byte) || byte === MINUS || byte === POINT || byte === PLUS;

const CONSTANTS: ReadonlyMap<string, PDFObject> = new Map<string, PDFObject>([
  ['true', PDFBool.True],
  ['false', PDFBool.False],
  ['null', PDFNull],
]);

const LENGTH = PDFName.of('Length');
