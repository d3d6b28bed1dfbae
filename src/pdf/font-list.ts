import { PDFArray, PDFDict, type PDFObject, type PDFPage, PDFStream } from '@cantoo/pdf-lib';
import type { PdfFont } from './facts.ts';
import { name, textOf } from './values.ts';

/** The fonts that pages name, each once, sorted by name: also in what they draw from (forms, patterns). */
export const fontsOf = (pages: readonly PDFPage[]): PdfFont[] => {
  const seen = new Set<PDFObject>();
  const dicts = pages.flatMap((page) => fontDicts(page.node.Resources(), seen));
  const fonts = new Map(dicts.map(fontOf).map((font) => [JSON.stringify(font), font]));
  return [...fonts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, font]) => font);
};

const fontDicts = (resources: PDFObject | undefined, seen: Set<PDFObject>): PDFDict[] => {
  if (!(resources instanceof PDFDict) || seen.has(resources)) return [];
  seen.add(resources);
  const drawn = [...valuesOf(resources, 'XObject'), ...valuesOf(resources, 'Pattern')];
  const inner = drawn.flatMap((value) =>
    value instanceof PDFStream ? fontDicts(value.dict.lookup(name('Resources')), seen) : [],
  );
  return [...valuesOf(resources, 'Font').filter((value) => value instanceof PDFDict), ...inner];
};

const valuesOf = (resources: PDFDict, kind: string): (PDFObject | undefined)[] => {
  const dict = resources.lookup(name(kind));
  return dict instanceof PDFDict ? dict.keys().map((key) => dict.lookup(key)) : [];
};

const fontOf = (font: PDFDict): PdfFont => {
  const below = font.lookup(name('DescendantFonts'));
  const descendant = below instanceof PDFArray ? below.lookup(0) : undefined;
  const own = descendant instanceof PDFDict ? descendant : font;
  const type = textOf(own.lookup(name('Subtype'))) ?? '';
  // Its letters are drawings within the PDF.
  if (type === 'Type3') return { name: 'Type3', type, embedded: true };
  const descriptor = own.lookup(name('FontDescriptor'));
  const embedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(name(key)));
  const full = textOf(font.lookup(name('BaseFont'))) ?? '';
  return { name: full.replace(/^[A-Z]{6}\+/, ''), type, embedded };
};
