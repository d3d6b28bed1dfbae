/** A TrueType font of three glyphs: none, A (500 wide) and B (600 wide), 1000 units to the em. */

interface Options {
  /** Its tables of characters, as platform and encoding; each leads from A and B on. */
  readonly tables?: readonly (readonly [platform: number, encoding: number])[];
  /** The format of those tables. */
  readonly format?: 0 | 4 | 6 | 12;
  /** The character of the first glyph in place of A, in tables of the format 6. */
  readonly first?: number;
}

const short = (value: number): number[] => [(value >> 8) & 255, value & 255];
const long = (value: number): number[] => [...short(value >>> 16), ...short(value)];
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

const FORMATS: Record<number, number[]> = {
  0: [...short(0), ...short(262), ...short(0), ...zeros(65), 1, 2, ...zeros(189)],
  4: [
    ...[4, 32, 0, 4, 4, 1, 0].flatMap(short),
    ...[66, 0xffff, 0, 65, 0xffff].flatMap(short),
    ...[65536 - 64, 1, 0, 0].flatMap(short),
  ],
  12: [...short(12), ...short(0), ...long(28), ...long(0), ...long(1), ...long(65), ...long(66), ...long(1)],
};

const characters = ({ tables = [[3, 1]], format = 6, first = 65 }: Options): number[] => {
  const table = FORMATS[format] ?? [6, 14, 0, first, 2, 1, 2].flatMap(short);
  const start = 4 + 8 * tables.length;
  const records = tables.flatMap(([platform, encoding]) => [
    ...short(platform),
    ...short(encoding),
    ...long(start),
  ]);
  return [...short(0), ...short(tables.length), ...records, ...table];
};

/** The font's file. */
export const tinyFont = (options: Options = {}): Uint8Array => {
  const glyph = [...short(1), ...zeros(10)];
  const parts: [string, number[]][] = [
    ['cmap', characters(options)],
    ['glyf', [...glyph, ...glyph]],
    ['head', [...zeros(18), ...short(1000), ...zeros(34)]],
    ['hhea', [...zeros(34), ...short(3)]],
    ['hmtx', [1000, 0, 500, 0, 600, 0].flatMap(short)],
    ['loca', [0, 0, 6, 12].flatMap(short)],
    ['maxp', [...zeros(4), ...short(3)]],
  ];
  let at = 12 + 16 * parts.length;
  const records = parts.flatMap(([tag, bytes]) => {
    const record = [...Buffer.from(tag), ...long(0), ...long(at), ...long(bytes.length)];
    at += bytes.length;
    return record;
  });
  const head = [...long(0x00010000), ...short(parts.length), ...zeros(6)];
  return Uint8Array.from([...head, ...records, ...parts.flatMap(([, bytes]) => bytes)]);
};
