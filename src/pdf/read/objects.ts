/** Looking things up in a PDF of unknown origin: what is missing or of another kind is undefined, nothing throws. */

import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '../library.ts';

const KEYS = new Map<string, PDFName>();

const keyOf = (key: string): PDFName => {
  const known = KEYS.get(key);
  if (known) return known;
  const made = PDFName.of(key);
  KEYS.set(key, made);
  return made;
};

/** The value of an entry, wherever it stands. */
export const valueAt = (dict: PDFDict | undefined, key: string): PDFObject | undefined =>
  dict?.lookup(keyOf(key));

/** The value of an entry as it is written: perhaps a reference. */
export const entryAt = (dict: PDFDict | undefined, key: string): PDFObject | undefined =>
  dict?.get(keyOf(key));

export const dictAt = (dict: PDFDict | undefined, key: string): PDFDict | undefined =>
  dictOf(valueAt(dict, key));

export const arrayAt = (dict: PDFDict | undefined, key: string): PDFArray | undefined => {
  const value = valueAt(dict, key);
  return value instanceof PDFArray ? value : undefined;
};

export const numberAt = (dict: PDFDict | undefined, key: string): number | undefined =>
  numberOf(valueAt(dict, key));

export const nameAt = (dict: PDFDict | undefined, key: string): string | undefined =>
  nameOf(valueAt(dict, key));

/** A text string's text. */
export const textAt = (dict: PDFDict | undefined, key: string): string | undefined =>
  textOf(valueAt(dict, key));

/** Undefined where there is no such entry. */
export const flagAt = (dict: PDFDict | undefined, key: string): boolean | undefined => {
  const value = valueAt(dict, key);
  return value instanceof PDFBool ? value.asBoolean() : undefined;
};

export const streamAt = (dict: PDFDict | undefined, key: string): PDFRawStream | undefined => {
  const value = valueAt(dict, key);
  return value instanceof PDFRawStream ? value : undefined;
};

/** A dictionary, or that of a stream. */
export const dictOf = (value: PDFObject | undefined): PDFDict | undefined => {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFRawStream ? value.dict : undefined;
};

export const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFNumber ? value.asNumber() : undefined;

export const nameOf = (value: PDFObject | undefined): string | undefined => {
  if (!(value instanceof PDFName)) return undefined;
  const known = NAMES.get(value);
  if (known !== undefined) return known;
  const text = decoded(value) ?? value.asString().slice(1);
  NAMES.set(value, text);
  return text;
};

/** What names say, of which a document has a few, each a thousand times. */
const NAMES = new WeakMap<PDFName, string>();

export const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? (decoded(value) ?? '') : undefined;

const decoded = (value: { decodeText: () => string }): string | undefined => {
  try {
    return value.decodeText();
  } catch {
    return undefined;
  }
};

/** What an array holds, each entry looked up; one value stands for a list of it. */
export const listOf = (value: PDFObject | undefined): (PDFObject | undefined)[] => {
  if (!(value instanceof PDFArray)) return value === undefined ? [] : [value];
  return value.asArray().map((_, index) => value.lookup(index));
};

/** The same as written: references stay. */
export const entriesOf = (dict: PDFDict | undefined, key: string): readonly PDFObject[] => {
  const written = entryAt(dict, key);
  const value = valueAt(dict, key);
  if (value instanceof PDFArray) return value.asArray();
  return written === undefined ? [] : [written];
};

/** The number of the object that a reference leads to. */
export const objectNumber = (value: PDFObject | undefined): number | null =>
  value instanceof PDFRef ? value.objectNumber : null;
