/** What tests read from copies: all operators of colour, boxes, and texts. */

import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '../../../src/pdf/library.ts';
import { ContentLexer } from '../../../src/pdf/content/lexer.ts';

export const open = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

/** Every stream that holds operators: contents of pages, forms, tiling patterns. */
const operatorStreams = (pdf: PDFDocument): Uint8Array[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    const kind = String(object.dict.get(PDFName.of('Subtype')) ?? object.dict.get(PDFName.of('Type')) ?? '');
    const isContents =
      !kind && !object.dict.has(PDFName.of('Length1')) && !object.dict.has(PDFName.of('FunctionType'));
    const isDrawn = kind === '/Form' || object.dict.has(PDFName.of('PaintType'));
    return isContents || isDrawn ? [decodePDFRawStream(object).decode()] : [];
  });

/** The colours that a document names, e.g. `0.5 g` or `1 0 0 RG`. */
export const coloursOf = (pdf: PDFDocument): string[] => {
  const found = new Set<string>();
  for (const bytes of operatorStreams(pdf)) {
    const lexer = new ContentLexer(bytes);
    while (lexer.next())
      if (/^(?:rg|g|k|scn?)$/iu.test(lexer.operator))
        found.add(
          [...Array.from({ length: lexer.count }, (_, at) => lexer.source(at)), lexer.operator].join(' '),
        );
  }
  return [...found].toSorted();
};

/** The colour spaces of all gradients. */
export const gradientSpaces = (pdf: PDFDocument): string[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const shading = object instanceof PDFDict ? object.lookup(PDFName.of('Shading')) : undefined;
    return shading instanceof PDFDict ? [String(shading.lookup(PDFName.of('ColorSpace')))] : [];
  });

/** A box of a page in millimetres: its left and lower edge, its width and height. */
export const millimetres = (box: { x: number; y: number; width: number; height: number }): number[] =>
  [box.x, box.y, box.width, box.height].map((points) => Math.round((points / 72) * 2540) / 100);
