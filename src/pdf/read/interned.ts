/** Objects without parts of their own, kept at hand: a document has the same names and numbers again and again. */

import { PDFName, PDFNumber } from '../library.ts';

/** So many of each are kept. */
const MOST = 4096;

const NAMES = new Map<string, PDFName>();

/** A name as it is written, without its solidus (ISO 32000-1, 7.3.5). */
export const nameWritten = (written: string): PDFName => {
  const known = NAMES.get(written);
  if (known) return known;
  const text = written.replace(/#([\da-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const made = PDFName.of(text);
  if (NAMES.size < MOST) NAMES.set(written, made);
  return made;
};

const NUMBERS: PDFNumber[] = [];

/** A number that is whole and not below zero. */
export const wholeNumber = (value: number): PDFNumber =>
  value < MOST ? (NUMBERS[value] ??= PDFNumber.of(value)) : PDFNumber.of(value);
