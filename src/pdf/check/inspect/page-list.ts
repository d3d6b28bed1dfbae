import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { arrayAt, dictAt, dictOf, entriesOf, nameAt } from './objects.ts';

/** A page of a PDF. */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** The reference to it. */
  readonly ref: PDFObject;
  readonly dict: PDFDict;
  /** Its own resources, or those of what it hangs on (ISO 32000-1, 7.7.3.4). */
  readonly resources: PDFDict | undefined;
}

/** The pages in their order (ISO 32000-1, 7.7.3). What hangs in the tree twice counts once. */
export const pagesOf = (catalog: PDFDict): Page[] => {
  const pages: Page[] = [];
  const seen = new Set<PDFObject>();
  const waiting: { entry: PDFObject; resources: PDFDict | undefined }[] = entriesOf(catalog, 'Pages').map(
    (entry) => ({ entry, resources: undefined }),
  );
  while (waiting.length) {
    const next = waiting.pop();
    const dict = next && dictOf(catalog.context.lookup(next.entry));
    if (!next || !dict || seen.has(dict)) continue;
    seen.add(dict);
    const resources = dictAt(dict, 'Resources') ?? next.resources;
    if (nameAt(dict, 'Type') === 'Pages' || arrayAt(dict, 'Kids')) {
      const kids = entriesOf(dict, 'Kids').map((entry) => ({ entry, resources }));
      waiting.push(...kids.toReversed());
    } else pages.push({ number: pages.length + 1, ref: next.entry, dict, resources });
  }
  return pages;
};
