/** Which fonts a PDF may hold: those that its template embeds, as files, and no others. */

import type { PdfFacts, PdfFont } from './facts.ts';

/**
 * The PostScript names of font files (WOFF2, WOFF, TrueType or OpenType with one font each), as they stand in a PDF.
 * A file that is no font has none, and stands in no PDF.
 */
export const fontNames = async (files: Iterable<Uint8Array>): Promise<ReadonlySet<string>> =>
  new Set((await read(files)).flatMap(({ name }) => name ?? []));

/** The code points that at least one of some font files has a glyph for. */
export const charactersOf = async (files: Iterable<Uint8Array>): Promise<ReadonlySet<number>> =>
  new Set((await read(files)).flatMap(({ characters }) => characters));

interface FontFile {
  readonly name: string | null;
  readonly characters: readonly number[];
}

const read = async (files: Iterable<Uint8Array>): Promise<readonly FontFile[]> => {
  const { create } = await import('fontkit');
  return [...files].map((file) => {
    const font = READ.get(file) ?? open(file, create);
    READ.set(file, font);
    return font;
  });
};

const open = (
  file: Uint8Array,
  create: (file: Uint8Array) => { postscriptName: string | null; characterSet: readonly number[] },
): FontFile => {
  try {
    const { postscriptName: name, characterSet: characters } = create(file);
    return { name, characters };
  } catch {
    return { name: null, characters: [] };
  }
};

/** Files that have been read: a template's fonts are asked for with each of its documents. */
const READ = new WeakMap<Uint8Array, FontFile>();

/**
 * The fonts of a PDF that the template did not embed: of another name, not in the file, or without a name (Type 3).
 * On Linux a font named `DespatchMissing` stands for characters that none of the page's fonts has.
 */
export const strangeFonts = (facts: PdfFacts, allowed: ReadonlySet<string>): readonly PdfFont[] =>
  facts.fonts.filter(({ name, type, embedded }) => type === 'Type3' || !embedded || !allowed.has(name));
