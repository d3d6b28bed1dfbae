import { PDFDict, PDFDocument } from './library.ts';
import type { Marks } from '../model/mark.ts';
import { correctFonts, scanStreams, writeStreams } from './content/streams.ts';
import { describe } from './metadata/describe.ts';
import { mendOutline } from './outline.ts';
import type { PdfProperties } from './properties.ts';
import { save } from './save.ts';
import { objectNumber } from './read/objects.ts';
import { pagesOf } from './read/page-list.ts';
import { wellFormed } from './read/well-formed.ts';
import { readTree } from './structure/read-tree.ts';
import { transform } from './structure/transform.ts';
import { writeTree } from './structure/write-tree.ts';
import type { Objects } from './values.ts';

/** Does what `finishPdf` says. */
export const finish = async (
  bytes: Uint8Array,
  properties: PdfProperties,
  marks: Marks,
): Promise<Uint8Array> => {
  const pdf = await open(bytes);
  const pages = pagesOf(pdf.catalog);
  const { streams, fonts } = scanStreams(pdf, pages);
  const document = readTree(pdf, streams, marks.elements);
  const numbers = pages.map(({ ref }) => objectNumber(ref) ?? 0);
  transform(document, { pages: numbers, text: marks.text });
  // Streams are compressed on other threads meanwhile.
  const written = writeStreams(streams);
  correctFonts(fonts, marks.text);
  writeTree(pdf, document, marks.elements);
  describe(pdf, pages, properties);
  mendOutline(pdf, document);
  await written;
  return save(pdf);
};

/** What the browser prints is well-formed; where it should not be, the library makes of it what it can. */
const open = async (bytes: Uint8Array): Promise<Objects> => {
  const context =
    wellFormed(bytes) ??
    (await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })).context;
  return { context, catalog: context.lookup(context.trailerInfo.Root, PDFDict) };
};
