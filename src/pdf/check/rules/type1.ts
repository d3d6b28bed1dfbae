/** A list of what is in a font of Type 1 is right (Matterhorn 31, 7.21.4.2). */

import { cffGlyphNames } from '../../read/cff.ts';
import type { Font } from '../../read/font.ts';
import { nameAt, streamAt, textAt } from '../../read/objects.ts';
import { type1GlyphNames } from '../../read/type1.ts';
import type { PdfRule } from '../rule.ts';
import { onFonts } from './fonts.ts';

type ReadFontFile = (key: string) => Uint8Array | null;

/** The names of the glyphs that a font has, and of those that its `CharSet` lists; null where either is not known. */
const glyphNames = (
  { descriptor, subtype }: Font,
  read: ReadFontFile,
): { readonly own: ReadonlySet<string>; readonly listed: ReadonlySet<string> } | null => {
  const list = textAt(descriptor, 'CharSet');
  if (list === undefined || (subtype !== 'Type1' && subtype !== 'MMType1')) return null;
  const [program, compact] = [read('FontFile'), read('FontFile3')];
  const isCompact = nameAt(streamAt(descriptor, 'FontFile3')?.dict, 'Subtype') === 'Type1C';
  const own = program ? type1GlyphNames(program) : compact && isCompact ? cffGlyphNames(compact) : null;
  const known = (names: readonly string[]): Set<string> =>
    new Set(names.map((name) => name.trim()).filter((name) => name && name !== '.notdef'));
  return own && { own: known(own), listed: known(list.split('/')) };
};

const without = (names: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...names].filter((name) => !others.has(name));

/** The first names of some, e.g. `A, B, C and 3 more`. */
const shown = (names: readonly string[]): string => {
  const first = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${first} and ${names.length - 3} more` : first;
};

export const TYPE1_RULES: readonly PdfRule[] = [
  onFonts('31-012', '7.21.4.2', 'Name every glyph in `CharSet`, or leave it out.', (font, read) => {
    const names = glyphNames(font, read);
    const missing = names && without(names.own, names.listed);
    return missing?.length
      ? `${font.shown} has glyphs that its \`CharSet\` leaves out: ${shown(missing)}`
      : null;
  }),
  onFonts('31-013', '7.21.4.2', 'Name in `CharSet` what the font has, or leave it out.', (font, read) => {
    const names = glyphNames(font, read);
    const missing = names && without(names.listed, names.own);
    return missing?.length
      ? `${font.shown} has no glyphs that its \`CharSet\` names: ${shown(missing)}`
      : null;
  }),
];
