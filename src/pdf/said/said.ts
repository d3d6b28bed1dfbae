/** All words of a PDF, wherever they stand: on its pages, and in the texts of its objects. */

import {
  PDFArray,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { ContentLexer } from '../content/lexer.ts';
import { TextWalk } from '../content/text-walk.ts';
import { FontBook } from '../read/font-book.ts';
import { nameAt, listOf, textOf, valueAt } from '../read/objects.ts';
import { openStrictly } from '../read/open.ts';
import { type Page, pagesOf } from '../read/page-list.ts';
import { joined, Unpacker } from '../read/streams.ts';
import { PageWords } from './page-words.ts';

/** A text of a PDF, and where it stands, e.g. `page 3`, `/Alt of object 12`. */
export interface PdfText {
  readonly where: string;
  readonly text: string;
}

/** Far above any briefing. */
const LIMIT = 512 * 1024 * 1024;

/** What `textsOfPdf` says; nothing of a file that is no whole PDF, which its checks tell of. */
export const textsIn = (bytes: Uint8Array): readonly PdfText[] => {
  const opened = openStrictly(bytes);
  if ('reason' in opened) return [];
  const unpacker = new Unpacker(LIMIT);
  const fonts = new FontBook(unpacker);
  const pages = pagesOf(opened.catalog).flatMap((page) => pageTexts(page, unpacker, fonts));
  const objects = opened.context.enumerateIndirectObjects();
  const { Info } = opened.context.trailerInfo;
  const trailer = Info instanceof PDFDict ? textsOf(Info, 'the Info dictionary') : [];
  return [
    ...pages,
    ...trailer,
    ...objects.flatMap(([ref, object]) => objectTexts(object, ref.objectNumber, unpacker)),
  ];
};

/** What a page paints, and the texts in the operands of its content, such as an `ActualText`. */
const pageTexts = (
  { dict, ref, resources, number }: Page,
  unpacker: Unpacker,
  fonts: FontBook,
): readonly PdfText[] => {
  const streams = listOf(valueAt(dict, 'Contents')).filter((one) => one instanceof PDFRawStream);
  const lexer = new ContentLexer(joined(streams.flatMap((one) => unpacker.bytes(one) ?? [])));
  const words = new PageWords(fonts, number);
  const walk = new TextWalk(ref, resources, (shown) => words.read(shown));
  while (lexer.next()) walk.step(lexer);
  return [{ where: `page ${number}`, text: words.text }];
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
