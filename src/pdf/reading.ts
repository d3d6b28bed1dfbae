import { PDFDict, PDFDocument, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import { fontsOf } from './font-list.ts';
import { linksOf, type Places, placesOf } from './links.ts';
import type { OutlineEntry, PdfFacts, PdfPage } from './facts.ts';
import { overlapsIn } from './overlaps/overlaps.ts';
import { name, textOf } from './values.ts';

/** Does what `readPdf` says. */
export const read = async (bytes: Uint8Array): Promise<PdfFacts> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  const pages = pdf.getPages();
  const places = placesOf(pdf.catalog, pages);
  return {
    title: pdf.getTitle() ?? null,
    author: pdf.getAuthor() ?? null,
    subject: pdf.getSubject() ?? null,
    language: textOf(pdf.catalog.lookup(name('Lang'))),
    tagged: isTagged(pdf.catalog),
    outline: outlineOf(pdf.catalog.lookup(name('Outlines')), 1),
    fonts: fontsOf(pages),
    pages: pages.map((page) => pageOf(page, places)),
    overlaps: overlapsIn(pdf),
  };
};

const isTagged = (catalog: PDFDict): boolean => {
  const mark = catalog.lookup(name('MarkInfo'));
  const marked = mark instanceof PDFDict && mark.lookup(name('Marked'))?.toString() === 'true';
  return marked && catalog.lookup(name('StructTreeRoot')) instanceof PDFDict;
};

/** The entries below one of the outline, which hang together as a chain. */
const outlineOf = (parent: PDFObject | undefined, level: number): OutlineEntry[] => {
  const entries: OutlineEntry[] = [];
  let entry = parent instanceof PDFDict ? parent.lookup(name('First')) : undefined;
  const seen = new Set<PDFObject>();
  while (entry instanceof PDFDict && !seen.has(entry)) {
    seen.add(entry);
    entries.push({ title: textOf(entry.lookup(name('Title'))) ?? '', level });
    entries.push(...outlineOf(entry, level + 1));
    entry = entry.lookup(name('Next'));
  }
  return entries;
};

const pageOf = (page: PDFPage, places: Places): PdfPage => {
  const { width, height } = page.getSize();
  return { width: millimetres(width), height: millimetres(height), links: linksOf(page, places) };
};

const millimetres = (points: number): number => Math.round((points / 72) * 254) / 10;
