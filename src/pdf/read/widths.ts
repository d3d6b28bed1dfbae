import { PDFArray, type PDFDict } from '../library.ts';
import { dictAt, listOf, numberAt, numberOf, valueAt } from './objects.ts';
import { RangeMap } from './range-map.ts';

/** What a code leads to; null where that is not known. */
export type CodeLookup = (code: number) => number | null;

/** The widths of a composite font's characters (ISO 32000-1, 9.7.4.3). */
export const compositeWidths = (own: PDFDict, characterOf: CodeLookup | null): CodeLookup => {
  const widths = new RangeMap<number | readonly number[]>();
  const entries = listOf(valueAt(own, 'W'));
  for (let at = 0; at + 1 < entries.length;) {
    const [first, second] = [numberOf(entries[at]) ?? 0, entries[at + 1]];
    if (second instanceof PDFArray) {
      const list = listOf(second).map((value) => numberOf(value) ?? 0);
      widths.add(first, first + list.length - 1, list);
      at += 2;
    } else {
      widths.add(first, numberOf(second) ?? 0, numberOf(entries[at + 2]) ?? 0);
      at += 3;
    }
  }
  const standard = numberAt(own, 'DW') ?? 1000;
  return (code) => {
    const character = characterOf?.(code) ?? null;
    if (character === null) return null;
    const found = widths.find(character);
    if (!found) return standard;
    return typeof found.value === 'number' ? found.value : (found.value[found.offset] ?? null);
  };
};

/** The widths of a simple font's characters (9.6.2). */
export const simpleWidths = (font: PDFDict): CodeLookup => {
  const [widths, first] = [listOf(valueAt(font, 'Widths')), numberAt(font, 'FirstChar') ?? 0];
  const missing = numberAt(dictAt(font, 'FontDescriptor'), 'MissingWidth') ?? 0;
  return (code) => (widths.length ? (numberOf(widths[code - first]) ?? missing) : null);
};
