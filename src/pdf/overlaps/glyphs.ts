/** The letters and digits of a page, each with the box of its ink. */

import type { MarkOf, SetFont, ShownText } from '../content/text-walk.ts';
import { textOfCode } from '../read/cmap.ts';
import type { Font } from '../read/font.ts';
import type { FontBook } from '../read/font-book.ts';
import type { Boxes } from './meet.ts';

/**
 * The glyphs of a page by number, in the order in which they are painted: a column for each thing that is known of them,
 * as there are thousands and few are looked at again. In points from the page's left and lower edge.
 */
export class Glyphs implements Boxes {
  readonly left: number[] = [];
  readonly bottom: number[] = [];
  readonly right: number[] = [];
  readonly top: number[] = [];
  readonly texts: string[] = [];
  /** The sizes of their type. */
  readonly sizes: number[] = [];
  /** The heights of their baselines. */
  readonly baselines: number[] = [];
  /** Null of what is decoration, or said a second time. */
  readonly marks: (MarkOf | null)[] = [];
  /** Counts the pieces that were written in one go. */
  readonly objects: number[] = [];
  /** Those that can lie upon another: letters and digits that stand upright or on their side, and can be seen. */
  readonly solid: number[] = [];
}

/** What of a glyph is the same wherever it stands, in thousandths of the size of type. */
interface GlyphForm {
  readonly text: string;
  readonly isLetter: boolean;
  readonly advance: number;
  readonly low: number;
  readonly high: number;
}

/** A font as glyphs are read of it. */
interface Face {
  readonly font: Font;
  /** How many bytes a code has. */
  readonly width: 1 | 2;
  readonly forms: Map<number, GlyphForm>;
}

/** Reads glyphs; of a document's fonts each is looked into once. */
export class GlyphReader {
  readonly #fonts: FontBook;
  readonly #faces = new Map<Font, Face>();
  #set: SetFont | null = null;
  #face: Face | null = null;

  constructor(fonts: FontBook) {
    this.#fonts = fonts;
  }

  /** Puts what is shown to the glyphs of its page. */
  read(shown: ShownText, page: number, glyphs: Glyphs): void {
    if (shown.font !== this.#set) this.#face = this.#faceOf(shown.font, page);
    this.#set = shown.font;
    const face = this.#face;
    if (!face) return;
    let along = 0;
    for (const code of codesOf(shown, face.width)) {
      const form = face.forms.get(code) ?? newForm(face, code);
      place(glyphs, form, shown, along);
      along += (form.advance / 1000) * shown.font.size;
    }
  }

  #faceOf({ resources, name }: SetFont, page: number): Face | null {
    const use = this.#fonts.named(resources, name, page);
    if (!use) return null;
    const font = this.#fonts.fontOf(use);
    const face = this.#faces.get(font) ?? { font, width: use.hasPairs ? 2 : 1, forms: new Map() };
    this.#faces.set(font, face);
    return face;
  }
}

/** Accents above may touch the line before. */
const ASCENDERS = 750;

/** What small letters of any font have. */
const UNKNOWN = { low: 0, high: 450 };

const newForm = ({ font, forms }: Face, code: number): GlyphForm => {
  const units = font.toUnicode && textOfCode(font.toUnicode, code);
  const glyph = font.glyphOf(code);
  const { low, high } = (glyph === null ? null : font.program?.inkOf(glyph)) ?? UNKNOWN;
  const text = units ? String.fromCharCode(...units) : '';
  const made = {
    text,
    isLetter: /[\p{L}\p{N}]/u.test(text),
    advance: font.widthOf(code) ?? 0,
    low,
    high: Math.min(high, ASCENDERS),
  };
  forms.set(code, made);
  return made;
};

const codesOf = ({ lexer }: ShownText, width: 1 | 2): readonly number[] => {
  const pair = width === 2 ? lexer.pair(0) : null;
  if (pair !== null) return [pair];
  return lexer.strings(0).flatMap((bytes) =>
    Array.from({ length: Math.floor(bytes.length / width) }, (_, index) => {
      const [first = 0, second = 0] = bytes.subarray(index * width);
      return width === 1 ? first : first * 256 + second;
    }),
  );
};

/** Puts a glyph so far along in what is shown. */
const place = (
  glyphs: Glyphs,
  form: GlyphForm,
  { matrix, font, mark, object, isClear }: ShownText,
  along: number,
): void => {
  const [a, b, c, d, e, f] = matrix;
  const end = along + (form.advance / 1000) * font.size;
  const [low, high] = [(form.low / 1000) * font.size, (form.high / 1000) * font.size];
  // Type that is made to slant leans over its neighbour: how wide it is counts on the baseline, how high on its side.
  const isUpright = isNone(b);
  const x = (isUpright ? along * a : along * a + low * c) + e;
  const otherX = (isUpright ? end * a : along * a + high * c) + e;
  const y = (isUpright ? along * b + low * d : along * b) + f;
  const otherY = (isUpright ? along * b + high * d : end * b) + f;
  const isSeen = !isClear && Number.isFinite(x + otherX + y + otherY);
  if (form.isLetter && isSeen && (isUpright || isNone(a))) glyphs.solid.push(glyphs.texts.length);
  glyphs.left.push(Math.min(x, otherX));
  glyphs.right.push(Math.max(x, otherX));
  glyphs.bottom.push(Math.min(y, otherY));
  glyphs.top.push(Math.max(y, otherY));
  glyphs.texts.push(form.text);
  glyphs.sizes.push(font.size * Math.sqrt(c * c + d * d));
  glyphs.baselines.push(along * b + f);
  glyphs.marks.push(mark);
  glyphs.objects.push(object);
};

const isNone = (part: number): boolean => Math.abs(part) < 1e-4;
