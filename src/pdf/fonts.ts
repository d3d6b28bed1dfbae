/** Which fonts a PDF may hold: those that its template embeds, as files, and no others. */

import type { PdfFacts, PdfFont } from './facts.ts';

/**
 * The PostScript names of font files (WOFF2, WOFF, TrueType or OpenType with one font each), as they stand in a PDF.
 * A file that is no font has none, and stands in no PDF.
 */
export const fontNames = async (files: Iterable<Uint8Array>): Promise<ReadonlySet<string>> => {
  const { create } = await import('fontkit');
  const names = [...files].map((file) => {
    const name = NAMES.has(file) ? NAMES.get(file) : nameOf(file, create);
    NAMES.set(file, name ?? null);
    return name;
  });
  return new Set(names.filter((name) => typeof name === 'string'));
};

const nameOf = (
  file: Uint8Array,
  create: (file: Uint8Array) => { postscriptName: string | null },
): string | null => {
  try {
    return create(file).postscriptName;
  } catch {
    return null;
  }
};

/** The names of files that have been read: a template's fonts are asked for with each of its documents. */
const NAMES = new WeakMap<Uint8Array, string | null>();

/**
 * The fonts of a PDF that the template did not embed: of another name, not in the file, or without a name (Type 3).
 * On Linux a font named `DespatchMissing` stands for characters that none of the page's fonts has.
 */
export const strangeFonts = (facts: PdfFacts, allowed: ReadonlySet<string>): readonly PdfFont[] =>
  facts.fonts.filter(({ name, type, embedded }) => type === 'Type3' || !embedded || !allowed.has(name));
