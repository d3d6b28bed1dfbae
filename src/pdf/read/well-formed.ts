/**
 * Finds the objects of a well-formed PDF as readers do: by the table at its end, which says where each lies. The table
 * is a text (ISO 32000-1, 7.5.4), or a stream (7.5.8), which leads to objects in streams too (7.5.7).
 */

import { PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '../library.ts';
import { inflated } from '../content/inflated.ts';
import { ByteReader } from './byte-reader.ts';
import { Malformed, ObjectParser } from './object-parser.ts';
import { entryAt, listOf, nameAt, numberAt, numberOf, valueAt } from './objects.ts';

/** The objects of a PDF that was written in one go and is not encrypted; null where it is another, or malformed. */
export const wellFormed = (bytes: Uint8Array): PDFContext | null => {
  const context = PDFContext.create();
  try {
    const parser = new ObjectParser(bytes, context);
    parser.at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('startxref');
    parser.keyword('startxref');
    parser.at = parser.integer();
    const table = tableAt(parser);
    context.trailerInfo = trailerOf(table.trailer);
    for (const [number, at] of table.inFile) {
      parser.at = at;
      const [ref, object] = parser.indirectObject();
      if (ref.objectNumber !== number) throw new Malformed();
      context.assign(ref, object);
    }
    for (const [number, places] of table.inStreams)
      for (const [ref, object] of objectsIn(context, number, places)) context.assign(ref, object);
    return context;
  } catch (fault) {
    if (fault instanceof Malformed) return null;
    throw fault;
  }
};

/** Where objects lie, by their numbers. */
interface ObjectTable {
  readonly trailer: PDFDict;
  /** The byte at which each begins. */
  readonly inFile: Map<number, number>;
  /** By the numbers of streams, which objects lie in them, and at which place. */
  readonly inStreams: Map<number, Map<number, number>>;
}

const tableAt = (parser: ObjectParser): ObjectTable => {
  const start = parser.at;
  if (parser.word() === 'xref') return textTable(parser);
  parser.at = start;
  return streamTable(parser);
};

const textTable = (parser: ObjectParser): ObjectTable => {
  const inFile = new Map<number, number>();
  for (let word = parser.word(); word !== 'trailer'; word = parser.word()) {
    const [first, count] = [Number(word), parser.integer()];
    for (let number = first; number < first + count; number += 1) {
      const [at, , kind] = [parser.integer(), parser.integer(), parser.word()];
      if (kind === 'n') inFile.set(number, at);
      else if (kind !== 'f') throw new Malformed();
    }
  }
  const trailer = parser.object();
  if (!(trailer instanceof PDFDict)) throw new Malformed();
  return { trailer, inFile, inStreams: new Map() };
};

const streamTable = (parser: ObjectParser): ObjectTable => {
  const [, stream] = parser.indirectObject();
  if (!(stream instanceof PDFRawStream)) throw new Malformed();
  const table: ObjectTable = { trailer: stream.dict, inFile: new Map(), inStreams: new Map() };
  const widths = listOf(valueAt(stream.dict, 'W')).map((width) => numberOf(width) ?? 0);
  const [kindWidth = 0, whereWidth = 0, indexWidth = 0] = widths;
  const bytes = new ByteReader(unpacked(stream));
  let at = 0;
  for (const number of numbersOf(stream.dict)) {
    const kind = kindWidth ? bytes.number(at, kindWidth) : 1;
    const where = bytes.number(at + kindWidth, whereWidth);
    const index = bytes.number(at + kindWidth + whereWidth, indexWidth);
    at += kindWidth + whereWidth + indexWidth;
    if (at > bytes.length) throw new Malformed();
    if (kind === 1) table.inFile.set(number, where);
    else if (kind === 2) {
      const places = table.inStreams.get(where) ?? new Map<number, number>();
      table.inStreams.set(where, places.set(number, index));
    }
  }
  return table;
};

/** The numbers of the objects that a stream has entries for. */
function* numbersOf(dict: PDFDict): Generator<number> {
  const runs = listOf(valueAt(dict, 'Index')).map((part) => numberOf(part) ?? 0);
  const [first = 0, count = numberAt(dict, 'Size') ?? 0, ...others] = runs;
  for (let number = first; number < first + count; number += 1) yield number;
  for (let at = 0; at + 1 < others.length; at += 2)
    for (let index = 0; index < (others[at + 1] ?? 0); index += 1) yield (others[at] ?? 0) + index;
}

/** What the library keeps of a trailer. One that leads to older tables, or is encrypted, is none of these. */
const trailerOf = (dict: PDFDict): PDFContext['trailerInfo'] => {
  if (['Prev', 'XRefStm', 'Encrypt'].some((key) => entryAt(dict, key))) throw new Malformed();
  const [Root, Info, ID] = ['Root', 'Info', 'ID'].map((key) => entryAt(dict, key));
  return { ...(Root && { Root }), ...(Info && { Info }), ...(ID && { ID }) };
};

/** The objects of a stream at the places where they should lie. */
function* objectsIn(
  context: PDFContext,
  stream: number,
  places: ReadonlyMap<number, number>,
): Generator<[PDFRef, PDFObject]> {
  const holder = context.lookup(PDFRef.of(stream));
  if (!(holder instanceof PDFRawStream) || nameAt(holder.dict, 'Type') !== 'ObjStm') throw new Malformed();
  const parser = new ObjectParser(unpacked(holder), context);
  const [first = 0, count = 0] = [numberAt(holder.dict, 'First'), numberAt(holder.dict, 'N')];
  const begins = Array.from({ length: count }, () => [parser.integer(), parser.integer()] as const);
  for (const [number, place] of places) {
    const [own, at = 0] = begins[place] ?? [];
    if (own !== number) throw new Malformed();
    parser.at = first + at;
    yield [PDFRef.of(number), parser.object()];
  }
}

const unpacked = (stream: PDFRawStream): Uint8Array => {
  try {
    return inflated(stream);
  } catch {
    throw new Malformed();
  }
};
