import { PDFDocument } from '@cantoo/pdf-lib';
import type { Marks } from '../model/mark.ts';
import { correctFonts, scanStreams, writeStreams } from './content/streams.ts';
import { describe } from './metadata/describe.ts';
import { mendOutline } from './outline.ts';
import type { PdfProperties } from './properties.ts';
import { save } from './save.ts';
import { readTree } from './structure/read-tree.ts';
import { transform } from './structure/transform.ts';
import { writeTree } from './structure/write-tree.ts';

/** Does what `finishPdf` says. */
export const finish = async (
  bytes: Uint8Array,
  properties: PdfProperties,
  marks: Marks,
): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  const { streams, fonts } = scanStreams(pdf);
  const document = readTree(pdf, streams, marks.elements);
  const pages = pdf.getPages().map(({ ref }) => ref.objectNumber);
  transform(document, { pages, text: marks.text });
  // Streams are compressed on other threads meanwhile.
  const written = writeStreams(streams);
  correctFonts(fonts, marks.text);
  writeTree(pdf, document, marks.elements);
  describe(pdf, properties);
  mendOutline(pdf, document);
  await written;
  return save(pdf);
};
