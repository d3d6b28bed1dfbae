/** The letters and digits of a page, each with the box of its ink. */

import type { PDFDict, PDFPage } from '@cantoo/pdf-lib';
import { combine, heightOf, type Matrix } from '../content/geometry.ts';
import { walkTexts, type MarkOf, type Shown } from '../content/text-walk.ts';
import { textOfCode } from '../check/inspect/cmap.ts';
import { type Font, fontOf } from '../check/inspect/font.ts';
import { FontBook } from '../check/inspect/font-book.ts';
import type { Unpacker } from '../check/inspect/streams.ts';
import type { Box } from './meet.ts';

/** A glyph on a page; in points from the page's left and lower edge. */
export interface Glyph extends Box {
  readonly text: string;
  /** The size of its type. */
  readonly size: number;
  /** The height of its baseline. */
  readonly baseline: number;
  /** Null of what is decoration, or said a second time. */
  readonly mark: MarkOf | null;
  /** Counts the pieces that were written in one go. */
  readonly object: number;
  /** Whether it can lie upon another: letters and digits that stand upright or on their side, and can be seen. */
  readonly isSolid: boolean;
}

/** What of a glyph is the same wherever it stands, in thousandths of the size of type. */
interface Form {
  readonly text: string;
  readonly advance: number;
  readonly low: number;
  readonly high: number;
}

/** Reads the glyphs of pages; of a document's fonts each is looked into once. */
export class GlyphReader {
  readonly #unpacker: Unpacker;
  readonly #book: FontBook;
  readonly #fonts = new Map<PDFDict, Font>();
  readonly #forms = new Map<Font, Map<number, Form>>();

  constructor(unpacker: Unpacker) {
    this.#unpacker = unpacker;
    this.#book = new FontBook(unpacker);
  }

  /** All of a page, in the order in which they are painted. */
  read(page: PDFPage): Glyph[] {
    const glyphs: Glyph[] = [];
    walkTexts(page, (shown) => this.#take(shown, glyphs));
    return glyphs;
  }

  #take(shown: Shown, glyphs: Glyph[]): void {
    const use = this.#book.named(shown.resources, shown.font.name, 1);
    if (!use) return;
    const font = this.#fonts.get(use.dict) ?? fontOf(use, this.#unpacker);
    this.#fonts.set(use.dict, font);
    let { matrix } = shown;
    for (const code of codesOf(shown, use.hasPairs ? 2 : 1)) {
      const form = this.#formOf(font, code);
      const width = (form.advance / 1000) * shown.font.size;
      glyphs.push(glyphAt(matrix, form, width, shown));
      matrix = combine([1, 0, 0, 1, width, 0], matrix);
    }
  }

  #formOf(font: Font, code: number): Form {
    const forms = this.#forms.get(font) ?? new Map<number, Form>();
    this.#forms.set(font, forms);
    const known = forms.get(code);
    if (known) return known;
    const units = font.toUnicode && textOfCode(font.toUnicode, code);
    const glyph = font.glyphOf(code);
    const { low, high } = (glyph === null ? null : font.program?.inkOf(glyph)) ?? UNKNOWN;
    const made = {
      text: units ? String.fromCharCode(...units) : '',
      advance: font.widthOf(code) ?? 0,
      low,
      high: Math.min(high, ASCENDERS),
    };
    forms.set(code, made);
    return made;
  }
}

/** Accents above may touch the line before. */
const ASCENDERS = 750;

/** What small letters of any font have. */
const UNKNOWN = { low: 0, high: 450 };

const codesOf = ({ lexer }: Shown, width: number): number[] => {
  const pair = width === 2 ? lexer.pair(0) : null;
  if (pair !== null) return [pair];
  return lexer.strings(0).flatMap((bytes) =>
    Array.from({ length: Math.floor(bytes.length / width) }, (_, index) => {
      const [first = 0, second = 0] = bytes.subarray(index * width);
      return width === 1 ? first : first * 256 + second;
    }),
  );
};

const glyphAt = (
  matrix: Matrix,
  { text, low, high }: Form,
  width: number,
  { font, mark, object, isClear }: Shown,
): Glyph => {
  const at = (x: number, up: number): readonly [number, number] => [
    x * matrix[0] + up * matrix[2] + matrix[4],
    heightOf(matrix, x, up),
  ];
  const rise = (units: number): number => (units / 1000) * font.size;
  // Type that is made to slant leans over its neighbour: how wide it is counts on the baseline, how high on its side.
  const along = [at(0, 0), at(width, 0)];
  const rising = [at(0, rise(low)), at(0, rise(high))];
  const isUpright = isNone(matrix[1]);
  const across = (isUpright ? along : rising).map(([x]) => x);
  const up = (isUpright ? rising : along).map(([, y]) => y);
  return {
    text,
    size: font.size * Math.hypot(matrix[2], matrix[3]),
    baseline: matrix[5],
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...up),
    top: Math.max(...up),
    mark,
    object,
    isSolid: (isUpright || isNone(matrix[0])) && !isClear && /[\p{L}\p{N}]/u.test(text),
  };
};

const isNone = (part: number): boolean => Math.abs(part) < 1e-4;
