import { type PDFContext, type PDFDict, PDFRawStream } from '../library.ts';
import { type Annotation, annotationsOf } from './annotation.ts';
import { ContentReader } from './content.ts';
import type { Font } from './font.ts';
import { FontBook } from './font-book.ts';
import type { MetContent } from './met-content.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { dictAt, nameAt, streamAt, valueAt } from './objects.ts';
import type { Opened } from './open.ts';
import { type Page, pagesOf } from './page-list.ts';
import type { ReadAlong } from './read-along.ts';
import { Unpacker } from './streams.ts';
import { type Structure, structureOf } from './structure.ts';
import { sweep, type Swept } from './sweep.ts';

/** A PDF as rules and facts see it: everything that several of them need, read once. */
export interface Subject {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly Page[];
  /** Null where the PDF is not tagged. */
  readonly structure: Structure | null;
  readonly content: MetContent;
  readonly annotations: readonly Annotation[];
  readonly fonts: readonly Font[];
  /** Null where there are none. */
  readonly metadata: Metadata | null;
  readonly objects: readonly Swept[];
  readonly unpacker: Unpacker;
}

/**
 * Reads all that rules and facts need, and takes along who wants more.
 * @throws TooLarge where the PDF unfolds to more than 512 MB.
 */
export const subjectOf = (
  { context, catalog }: Opened,
  bytes: Uint8Array,
  along: ReadAlong | null = null,
): Subject => {
  const unpacker = new Unpacker();
  const pages = pagesOf(catalog);
  const structure = structureOf(catalog, pages);
  const annotations = annotationsOf(pages, structure);
  const book = new FontBook(unpacker);
  const reader = new ContentReader(structure, { unpacker, fonts: book, along });
  for (const page of pages) reader.readPage(page);
  for (const annotation of annotations) readAppearance(reader, annotation);
  const fonts = book.fonts();
  const stream = streamAt(catalog, 'Metadata');
  const xmp = stream && nameAt(stream.dict, 'Subtype') === 'XML' ? unpacker.bytes(stream) : null;
  const metadata = xmp && readMetadata(xmp);
  const objects = sweep(context);
  return {
    bytes,
    context,
    catalog,
    pages,
    structure,
    content: reader.met,
    annotations,
    fonts,
    metadata,
    objects,
    unpacker,
  };
};

/** Reads what an annotation shows as it stands, of several states the present one. */
const readAppearance = (reader: ContentReader, { dict, page, subtype, isHidden }: Annotation): void => {
  const normal = valueAt(dictAt(dict, 'AP'), 'N');
  const shown =
    normal instanceof PDFRawStream
      ? normal
      : streamAt(dictAt(dictAt(dict, 'AP'), 'N'), nameAt(dict, 'AS') ?? '');
  if (shown && !isHidden) reader.readAppearance(shown, page.number, subtype === 'PrinterMark');
};
