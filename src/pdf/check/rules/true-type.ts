/** Simple TrueType fonts say how codes become characters (Matterhorn 31, 7.21.6). */

import type { Font } from '../../read/font.ts';
import { dictAt, valueAt } from '../../read/objects.ts';
import { isEncoding, isOfLetters } from '../../read/simple-glyphs.ts';
import type { PdfRule } from '../rule.ts';
import { listed, onFonts } from './fonts.ts';

const ENCODING = 'Give the font the encoding WinAnsiEncoding or MacRomanEncoding.';
const PROGRAM = 'Embed a font with a table of its characters.';

const isPlain = ({ subtype, isSymbolic }: Font): boolean => subtype === 'TrueType' && !isSymbolic;

const isSymbols = ({ subtype, isSymbolic }: Font): boolean => subtype === 'TrueType' && isSymbolic;

export const TRUE_TYPE_RULES: readonly PdfRule[] = [
  onFonts('31-017', '7.21.6', PROGRAM, (font) =>
    isPlain(font) && font.program && !font.program.tables.some(isOfLetters)
      ? `${font.shown} has no table of letters`
      : null,
  ),
  onFonts('31-018', '7.21.6', PROGRAM, (font) => {
    const codes = isPlain(font) ? [...font.use.codes].filter((code) => font.glyphOf(code) === 0) : [];
    return codes.length ? `${font.shown} has no glyph for ${listed(codes)}` : null;
  }),
  onFonts('31-019', '7.21.6', ENCODING, (font) =>
    isPlain(font) && valueAt(font.dict, 'Encoding') === undefined ? `${font.shown} has no encoding` : null,
  ),
  onFonts('31-020', '7.21.6', ENCODING, (font) =>
    isPlain(font) && dictAt(font.dict, 'Encoding') && font.baseEncoding === undefined
      ? `${font.shown} has an encoding that does not say what it is based on`
      : null,
  ),
  onFonts('31-021', '7.21.6', ENCODING, (font) => {
    const base = font.baseEncoding;
    return isPlain(font) && base !== undefined && !isEncoding(base)
      ? `${font.shown} has the encoding \`${base}\``
      : null;
  }),
  onFonts('31-023', '7.21.6', PROGRAM, (font) =>
    isPlain(font) &&
    font.program &&
    font.differences !== null &&
    !font.program.tables.some(({ platform, encoding }) => platform === 3 && encoding === 1)
      ? `${font.shown} names glyphs, and has no table of Unicode to find them by`
      : null,
  ),
  onFonts('31-024', '7.21.6', 'Take the encoding out.', (font) =>
    isSymbols(font) && valueAt(font.dict, 'Encoding') !== undefined
      ? `${font.shown} is of symbols, and has an encoding of letters`
      : null,
  ),
  onFonts('31-025', '7.21.6', PROGRAM, (font) =>
    isSymbols(font) && font.program?.tables.length === 0 ? `${font.shown} has no table of characters` : null,
  ),
  onFonts('31-026', '7.21.6', PROGRAM, (font) =>
    isSymbols(font) &&
    font.program &&
    font.program.tables.length > 1 &&
    !font.program.tables.some(({ platform, encoding }) => platform === 3 && encoding === 0)
      ? `${font.shown} has several tables of characters and none of symbols`
      : null,
  ),
];
