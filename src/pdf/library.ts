/**
 * The library that reads and writes PDFs, from the one file in which it also comes: that is there in half of the time of
 * its 190 modules and the 150 of a package for colours, which they ask for. The package names that file nowhere.
 */

import type * as Library from '@cantoo/pdf-lib';

const file = new URL('../dist/pdf-lib.esm.js', import.meta.resolve('@cantoo/pdf-lib'));

const library: typeof Library = await import(file.href);

export const decodePDFRawStream: typeof Library.decodePDFRawStream = library.decodePDFRawStream;
export const {
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} = library;

export type PDFArray = Library.PDFArray;
export type PDFContext = Library.PDFContext;
export type PDFDict = Library.PDFDict;
export type PDFDocument = Library.PDFDocument;
export type PDFHexString = Library.PDFHexString;
export type PDFName = Library.PDFName;
export type PDFNumber = Library.PDFNumber;
export type PDFObject = Library.PDFObject;
export type PDFPage = Library.PDFPage;
export type PDFRawStream = Library.PDFRawStream;
export type PDFRef = Library.PDFRef;
export type PDFString = Library.PDFString;
