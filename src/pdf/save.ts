/**
 * Writes a PDF: everything but streams in compressed object streams (ISO 32000-1, 7.5.7), found by a cross-reference
 * stream (7.5.8). The library can do so as well, in three times the time and with larger files.
 */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFNumber,
  type PDFObject,
  PDFStream,
} from './library.ts';
import { name, type Objects } from './values.ts';

/** Four bytes beyond ASCII say that the file is no text (ISO 19005-2, 6.1.2). */
const HEADER = '%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n';

/** So many objects share a stream: a reader takes it apart to get at one of them. */
const TOGETHER = 200;

/** Where an object lies: at a byte of the file, or at a place in an object stream. */
type ObjectPlace = readonly ['file', offset: number] | readonly ['stream', number: number, index: number];

/** The bytes of a document. Its identifier is a hash of them (14.4): the same document has the same. */
export const save = (pdf: Pick<Objects, 'context'>): Uint8Array => new Writer(pdf).write();

class Writer {
  readonly #context: PDFContext;
  readonly #parts: Uint8Array[] = [];
  #size = 0;
  readonly #places = new Map<number, ObjectPlace>();
  #last: number;

  constructor({ context }: Pick<Objects, 'context'>) {
    this.#context = context;
    this.#last = context.largestObjectNumber;
  }

  write(): Uint8Array {
    this.#add(HEADER);
    const inStreams: (readonly [number, PDFObject])[] = [];
    for (const [{ objectNumber }, object] of this.#context.enumerateIndirectObjects())
      if (object instanceof PDFStream) this.#stream(objectNumber, object.dict, object.getContents());
      else inStreams.push([objectNumber, object]);
    for (let at = 0; at < inStreams.length; at += TOGETHER)
      this.#objectStream(inStreams.slice(at, at + TOGETHER));
    this.#crossReference();
    return Buffer.concat(this.#parts);
  }

  #add(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }

  #stream(number: number, dict: PDFDict, contents: Uint8Array): void {
    this.#places.set(number, ['file', this.#size]);
    dict.set(name('Length'), PDFNumber.of(contents.length));
    this.#add(`${number} 0 obj\n${dict.toString()}\nstream\n`);
    this.#add(contents);
    this.#add('\nendstream\nendobj\n');
  }

  #objectStream(objects: readonly (readonly [number, PDFObject])[]): void {
    this.#last += 1;
    let [places, contents] = ['', ''];
    objects.forEach(([number, object], index) => {
      this.#places.set(number, ['stream', this.#last, index]);
      places += `${number} ${contents.length} `;
      contents += `${object.toString()}\n`;
    });
    const dict = { Type: 'ObjStm', N: objects.length, First: places.length, Filter: 'FlateDecode' };
    const bytes = deflateSync(Buffer.from(places + contents, 'latin1'));
    this.#stream(this.#last, this.#context.obj(dict), bytes);
  }

  #crossReference(): void {
    const number = this.#last + 1;
    const start = this.#size;
    this.#places.set(number, ['file', start]);
    const numbers = [...this.#places.keys()].sort((a, b) => a - b);
    const digest = createHash('sha256');
    for (const part of this.#parts) digest.update(part);
    const identifier = PDFHexString.of(digest.digest('hex').slice(0, 32));
    const { Root, Info } = this.#context.trailerInfo;
    const dict = this.#context.obj({
      Type: 'XRef',
      Size: number + 1,
      Index: runs([0, ...numbers]),
      W: FIELDS,
      ID: [identifier, identifier],
      Filter: 'FlateDecode',
    });
    if (Root) dict.set(name('Root'), Root);
    if (Info) dict.set(name('Info'), Info);
    const rows = [FREE, ...numbers.map((each) => row(this.#places.get(each) ?? ['file', 0]))];
    this.#stream(number, dict, deflateSync(Buffer.concat(rows)));
    this.#add(`startxref\n${start}\n%%EOF\n`);
  }
}

/** The bytes of the three fields of an entry (table 17): its kind, where it is, its place there. */
const FIELDS = [1, 4, 1];

const entry = (kind: number, where: number, index: number): Buffer => {
  const bytes = Buffer.alloc(6);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(where, 1);
  bytes.writeUInt8(index, 5);
  return bytes;
};

/** The first entry is that of no object (7.5.4). */
const FREE = entry(0, 0, 255);

const row = ([kind, where, index = 0]: ObjectPlace): Buffer => entry(kind === 'file' ? 1 : 2, where, index);

/** Numbers in order as runs, each by its first number and how many follow each other. */
const runs = (numbers: readonly number[]): number[] => {
  const found: number[] = [];
  let last = -2;
  for (const number of numbers) {
    if (number === last + 1) found[found.length - 1] = (found.at(-1) ?? 0) + 1;
    else found.push(number, 1);
    last = number;
  }
  return found;
};
