/** Which glyphs a font program in the Compact Font Format has (Adobe Technical Note 5176). */

import { ByteReader } from './byte-reader.ts';
import { CFF_STRINGS, ISO_ADOBE } from './cff-strings.ts';

/** The place of each entry of an index, and where the index ends. */
interface Index {
  readonly entries: readonly { readonly from: number; readonly to: number }[];
  readonly end: number;
}

/** The names of a font's glyphs; null where they have none, or are of a set for experts. */
export const cffGlyphNames = (bytes: Uint8Array): string[] | null => {
  const view = new ByteReader(bytes);
  const dicts = indexAt(view, indexAt(view, view.byte(2)).end);
  const strings = indexAt(view, dicts.end);
  const [first] = dicts.entries;
  const top = first && dictAt(bytes, first.from, first.to);
  const [charStrings, charset = 0] = [top?.get(CHAR_STRINGS), top?.get(CHARSET)];
  if (!top || top.has(ROS) || charStrings === undefined || charset === 1 || charset === 2) return null;
  const nameOf = (id: number): string => {
    const { from, to } = strings.entries[id - CFF_STRINGS.length] ?? { from: 0, to: 0 };
    const own = bytes.subarray(from, Math.min(to, from + LONGEST));
    return CFF_STRINGS[id] ?? Buffer.from(own).toString('latin1');
  };
  const count = indexAt(view, charStrings).entries.length;
  if (!count) return null;
  if (charset === 0) return CFF_STRINGS.slice(0, Math.min(count, ISO_ADOBE));
  return ['.notdef', ...charsetAt(view, charset, count).map(nameOf)];
};

/** How long a glyph's name may be. */
const LONGEST = 127;

/** Operators of a dictionary; those of two bytes begin with 12. */
const [CHARSET, CHAR_STRINGS, ROS] = [15, 17, 12 * 256 + 30];

const indexAt = (view: ByteReader, at: number): Index => {
  const count = view.short(at);
  const size = view.byte(at + 2);
  if (!count || !size || size > 4 || at + 3 + (count + 1) * size > view.length)
    return { entries: [], end: at + 2 };
  const base = at + 2 + (count + 1) * size;
  const places = Array.from(
    { length: count + 1 },
    (_, index) => base + view.number(at + 3 + index * size, size),
  );
  const entries = places.slice(1).map((to, index) => ({ from: places[index] ?? to, to }));
  return { entries, end: places.at(-1) ?? base };
};

/** The last operand of each operator: all that is asked for have one, but for `ROS`. */
const dictAt = (bytes: Uint8Array, from: number, to: number): Map<number, number> => {
  const found = new Map<number, number>();
  const view = new ByteReader(bytes);
  let value = 0;
  for (let at = from; at < Math.min(to, bytes.length);) {
    const byte = view.byte(at);
    if (byte <= 21) {
      found.set(byte === 12 ? byte * 256 + view.byte(at + 1) : byte, value);
      at += byte === 12 ? 2 : 1;
    } else if (byte === REAL) {
      while (at < to && (view.byte(at + 1) & 15) !== 15) at += 1;
      at += 2;
    } else {
      value = integerAt(view, at);
      at += lengthOf(byte);
    }
  }
  return found;
};

const REAL = 30;

const lengthOf = (byte: number): number => {
  if (byte === 29) return 5;
  if (byte === 28) return 3;
  return byte >= 247 ? 2 : 1;
};

/** A whole number of a dictionary; below zero is none that is asked for. */
const integerAt = (view: ByteReader, at: number): number => {
  const byte = view.byte(at);
  if (byte === 29) return view.number(at + 1, 4);
  if (byte === 28) return view.short(at + 1);
  return byte >= 247 ? (byte - 247) * 256 + view.byte(at + 1) + 108 : byte - 139;
};

/** The numbers of the names of all glyphs but the first: one after the other, or in ranges. */
const charsetAt = (view: ByteReader, at: number, count: number): number[] => {
  const format = view.byte(at);
  if (format === 0) return Array.from({ length: count - 1 }, (_, index) => view.short(at + 1 + 2 * index));
  const ids: number[] = [];
  // How many follow the first of a range is said in one byte or in two.
  const size = format === 1 ? 1 : 2;
  for (let range = at + 1; ids.length < count - 1 && range < view.length; range += 2 + size) {
    const last = view.short(range) + view.number(range + 2, size);
    for (let id = view.short(range); id <= last && ids.length < count - 1; id += 1) ids.push(id);
  }
  return ids;
};
