/** What is asked of a TrueType font program (ISO/IEC 14496-22): its glyphs, their widths, its tables of characters. */

import { ByteReader } from './byte-reader.ts';

/** One table of characters. */
export interface CharacterTable {
  /** 3 is Microsoft, 1 Macintosh, 0 Unicode. */
  readonly platform: number;
  readonly encoding: number;
  /** The glyph of a character; 0 where it has none. */
  readonly glyphOf: (character: number) => number;
}

export interface TrueType {
  readonly glyphs: number;
  /** A glyph's width in thousandths of the type size; null where the program does not say. */
  readonly widthOf: (glyph: number) => number | null;
  /** Whether a glyph has an outline. */
  readonly isDrawn: (glyph: number) => boolean;
  /** How far down and up a glyph is drawn, in thousandths of the type size from the baseline; null where it has no outline. */
  readonly inkOf: (glyph: number) => { readonly low: number; readonly high: number } | null;
  readonly tables: readonly CharacterTable[];
}

/** Reads a font program; null where the tables are missing that every one has. Beyond its end it is all zero. */
export const readTrueType = (bytes: Uint8Array): TrueType | null => {
  const view = new ByteReader(bytes);
  const [tables, count] = [new Map<string, FontTable>(), view.short(4)];
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index;
    tables.set(view.tag(at), { at: view.long(at + 8), length: view.long(at + 12) });
  }
  const [head, maxp, hhea, hmtx] = ['head', 'maxp', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
  if (!head || !maxp) return null;
  const units = view.short(head.at + 18) || 1000;
  const widths = hhea ? view.short(hhea.at + 34) : 0;
  const [loca, glyf] = [tables.get('loca'), tables.get('glyf')];
  const isLong = view.short(head.at + 50) === 1;
  const place = (glyph: number): number => {
    if (!loca) return 0;
    return isLong ? view.long(loca.at + 4 * glyph) : 2 * view.short(loca.at + 2 * glyph);
  };
  const isDrawn = (glyph: number): boolean => glyf !== undefined && place(glyph + 1) > place(glyph);
  return {
    glyphs: view.short(maxp.at + 4),
    widthOf: (glyph) =>
      hmtx && widths ? (view.short(hmtx.at + 4 * Math.min(glyph, widths - 1)) * 1000) / units : null,
    isDrawn,
    inkOf: (glyph) => {
      if (!glyf || !isDrawn(glyph)) return null;
      const at = glyf.at + place(glyph);
      return { low: (view.signed(at + 4) * 1000) / units, high: (view.signed(at + 8) * 1000) / units };
    },
    tables: characterTables(view, tables.get('cmap')),
  };
};

interface FontTable {
  readonly at: number;
  readonly length: number;
}

/** A font has a handful of tables of characters. */
const MOST_TABLES = 32;

const characterTables = (view: ByteReader, cmap: FontTable | undefined): CharacterTable[] => {
  if (!cmap) return [];
  return Array.from({ length: Math.min(view.short(cmap.at + 2), MOST_TABLES) }, (_, index) => {
    const entry = cmap.at + 4 + 8 * index;
    return {
      platform: view.short(entry),
      encoding: view.short(entry + 2),
      glyphOf: glyphsOf(view, cmap.at + view.long(entry + 4)),
    };
  });
};

/** Looks glyphs up in a table of characters, of the formats that PDFs hold: 0, 4, 6 and 12. */
const glyphsOf = (view: ByteReader, at: number): CharacterTable['glyphOf'] => {
  const format = view.short(at);
  if (format === 0) return (character) => (character < 256 ? view.byte(at + 6 + character) : 0);
  if (format === 4) return (character) => segmentGlyph(view, at, character);
  if (format === 6)
    return (character) => {
      const index = character - view.short(at + 6);
      return index >= 0 && index < view.short(at + 8) ? view.short(at + 10 + 2 * index) : 0;
    };
  if (format === 12) return (character) => groupGlyph(view, at, character);
  return () => 0;
};

const segmentGlyph = (view: ByteReader, at: number, character: number): number => {
  const twice = view.short(at + 6);
  const [ends, starts] = [at + 14, at + 16 + twice];
  for (let index = 0; index < twice; index += 2) {
    if (character > view.short(ends + index)) continue;
    const start = view.short(starts + index);
    if (character < start) return 0;
    const [delta, offsets] = [view.short(starts + twice + index), starts + 2 * twice + index];
    const offset = view.short(offsets);
    if (!offset) return (character + delta) & 0xffff;
    const glyph = view.short(offsets + offset + 2 * (character - start));
    return glyph && (glyph + delta) & 0xffff;
  }
  return 0;
};

const groupGlyph = (view: ByteReader, at: number, character: number): number => {
  const groups = Math.min(view.long(at + 12), 0xffff);
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + 12 * index;
    const [from, to] = [view.long(group), view.long(group + 4)];
    if (character >= from && character <= to) return view.long(group + 8) + character - from;
  }
  return 0;
};
