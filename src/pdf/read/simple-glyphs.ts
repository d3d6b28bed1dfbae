/** From the codes of a simple TrueType font to the glyphs of its program (ISO 32000-1, 9.6.6.4). */

import type { CharacterTable, TrueType } from './true-type.ts';

/** What each encoding is to the platform of text decoders. */
const DECODERS: Readonly<Record<string, string>> = {
  WinAnsiEncoding: 'windows-1252',
  MacRomanEncoding: 'macintosh',
};

/** Whether a font of letters may have an encoding. */
export const isEncoding = (name: string): boolean => Object.hasOwn(DECODERS, name);

/** Whether a table is one of letters, not of a font's own symbols. */
export const isOfLetters = ({ platform, encoding }: CharacterTable): boolean =>
  platform === 0 || (platform === 1 && encoding === 0) || (platform === 3 && encoding !== 0);

const isUnicode = ({ platform, encoding }: CharacterTable): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

const isMacintosh = ({ platform, encoding }: CharacterTable): boolean => platform === 1 && encoding === 0;

/** Characters that codes stand for too where the font lacks their own (ISO 32000-1, D.2). */
const STAND_INS: ReadonlyMap<number, number> = new Map([
  [0xa0, 0x20],
  [0xad, 0x2d],
  [0x20ac, 0xa4],
  ...[0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d].map((unused) => [unused, 0x2022] as const),
]);

const CODES = Uint8Array.from({ length: 256 }, (_, code) => code);

/** The character of each code. */
const charactersOf = (label: string): number[] =>
  Array.from(new TextDecoder(label).decode(CODES), (character) => character.codePointAt(0) ?? 0);

const firstOf = (glyphs: readonly number[]): number => glyphs.find((glyph) => glyph !== 0) ?? 0;

/**
 * How a font of letters finds its glyphs: by Unicode, or by the codes of the Macintosh. Null where its encoding leads
 * to none.
 */
export const letterGlyphs = (
  { tables }: TrueType,
  encoding: string | undefined,
): ((code: number) => number) | null => {
  const label = DECODERS[encoding ?? ''];
  if (label === undefined || !tables.some(isOfLetters)) return null;
  const [characters, macintosh] = [charactersOf(label), charactersOf('macintosh')];
  const glyphOf = (character: number): number =>
    firstOf(
      tables.map((table) => {
        if (isUnicode(table)) return table.glyphOf(character);
        const code = isMacintosh(table) ? macintosh.indexOf(character) : -1;
        return code < 0 ? 0 : table.glyphOf(code);
      }),
    );
  return (code) => {
    const character = characters[code] ?? 0;
    return glyphOf(character) || glyphOf(STAND_INS.get(character) ?? 0);
  };
};

/** Where fonts of symbols have their characters in a table for Microsoft's systems, besides at their codes. */
const PLACES = [0, 0xf000, 0xf100, 0xf200];

/** How a font of symbols finds its glyphs; null where it has no table for that. */
export const symbolGlyphs = ({ tables }: TrueType): ((code: number) => number) | null => {
  const symbols = tables.find(({ platform, encoding }) => platform === 3 && encoding === 0);
  const macintosh = tables.find(isMacintosh);
  if (!symbols && !macintosh) return null;
  return (code) =>
    firstOf([...PLACES.map((place) => symbols?.glyphOf(place + code) ?? 0), macintosh?.glyphOf(code) ?? 0]);
};
