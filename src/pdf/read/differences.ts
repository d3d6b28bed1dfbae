import type { PDFDict } from '../library.ts';
import { dictAt, listOf, nameOf, numberOf, valueAt } from './objects.ts';

/**
 * The names of glyphs that a font's encoding gives to codes (ISO 32000-1, 9.6.6.1: a number, then names from it on);
 * null where it gives none.
 */
export const differencesOf = (font: PDFDict): ReadonlyMap<number, string> | null => {
  const entries = valueAt(dictAt(font, 'Encoding'), 'Differences');
  if (entries === undefined) return null;
  const names = new Map<number, string>();
  let code = 0;
  for (const entry of listOf(entries)) {
    const name = nameOf(entry);
    if (name === undefined) code = numberOf(entry) ?? 0;
    else {
      names.set(code, name);
      code += 1;
    }
  }
  return names;
};
