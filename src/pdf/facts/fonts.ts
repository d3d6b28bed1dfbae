/** Which fonts a PDF may hold: those that its template embeds, as files, and no others. */

import { memo } from '../../model/memo.ts';
import type { PdfFacts, PdfFont } from './facts.ts';

/** What is known of a font file. */
export interface FontFacts {
  /** Its PostScript name, as it stands in a PDF; null for a file that is no font, which stands in no PDF. */
  readonly name: string | null;
  /** The code points that it has glyphs for. */
  readonly characters: readonly number[];
}

/** Reads a font file: WOFF2, WOFF, TrueType or OpenType with one font. */
export const fontFacts = async (file: Uint8Array): Promise<FontFacts> => {
  const { create } = await import('fontkit');
  return memo(READ, file, () => {
    // Unpacked once for both.
    const font = attempt(() => create(file));
    return {
      name: attempt(() => font?.postscriptName ?? null),
      characters: attempt(() => font?.characterSet ?? []) ?? [],
    };
  });
};

const READ = new WeakMap<Uint8Array, FontFacts>();

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
