import { type PDFDict, type PDFObject, PDFRawStream } from '../library.ts';
import { dictAt, dictOf, listOf, nameAt, valueAt } from '../read/objects.ts';
import type { Page } from '../read/page-list.ts';
import type { PdfFont } from './facts.ts';

/** The fonts that pages name, each once, sorted by name: also in what they draw from (forms, patterns). */
export const fontsOf = (pages: readonly Page[]): PdfFont[] => {
  const seen = new Set<PDFDict>();
  const dicts = new Set(pages.flatMap(({ resources }) => fontDicts(resources, seen)));
  const fonts = new Map([...dicts].map(fontOf).map((font) => [JSON.stringify(font), font]));
  return [...fonts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, font]) => font);
};

const fontDicts = (resources: PDFDict | undefined, seen: Set<PDFDict>): PDFDict[] => {
  if (!resources || seen.has(resources)) return [];
  seen.add(resources);
  const drawn = [...valuesOf(resources, 'XObject'), ...valuesOf(resources, 'Pattern')];
  const inner = drawn.flatMap((value) =>
    value instanceof PDFRawStream ? fontDicts(dictAt(value.dict, 'Resources'), seen) : [],
  );
  return [...valuesOf(resources, 'Font').flatMap((value) => dictOf(value) ?? []), ...inner];
};

const valuesOf = (resources: PDFDict, kind: string): (PDFObject | undefined)[] => {
  const dict = dictAt(resources, kind);
  return dict?.values().map((value) => dict.context.lookup(value)) ?? [];
};

const fontOf = (font: PDFDict): PdfFont => {
  const own = dictOf(listOf(valueAt(font, 'DescendantFonts'))[0]) ?? font;
  const type = nameAt(own, 'Subtype') ?? '';
  // Its letters are drawings within the PDF.
  if (type === 'Type3') return { name: 'Type3', type, embedded: true };
  const descriptor = dictAt(own, 'FontDescriptor');
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => valueAt(descriptor, key) !== undefined,
  );
  const full = nameAt(font, 'BaseFont') ?? '';
  return { name: full.replace(/^[A-Z]{6}\+/u, ''), type, embedded };
};
