/**
 * The one font that a browser on Linux finds beside those of the page: a box for every character.
 * A character that the page's fonts lack is then set in a font of a known name, which a check of the PDF finds,
 * where it would otherwise be an unnoticed box of the page's own font. And without any font at all Chrome gives up
 * web fonts that are needed before they have loaded.
 * The tables are those of the OpenType specification 1.9; numbers in a row are its fields in order.
 */

import { MISSING } from '../../model/missing-font.ts';

/** Sizes in units of a thousandth of the type's size. */
const [ADVANCE, LEFT, RIGHT, TOP, ASCENT, DESCENT] = [600, 100, 500, 700, 800, -200];

/** A TrueType file. */
export const missingFont = (): Uint8Array => {
  const tables = Object.entries(makeTables()).sort(([a], [b]) => (a < b ? -1 : 1));
  let offset = 12 + 16 * tables.length;
  const directory = tables.map(([tag, table]) => {
    const entry = join(Buffer.from(tag), longs(checksum(table), offset, table.length));
    offset += padded(table).length;
    return entry;
  });
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const search = words(tables.length, 16 * power, Math.log2(power), 16 * (tables.length - power));
  return join(longs(0x10000), search, ...directory, ...tables.map(([, table]) => padded(table)));
};

const makeTables = (): Record<string, Buffer> => ({
  cmap: characters(),
  // Glyph 0 is what a character without a glyph shows, glyph 1 what all characters have; both are the box.
  glyf: join(box(), box()),
  head: join(
    longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
    words(0x000b, 1000),
    Buffer.alloc(16), // The dates of its making: none.
    words(LEFT, 0, RIGHT, TOP, 0, 8, 2, 1, 0),
  ),
  hhea: join(
    longs(0x10000),
    words(ASCENT, DESCENT, 0, ADVANCE, LEFT, LEFT, RIGHT, 1, 0, 0, 0, 0, 0, 0, 0, 2),
  ),
  hmtx: words(ADVANCE, LEFT, ADVANCE, LEFT),
  loca: longs(0, box().length, 2 * box().length),
  maxp: join(longs(0x10000), words(2, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
  name: names(),
  'OS/2': metrics(),
  post: join(longs(0x30000, 0), words(-100, 50), longs(0, 0, 0, 0, 0)),
});

/**
 * Format 13: one glyph for all characters from the first to the last. Beyond plane 3 lie controls and private use,
 * and what is named here costs time where the font is used.
 */
const characters = (): Buffer =>
  join(words(0, 1, 3, 10), longs(12), words(13, 0), longs(28, 0, 1), longs(0x21, 0x3ffff, 1));

/** A rectangle with a smaller one cut out of it. */
const box = (): Buffer => {
  const points = [
    [LEFT, 0, LEFT, TOP, RIGHT, TOP, RIGHT, 0],
    [LEFT + 50, 50, RIGHT - 50, 50, RIGHT - 50, TOP - 50, LEFT + 50, TOP - 50],
  ].flat();
  const steps = (values: readonly number[]) => values.map((value, index) => value - (values[index - 1] ?? 0));
  const across = steps(points.filter((_, index) => index % 2 === 0));
  const up = steps(points.filter((_, index) => index % 2 === 1));
  const onCurve = Buffer.alloc(8, 1);
  return join(words(2, LEFT, 0, RIGHT, TOP), words(3, 7, 0), onCurve, words(...across), words(...up));
};

const names = (): Buffer => {
  const entries: readonly [number, string][] = [
    [1, 'Despatch Missing'],
    [2, 'Regular'],
    [3, MISSING],
    [4, 'Despatch Missing'],
    [5, 'Version 1.0'],
    [6, MISSING],
  ];
  const texts = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = entries.map(([id], index) => {
    const { length } = texts[index] ?? Buffer.alloc(0);
    offset += length;
    return words(3, 1, 0x409, id, length, offset - length);
  });
  return join(words(0, entries.length, 6 + 12 * entries.length), ...records, ...texts);
};

/** Version 4; embedding is allowed, as a font that may not be embedded becomes an unnamed one in a PDF. */
const metrics = (): Buffer =>
  join(
    words(4, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    longs(1, 0, 0, 0),
    Buffer.from('DSPT'),
    words(0x40, 0x21, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT),
    longs(1, 0),
    words(500, TOP, 0, 0x20, 1),
  );

const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeUInt16BE(value & 0xffff, 2 * index));
  return bytes;
};

const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
};

const padded = (table: Buffer): Buffer => join(table, Buffer.alloc((4 - (table.length % 4)) % 4));

const checksum = (table: Buffer): number => {
  const bytes = padded(table);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
};
