/** What a reader gets of a finished PDF that follows its structure. */

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '../../src/pdf/library.ts';
import { readFontText } from '../../src/pdf/content/font-text.ts';
import { inflated } from '../../src/pdf/content/inflated.ts';
import { ContentLexer, markedContentId } from '../../src/pdf/content/lexer.ts';
import { textOf as decoded } from '../../src/pdf/values.ts';

/** An element as a reader meets it. */
export interface Said {
  readonly type: string;
  readonly alt: string | null;
  readonly language: string | null;
  /** What an abbreviation stands for. */
  readonly expansion: string | null;
  readonly dict: PDFDict;
  /** Its own text, or what is in it. */
  readonly kids: readonly (Said | string)[];
}

const name = (text: string): PDFName => PDFName.of(text);

/** The structure of a PDF, from its top. */
export const saidIn = async (bytes: Uint8Array): Promise<Said> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = textsOf(pdf);
  const read = (object: PDFObject, around: PDFObject | undefined): Said | string => {
    if (object instanceof PDFNumber) return texts.get(`${String(around)} ${object.asNumber()}`) ?? '';
    const dict = pdf.context.lookup(object, PDFDict);
    const page = dict.get(name('Pg')) ?? around;
    if (dict.has(name('MCID')))
      return read(dict.lookup(name('MCID'), PDFNumber), dict.get(name('Stm')) ?? page);
    if (!dict.has(name('S'))) return '';
    const kids = dict.lookup(name('K'));
    const all = kids instanceof PDFArray ? kids.asArray() : dict.has(name('K')) ? [dict.get(name('K'))] : [];
    const replaced = decoded(dict.lookup(name('ActualText')));
    return {
      type: decoded(dict.lookup(name('S'))) ?? '',
      alt: decoded(dict.lookup(name('Alt'))),
      language: decoded(dict.lookup(name('Lang'))),
      expansion: decoded(dict.lookup(name('E'))),
      dict,
      kids: replaced === null ? all.map((kid) => read(kid as PDFObject, page)) : [replaced],
    };
  };
  const top = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('K'));
  return read(top as PDFObject, undefined) as Said;
};

/** The texts of marked content by page or form and number. */
const textsOf = (pdf: PDFDocument): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const page of pdf.getPages()) {
    const contents = page.node.lookup(name('Contents'));
    if (contents instanceof PDFRawStream)
      readStream(texts, String(page.ref), contents, page.node.Resources());
  }
  for (const [ref, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form'))
      readStream(texts, String(ref), object, object.dict.lookupMaybe(name('Resources'), PDFDict));
  return texts;
};

const readStream = (
  texts: Map<string, string>,
  place: string,
  stream: PDFRawStream,
  resources: PDFDict | undefined,
): void => {
  const fonts = resources?.lookupMaybe(name('Font'), PDFDict);
  const lexer = new ContentLexer(inflated(stream));
  const open: { id: number | null; replaced: boolean }[] = [];
  let font = readFontText(undefined);
  const say = (text: string): void => {
    const id = open.findLast((each) => each.id !== null)?.id;
    if (id !== undefined) texts.set(`${place} ${id}`, (texts.get(`${place} ${id}`) ?? '') + text);
  };
  while (lexer.next()) {
    if (lexer.operator === 'Tf') font = readFontText(fonts?.lookup(name(lexer.name(0))));
    if (lexer.operator === 'BDC') {
      const source = lexer.source(1);
      const replaced = source.includes('/ActualText');
      open.push({ id: markedContentId(source), replaced });
      if (replaced) say(lexer.strings(1).map(textOfString).join(''));
    }
    if (lexer.operator === 'EMC') open.pop();
    if (lexer.operator === 'Tj' && !open.some(({ replaced }) => replaced))
      for (const codes of lexer.strings(0))
        for (let at = 0; at < codes.length; at += 2)
          say(font?.textOf((codes[at] ?? 0) * 256 + (codes[at + 1] ?? 0)) ?? '');
  }
};

const textOfString = (bytes: Uint8Array): string =>
  bytes[0] === 0xfe
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : Buffer.from(bytes).toString('latin1');

/** The types of a structure, each on a line, as deep as they lie. */
export const outlineOf = (said: Said | string, depth = 0): string => {
  const indent = '  '.repeat(depth);
  if (typeof said === 'string') return said.trim() ? `${indent}“${said}”\n` : '';
  const { type, alt, language, expansion, kids } = said;
  const traits = [alt && ` (${alt})`, expansion && ` = ${expansion}`, language && ` [${language}]`];
  return `${indent}${type}${traits.filter(Boolean).join('')}\n${kids.map((kid) => outlineOf(kid, depth + 1)).join('')}`;
};

/** Types that lie within a line. */
const INLINE = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference']);

/** All text in reading order, a space between blocks; without the numbers and signs of lists. */
export const textOf = (said: Said | string): string => {
  if (typeof said === 'string') return said;
  const text = said.kids.map(textOf).join('');
  if (said.type === 'Lbl' && /^\d*[^\p{Letter}\d]*$/u.test(text)) return '';
  return INLINE.has(said.type) ? text : ` ${text} `;
};

/** Elements of a type, wherever they lie. */
export const elementsOf = (said: Said | string, type: string): Said[] =>
  typeof said === 'string'
    ? []
    : [...(said.type === type ? [said] : []), ...said.kids.flatMap((kid) => elementsOf(kid, type))];
