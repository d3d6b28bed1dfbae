/** All words of a PDF, wherever they stand: on its pages, and in the texts of its objects. */

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '../library.ts';
import { ContentLexer } from '../content/lexer.ts';
import { FontBook } from '../read/font-book.ts';
import { nameAt, listOf, textOf, valueAt } from '../read/objects.ts';
import { openStrictly } from '../read/open.ts';
import { type Page, pagesOf } from '../read/page-list.ts';
import { joined, Unpacker } from '../read/streams.ts';
import { type TextReader, tellTexts } from '../read/text-reader.ts';
import type { PdfText } from '../../model/pdf-text.ts';
import { PageTexts } from './page-texts.ts';

/** What `textsOfPdf` says; nothing of a file that is no whole PDF, which its checks tell of. */
export const textsIn = (bytes: Uint8Array): readonly PdfText[] => {
  const opened = openStrictly(bytes);
  if ('reason' in opened) return [];
  const unpacker = new Unpacker();
  const words = new PageTexts();
  readTexts(pagesOf(opened.catalog), unpacker, words);
  return [...words.found, ...textsBeside(opened.context, unpacker)];
};

/** Reads nothing of pages but the texts that they paint. */
const readTexts = (pages: readonly Page[], unpacker: Unpacker, reader: TextReader): void => {
  const fonts = new FontBook(unpacker);
  const along = tellTexts([reader]);
  for (const page of pages) {
    const streams = listOf(valueAt(page.dict, 'Contents')).filter((one) => one instanceof PDFRawStream);
    const lexer = new ContentLexer(joined(streams.flatMap((one) => unpacker.bytes(one) ?? [])));
    const { step, end } = along.readPage(page, fonts);
    while (lexer.next()) step(lexer);
    end();
  }
};

/** The texts of a PDF beside those that its pages paint: in its objects, such as an `Alt`, and in its metadata. */
export const textsBeside = (context: PDFContext, unpacker: Unpacker): readonly PdfText[] => {
  const { Info } = context.trailerInfo;
  const trailer = Info instanceof PDFDict ? textsOf(Info, 'the Info dictionary') : [];
  const objects = context.enumerateIndirectObjects();
  return [...trailer, ...objects.flatMap(([ref, object]) => objectTexts(object, ref.objectNumber, unpacker))];
};

/** The texts of an object and of all that lies within it; of a stream that is text, such as metadata, all of it. */
const objectTexts = (object: PDFObject, number: number, unpacker: Unpacker): readonly PdfText[] => {
  const where = `object ${number}`;
  if (!(object instanceof PDFRawStream)) return textsOf(object, where);
  const isText = TEXTUAL.has(nameAt(object.dict, 'Type') ?? '');
  const bytes = isText ? unpacker.bytes(object) : null;
  const own = bytes ? [{ where: `${where}, ${nameAt(object.dict, 'Type')}`, text: decode(bytes) }] : [];
  return [...textsOf(object.dict, where), ...own];
};

const TEXTUAL: ReadonlySet<string> = new Set(['Metadata', 'EmbeddedFile']);

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const textsOf = (object: PDFObject, where: string): readonly PdfText[] => {
  const texts: PdfText[] = [];
  gather(object, '', where, texts);
  return texts;
};

/** Takes each text of an object, with the key below which it stands. */
const gather = (object: PDFObject, key: string, where: string, texts: PdfText[]): void => {
  if (object instanceof PDFString || object instanceof PDFHexString)
    texts.push({ where: key ? `${key} of ${where}` : where, text: textOf(object) ?? '' });
  else if (object instanceof PDFArray) for (const one of object.asArray()) gather(one, key, where, texts);
  else if (object instanceof PDFDict)
    for (const [name, value] of object.entries())
      if (!(value instanceof PDFRef)) gather(value, name.asString(), where, texts);
};
