import {
  type PDFArray,
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from './library.ts';

/** The objects of a PDF. */
export interface Objects {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
}

const NAMES = new Map<string, PDFName>();

/** A name of the PDF language, e.g. `name('Title')` for `/Title`. The library's own search of it takes longer. */
export const name = (text: string): PDFName => {
  const known = NAMES.get(text);
  if (known) return known;
  const made = PDFName.of(text);
  NAMES.set(text, made);
  return made;
};

/** What a text or a name says; null for anything else. */
export const textOf = (object: PDFObject | undefined): string | null => {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  if (!(object instanceof PDFName)) return null;
  const known = TEXTS.get(object);
  if (known !== undefined) return known;
  const decoded = object.decodeText();
  TEXTS.set(object, decoded);
  return decoded;
};

/** What names say; there is one object of each name. */
const TEXTS = new WeakMap<PDFName, string>();

/** A number; null for anything else. */
export const numberOf = (object: PDFObject | undefined): number | null =>
  object instanceof PDFNumber ? object.asNumber() : null;

/** What an array holds, looked up. */
export const listOf = (array: PDFArray): (PDFObject | undefined)[] =>
  array.asArray().map((_, index) => array.lookup(index));

/** A text for people: as ASCII where that will do, as it is shorter. */
export const text = (value: string): PDFString | PDFHexString =>
  /^[ -~]*$/u.test(value) ? PDFString.of(value.replace(/[\\()]/gu, '\\$&')) : PDFHexString.fromText(value);
