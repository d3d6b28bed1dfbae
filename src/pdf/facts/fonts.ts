/** Which fonts a PDF may hold: those that its template embeds, as files, and no others. */

import type { PdfFacts, PdfFont } from './facts.ts';

/**
 * The PostScript names of font files (WOFF2, WOFF, TrueType or OpenType with one font each), as they stand in a PDF.
 * A file that is no font has none, and stands in no PDF.
 */
export const fontNames = async (files: Iterable<Uint8Array>): Promise<ReadonlySet<string>> => {
  const { create } = await import('fontkit');
  const names = [...files].flatMap((file) => once(NAMES, file, () => create(file).postscriptName) ?? []);
  return new Set(names);
};

/** The code points that at least one of some font files has a glyph for. */
export const charactersOf = async (files: Iterable<Uint8Array>): Promise<ReadonlySet<number>> => {
  const { create } = await import('fontkit');
  const sets = [...files].map((file) => once(CHARACTERS, file, () => create(file).characterSet) ?? []);
  return new Set(sets.flat());
};

/** Files that have been read: a template's fonts are asked for with each of its documents. */
const NAMES = new WeakMap<Uint8Array, string | null>();
const CHARACTERS = new WeakMap<Uint8Array, readonly number[] | null>();

/** What is read of a file, the first time; null where it is no font. */
const once = <T>(known: WeakMap<Uint8Array, T | null>, file: Uint8Array, read: () => T): T | null => {
  if (!known.has(file)) known.set(file, attempt(read));
  return known.get(file) ?? null;
};

const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/**
 * The fonts of a PDF that the template did not embed: of another name, not in the file, or without a name (Type 3).
 * On Linux a font named `DespatchMissing` stands for characters that none of the page's fonts has.
 */
export const strangeFonts = (facts: PdfFacts, allowed: ReadonlySet<string>): readonly PdfFont[] =>
  facts.fonts.filter(({ name, type, embedded }) => type === 'Type3' || !embedded || !allowed.has(name));
