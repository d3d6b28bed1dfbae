import type { PDFDict } from '../library.ts';
import type { Overlap } from '../../model/overlap.ts';
import { dictAt, dictOf, flagAt, textAt } from '../read/objects.ts';
import type { Page } from '../read/page-list.ts';
import type { Subject } from '../read/subject.ts';
import type { OutlineEntry, PdfFacts, PdfPage } from './facts.ts';
import { fontsOf } from './font-list.ts';
import { linksOf, type Destinations, placesOf } from './links.ts';

/** What a PDF says of itself and holds. */
export const factsOf = (
  { catalog, context, pages, structure }: Subject,
  overlaps: readonly Overlap[],
): PdfFacts => {
  const about = dictOf(context.lookup(context.trailerInfo.Info));
  const places = placesOf(catalog, pages);
  return {
    title: textAt(about, 'Title') ?? null,
    author: textAt(about, 'Author') ?? null,
    subject: textAt(about, 'Subject') ?? null,
    language: textAt(catalog, 'Lang') ?? null,
    tagged: structure !== null && flagAt(dictAt(catalog, 'MarkInfo'), 'Marked') === true,
    outline: outlineOf(dictAt(catalog, 'Outlines'), 1, new Set()),
    fonts: fontsOf(pages),
    pages: pages.map((page) => pageOf(page, places)),
    overlaps,
  };
};

/** The entries below one of the outline, which hang together as a chain. */
const outlineOf = (parent: PDFDict | undefined, level: number, seen: Set<PDFDict>): OutlineEntry[] => {
  const entries: OutlineEntry[] = [];
  let entry = dictAt(parent, 'First');
  while (entry && !seen.has(entry)) {
    seen.add(entry);
    entries.push({ title: textAt(entry, 'Title') ?? '', level });
    entries.push(...outlineOf(entry, level + 1, seen));
    entry = dictAt(entry, 'Next');
  }
  return entries;
};

const pageOf = (page: Page, places: Destinations): PdfPage => {
  const [left, bottom, right, top] = page.mediaBox ?? [0, 0, 0, 0];
  return {
    width: millimetres(right - left),
    height: millimetres(top - bottom),
    links: linksOf(page, places),
  };
};

const millimetres = (points: number): number => Math.round((points / 72) * 254) / 10;
