/** Composite fonts say how codes become characters and glyphs (Matterhorn 31, 7.21.3). */

import { PDFRawStream } from '../../library.ts';
import type { Font } from '../../read/font.ts';
import { dictAt, dictOf, nameAt, nameOf, numberAt, streamAt, textAt, valueAt } from '../../read/objects.ts';
import { PREDEFINED } from '../../read/predefined-cmaps.ts';
import type { PdfRule } from '../rule.ts';
import { onFonts } from './fonts.ts';

/** The character collections of the font and of its CMap, where it has one of its own (ISO 32000-1, 9.7.3). */
const collections = ({ dict, own }: Font) => {
  const cmap = streamAt(dict, 'Encoding');
  const [font, map] = [dictAt(own, 'CIDSystemInfo'), dictAt(cmap?.dict, 'CIDSystemInfo')];
  return font && map ? { font, map } : null;
};

const differ = (font: Font, key: 'Registry' | 'Ordering'): string | null => {
  const both = collections(font);
  const [one, other] = [textAt(both?.font, key), textAt(both?.map, key)];
  return both && one !== other
    ? `${font.shown} and its CMap are of different collections (\`${key}\` ${one} and ${other})`
    : null;
};

const COLLECTION = 'Use a CMap of the font’s character collection.';
const GLYPHS = 'Say in `CIDToGIDMap` how characters become glyphs.';

/** Whether a font is a composite one of TrueType. */
const isTrueType = ({ own, subtype }: Font): boolean =>
  subtype === 'Type0' && nameAt(own, 'Subtype') === 'CIDFontType2';

export const COMPOSITE_FONT_RULES: readonly PdfRule[] = [
  onFonts('31-001', '7.21.3.1', COLLECTION, (font) => differ(font, 'Registry')),
  onFonts('31-002', '7.21.3.1', COLLECTION, (font) => differ(font, 'Ordering')),
  onFonts('31-003', '7.21.3.1', COLLECTION, (font) => {
    const both = collections(font);
    const [own, map] = [numberAt(both?.font, 'Supplement') ?? 0, numberAt(both?.map, 'Supplement') ?? 0];
    return both && own < map ? `${font.shown} has an older character collection than its CMap` : null;
  }),
  onFonts('31-004', '7.21.3.2', GLYPHS, (font) => {
    const map = valueAt(font.own, 'CIDToGIDMap');
    const isGood = map === undefined || map instanceof PDFRawStream || nameOf(map) === 'Identity';
    return isTrueType(font) && !isGood ? `${font.shown} has no map to its glyphs that is one` : null;
  }),
  onFonts('31-005', '7.21.3.2', GLYPHS, (font) =>
    isTrueType(font) && valueAt(font.own, 'CIDToGIDMap') === undefined
      ? `${font.shown} has no map to its glyphs`
      : null,
  ),
  onFonts('31-006', '7.21.3.3', 'Embed the CMap.', ({ dict, subtype, encoding, shown }) => {
    const isGood = dictOf(valueAt(dict, 'Encoding')) !== undefined || PREDEFINED.has(encoding ?? '');
    return subtype === 'Type0' && !isGood
      ? `${shown} has the CMap \`${encoding ?? ''}\`, which is neither standard nor embedded`
      : null;
  }),
  onFonts('31-007', '7.21.3.3', 'Say `WMode` once, or the same twice.', ({ dict, cmap, shown }) => {
    const said = numberAt(streamAt(dict, 'Encoding')?.dict, 'WMode') ?? 0;
    return cmap && said !== (cmap.writingMode ?? 0)
      ? `${shown} has a CMap that says two directions of writing`
      : null;
  }),
  onFonts('31-008', '7.21.3.3', 'Embed a CMap that is whole.', ({ dict, cmap, shown }) => {
    const used = nameAt(streamAt(dict, 'Encoding')?.dict, 'UseCMap') ?? cmap?.uses ?? null;
    return used !== null && !PREDEFINED.has(used)
      ? `${shown} has a CMap that goes on from \`${used}\`, which is not standard`
      : null;
  }),
];
