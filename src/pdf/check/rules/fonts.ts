/** Fonts are within the PDF, with every letter that is shown (Matterhorn 31, programs and glyphs). */

import type { Font } from '../../read/font.ts';
import { nameOf, streamAt, valueAt } from '../../read/objects.ts';
import type { TrueType } from '../../read/true-type.ts';
import { counted, type PdfFault, type PdfRule, ua } from '../rule.ts';

const EMBED = 'Embed the font whole, or the part that is used.';

/** A rule on each font that text is painted in. */
export const onFonts = (
  condition: string,
  clause: string,
  remedy: string,
  find: (font: Font, read: (key: string) => Uint8Array | null) => string | null,
): PdfRule =>
  ua(condition, clause, remedy, ({ fonts, unpacker }) =>
    fonts.flatMap((font): PdfFault[] => {
      const text = find(font, (key) => {
        const stream = streamAt(font.descriptor, key);
        return stream ? unpacker.bytes(stream) : null;
      });
      return text === null ? [] : [{ text, place: font.place }];
    }),
  );

/** The codes that something is wrong with, e.g. `codes 3 and 17, and 4 more`. */
export const listed = (codes: readonly number[]): string => {
  const shown = codes.slice(0, 3).join(', ');
  const more = codes.length > 3 ? `, and ${codes.length - 3} more` : '';
  return `${codes.length === 1 ? 'code' : 'codes'} ${shown}${more}`;
};

const codesWhere = ({ use }: Font, isWrong: (code: number) => boolean): number[] =>
  [...use.codes].filter(isWrong);

const saysOf = (codes: number[], say: (codes: string) => string): string | null =>
  codes.length ? say(listed(codes)) : null;

/** Each glyph that a list of bits names (ISO 32000-1, 9.8.3: the high bit first). */
const isListed = (set: Uint8Array, glyph: number): boolean =>
  ((set[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;

const glyphsOf = (program: TrueType): number[] => Array.from({ length: program.glyphs }, (_, glyph) => glyph);

const isIdentity = ({ own }: Font): boolean => nameOf(valueAt(own, 'CIDToGIDMap')) === 'Identity';

/** Widths may differ by a thousandth of the type size. */
const ALLOWED = 1;

export const FONT_RULES: readonly PdfRule[] = [
  onFonts('31-009', '7.21.4.1', EMBED, ({ use, isEmbedded, shown }) =>
    use.isRendered && !isEmbedded ? `${shown} is not embedded` : null,
  ),
  onFonts('31-011', '7.21.4.1', EMBED, (font) => {
    const { program, glyphOf, shown } = font;
    if (!program) return null;
    const missing = codesWhere(font, (code) => (glyphOf(code) ?? 0) >= program.glyphs);
    return saysOf(missing, (codes) => `${shown} has no glyph for ${codes}`);
  }),
  onFonts('31-014', '7.21.4.2', 'Name every glyph in `CIDSet`, or leave it out.', (font, read) => {
    const [set, { program, shown }] = [read('CIDSet'), font];
    if (!set || !program || !isIdentity(font)) return null;
    const missing = glyphsOf(program).filter((glyph) => program.isDrawn(glyph) && !isListed(set, glyph));
    return missing.length
      ? `${shown} has ${counted(missing.length, 'glyph')} that its \`CIDSet\` leaves out`
      : null;
  }),
  onFonts('31-015', '7.21.4.2', 'Name in `CIDSet` what the font has, or leave it out.', (font, read) => {
    const [set, { program, shown }] = [read('CIDSet'), font];
    if (!set || !program || !isIdentity(font)) return null;
    const last = set.findLastIndex(Boolean) * 8 + 7;
    for (let glyph = program.glyphs; glyph <= last; glyph += 1)
      if (isListed(set, glyph)) return `${shown} has no glyph ${glyph}, which its \`CIDSet\` names`;
    return null;
  }),
  onFonts('31-016', '7.21.5', 'Write the widths that the font has.', (font) => {
    const { program, widthOf, glyphOf, shown, use } = font;
    if (!program || !use.isRendered) return null;
    const differing = codesWhere(font, (code) => {
      const [glyph, said] = [glyphOf(code), widthOf(code)];
      const width = glyph && glyph < program.glyphs ? program.widthOf(glyph) : null;
      return width !== null && said !== null && Math.abs(width - said) > ALLOWED;
    });
    return saysOf(differing, (codes) => `${shown} has other widths than the PDF says, for ${codes}`);
  }),
  onFonts('31-030', '7.21.8', 'Write characters that the font has.', (font) => {
    const isMissing = (code: number): boolean =>
      font.subtype === 'Type0' ? font.glyphOf(code) === 0 : font.differences?.get(code) === '.notdef';
    return saysOf(codesWhere(font, isMissing), (codes) => `${font.shown} shows boxes for ${codes}`);
  }),
];
