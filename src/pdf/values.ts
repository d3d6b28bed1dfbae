import { PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';

/** A name of the PDF language, e.g. `name('Title')` for `/Title`. */
export const name = (text: string): PDFName => PDFName.of(text);

/** What a text or a name says; null for anything else. */
export const textOf = (object: PDFObject | undefined): string | null => {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return object instanceof PDFName ? object.decodeText() : null;
};
