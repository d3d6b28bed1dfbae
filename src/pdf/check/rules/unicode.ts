/** Every character that is shown can be read as text (Matterhorn 10, 17-003, 31: 7.21.7). */

import { textOfCode } from '../../read/cmap.ts';
import type { Font } from '../../read/font.ts';
import { dictAt, textAt } from '../../read/objects.ts';
import type { PdfRule } from '../rule.ts';
import { listed, onFonts } from './fonts.ts';

const REMEDY = 'Give the font a map to Unicode (`ToUnicode`) with every character that is shown.';

const STANDARD: ReadonlySet<string> = new Set(['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding']);

/** Character collections whose maps to Unicode every reader has (ISO 32000-1, 9.10.2). */
const COLLECTIONS: ReadonlySet<string> = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1']);

/** Whether characters can be known without a map: by a standard encoding, by names of glyphs, by their collection. */
const isKnown = ({ dict, own, subtype, baseEncoding, isSymbolic }: Font): boolean => {
  if (subtype === 'Type0') {
    const collection = dictAt(own, 'CIDSystemInfo');
    return (
      textAt(collection, 'Registry') === 'Adobe' && COLLECTIONS.has(textAt(collection, 'Ordering') ?? '')
    );
  }
  if (STANDARD.has(baseEncoding ?? '')) return true;
  return subtype === 'TrueType' ? !isSymbolic : dictAt(dict, 'Encoding') !== undefined;
};

/** The codes of a set that no text is known for. */
const unread = (font: Font, codes: ReadonlySet<number>): number[] => {
  const { toUnicode } = font;
  if (!toUnicode || isKnown(font)) return [];
  return [...codes].filter((code) => textOfCode(toUnicode, code) === null);
};

/** The codes that stand for a text of which a part passes a test. */
const standingFor = ({ use, toUnicode }: Font, isWrong: (unit: number) => boolean): number[] =>
  toUnicode
    ? [...use.codes].filter((code) => {
        const text = textOfCode(toUnicode, code);
        return text !== null && text.some(isWrong);
      })
    : [];

const say = (font: Font, codes: readonly number[], what: string): string | null =>
  codes.length ? `${font.shown}: ${what} ${listed(codes)}` : null;

export const UNICODE_RULES: readonly PdfRule[] = [
  onFonts('10-001', '7.2', REMEDY, (font) => say(font, unread(font, font.use.codes), 'no text is known for')),
  onFonts('17-003', '7.7', REMEDY, (font) => {
    const codes =
      !font.toUnicode && !isKnown(font) ? [...font.use.formulaCodes] : unread(font, font.use.formulaCodes);
    return say(font, codes, 'in a formula, no text is known for');
  }),
  onFonts('31-027', '7.21.7', REMEDY, (font) =>
    !font.toUnicode && !isKnown(font) ? `${font.shown} has no map to Unicode` : null,
  ),
  onFonts('31-028', '7.21.7', REMEDY, (font) =>
    say(
      font,
      standingFor(font, (unit) => unit === 0),
      'the text is U+0000 for',
    ),
  ),
  onFonts('31-029', '7.21.7', REMEDY, (font) =>
    say(
      font,
      standingFor(font, (unit) => unit === 0xfeff || unit === 0xfffe),
      'the text is no character for',
    ),
  ),
];
