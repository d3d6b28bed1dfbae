/** The content streams of a document: of its pages, and of the forms with marked content that they draw. */

import { deflate as deflateWith } from 'node:zlib';
import { promisify } from 'node:util';
import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFRawStream, PDFRef } from '../library.ts';
import type { Page } from '../read/page-list.ts';
import { name, type Objects } from '../values.ts';
import { edit } from './edit.ts';
import { type FontText, readFontText } from './font-text.ts';
import { inflated } from './inflated.ts';
import { combine, IDENTITY, type Matrix } from './geometry.ts';
import { contentsOf, isForm } from './page-contents.ts';
import { type Drawn, type ContentScan, scanContent } from './scan.ts';

/** One stream. */
export interface ContentStream {
  readonly bytes: Uint8Array;
  readonly scan: ContentScan;
  /** Puts other bytes, deflated, in its place. */
  readonly replace: (deflated: Uint8Array) => void;
}

/** The streams by the number of the object that their marked content is known by: a page, or a form. */
export type Streams = ReadonlyMap<number, ContentStream>;

/** Scans all streams, each once; gives them, and the fonts that they use. */
export const scanStreams = (
  pdf: Objects,
  pages: readonly Page[],
): { streams: Streams; fonts: readonly FontText[] } => {
  const scanner = new StreamScanner(pdf);
  for (const page of pages) scanner.scanPage(page);
  return { streams: scanner.streams, fonts: scanner.fonts() };
};

/**
 * Has fonts say the characters of the page. Where two characters have one glyph, e.g. the apostrophes U+2019 and
 * U+02BC, Chrome may name the wrong one, and mark each use as to be read otherwise, which not every reader heeds.
 */
export const correctFonts = (fonts: readonly FontText[], pageText: string): void => {
  for (const font of fonts) font.correct(pageText);
};

const deflate = promisify(deflateWith);

/** Writes what the scans say into the streams: artifacts are marked as such. */
export const writeStreams = async (streams: Streams): Promise<void> => {
  const write = async ({ bytes, scan, replace }: ContentStream): Promise<void> =>
    replace(await deflate(edit(bytes, scan)));
  await Promise.all([...streams.values()].map(write));
};

class StreamScanner {
  readonly streams = new Map<number, ContentStream>();
  readonly #pdf: Objects;
  readonly #fonts = new Map<PDFObject, FontText | null>();

  constructor(pdf: Objects) {
    this.#pdf = pdf;
  }

  fonts(): FontText[] {
    return [...this.#fonts.values()].filter((font) => font !== null);
  }

  scanPage({ ref: page, dict, resources, mediaBox }: Page): void {
    if (!(page instanceof PDFRef)) return;
    const { context } = this.#pdf;
    const bytes = contentsOf(dict);
    const [, bottom, , top] = mediaBox ?? [0, 0, 0, 0];
    const scan = this.#scan(bytes, resources, IDENTITY, (bottom + top) / 2, false);
    const replace = (deflated: Uint8Array): void => {
      const first = dict.get(name('Contents'));
      const ref = first instanceof PDFRef ? first : context.nextRef();
      context.assign(ref, rawStream(context.obj({}), deflated));
      dict.set(name('Contents'), ref);
    };
    this.streams.set(page.objectNumber, { bytes, scan, replace });
  }

  #scan(
    bytes: Uint8Array,
    resources: PDFDict | undefined,
    matrix: Matrix,
    middle: number,
    isWithin: boolean,
  ): ContentScan {
    const objects = resources?.lookupMaybe(name('XObject'), PDFDict);
    const fonts = resources?.lookupMaybe(name('Font'), PDFDict);
    return scanContent(bytes, {
      matrix,
      middle,
      isWithin,
      fontOf: (font) => this.#fontOf(fonts?.get(name(font))),
      draw: (drawn, at, within) => {
        const ref = objects?.get(name(drawn));
        const object = ref && this.#pdf.context.lookup(ref);
        return ref instanceof PDFRef && object instanceof PDFRawStream && isForm(object)
          ? this.#scanForm(ref, object, at, middle, within)
          : null;
      },
    });
  }

  #fontOf(font: PDFObject | undefined): FontText | null {
    if (!font) return null;
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const read = readFontText(this.#pdf.context.lookup(font));
    this.#fonts.set(font, read);
    return read;
  }

  /** A form is drawn once where it has marked content (ISO 14289-1, 7.20), so its first place is its only one. */
  #scanForm(ref: PDFRef, form: PDFRawStream, matrix: Matrix, middle: number, isWithin: boolean): Drawn {
    const { dict } = form;
    const own = numbersOf(dict.lookup(name('Matrix')));
    const [left = 0, bottom = 0, right = 1, top = 1] = numbersOf(dict.lookup(name('BBox')));
    const number = ref.objectNumber;
    let stream = this.streams.get(number);
    if (!stream && dict.has(name('StructParents'))) {
      const bytes = inflated(form);
      const inner = own.length === 6 ? combine(own as unknown as Matrix, matrix) : matrix;
      const scan = this.#scan(bytes, dict.lookupMaybe(name('Resources'), PDFDict), inner, middle, isWithin);
      const replace = (deflated: Uint8Array): void =>
        this.#pdf.context.assign(ref, rawStream(dict, deflated));
      stream = { bytes, scan, replace };
      this.streams.set(number, stream);
    }
    return { isMarked: Boolean(stream?.scan.sequences.size), corners: [left, bottom, right, top] };
  }
}

const numbersOf = (object: PDFObject | undefined): number[] =>
  object instanceof PDFArray
    ? object.asArray().map((entry) => (entry instanceof PDFNumber ? entry.asNumber() : 0))
    : [];

const rawStream = (dict: PDFDict, deflated: Uint8Array): PDFRawStream => {
  dict.set(name('Filter'), name('FlateDecode'));
  dict.delete(name('DecodeParms'));
  dict.delete(name('Length'));
  return PDFRawStream.of(dict, deflated);
};
