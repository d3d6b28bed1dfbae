/** Simple TrueType fonts say how codes become characters (Matterhorn 31, 7.21.6). */

import type { Font } from '../inspect/font.ts';
import { dictAt, nameAt, valueAt } from '../inspect/objects.ts';
import type { CharacterTable, TrueType } from '../inspect/true-type.ts';
import type { Rule } from '../rule.ts';
import { listed, onFonts } from './fonts.ts';

const ENCODING = 'Give the font the encoding WinAnsiEncoding or MacRomanEncoding.';
const PROGRAM = 'Embed a font with a table of its characters.';

/** What each encoding is to the platform of text decoders. */
const DECODERS: Readonly<Record<string, string>> = {
  WinAnsiEncoding: 'windows-1252',
  MacRomanEncoding: 'macintosh',
};

const isPlain = ({ subtype, isSymbolic }: Font): boolean => subtype === 'TrueType' && !isSymbolic;

const isSymbols = ({ subtype, isSymbolic }: Font): boolean => subtype === 'TrueType' && isSymbolic;

/** The table is one of letters, not of a font's own symbols. */
const isOfLetters = ({ platform, encoding }: CharacterTable): boolean =>
  platform === 0 || (platform === 1 && encoding === 0) || (platform === 3 && encoding !== 0);

const isUnicode = ({ platform, encoding }: CharacterTable): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

const baseOf = (font: Font): string | undefined =>
  font.encoding ?? nameAt(dictAt(font.dict, 'Encoding'), 'BaseEncoding');

const hasDifferences = ({ dict }: Font): boolean =>
  valueAt(dictAt(dict, 'Encoding'), 'Differences') !== undefined;

/** The codes that no table of letters leads on from. Names of `Differences` would need the list of all glyph names. */
const lost = (font: Font, { tables }: TrueType): number[] => {
  const label = DECODERS[baseOf(font) ?? ''];
  if (label === undefined || hasDifferences(font)) return [];
  const decoder = new TextDecoder(label);
  return [...font.use.codes].filter((code) => {
    const character = decoder.decode(Uint8Array.of(code)).codePointAt(0) ?? 0;
    return !tables.some((table) =>
      isUnicode(table)
        ? table.glyphOf(character) !== 0
        : table.platform === 1 && label === 'macintosh' && table.glyphOf(code) !== 0,
    );
  });
};

export const TRUE_TYPE_RULES: readonly Rule[] = [
  onFonts('31-017', '7.21.6', PROGRAM, (font) =>
    isPlain(font) && font.program && !font.program.tables.some(isOfLetters)
      ? `${font.shown} has no table of letters`
      : null,
  ),
  onFonts('31-018', '7.21.6', PROGRAM, (font) => {
    const codes = isPlain(font) && font.program?.tables.some(isOfLetters) ? lost(font, font.program) : [];
    return codes.length ? `${font.shown} has no glyph for ${listed(codes)}` : null;
  }),
  onFonts('31-019', '7.21.6', ENCODING, (font) =>
    isPlain(font) && valueAt(font.dict, 'Encoding') === undefined ? `${font.shown} has no encoding` : null,
  ),
  onFonts('31-020', '7.21.6', ENCODING, (font) =>
    isPlain(font) && dictAt(font.dict, 'Encoding') && baseOf(font) === undefined
      ? `${font.shown} has an encoding that does not say what it is based on`
      : null,
  ),
  onFonts('31-021', '7.21.6', ENCODING, (font) => {
    const base = baseOf(font);
    return isPlain(font) && base !== undefined && !(base in DECODERS)
      ? `${font.shown} has the encoding \`${base}\``
      : null;
  }),
  onFonts('31-023', '7.21.6', PROGRAM, (font) =>
    isPlain(font) &&
    font.program &&
    hasDifferences(font) &&
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
