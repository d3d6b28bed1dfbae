import type { PDFDict, PDFObject } from '../library.ts';
import { arrayAt, dictAt, dictOf, entriesOf, listOf, nameAt, numberOf, valueAt } from './objects.ts';

/** A page of a PDF. */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** The reference to it. */
  readonly ref: PDFObject;
  readonly dict: PDFDict;
  /** Its own resources, or those of what it hangs on (ISO 32000-1, 7.7.3.4). */
  readonly resources: PDFDict | undefined;
  /** Its paper; undefined where it does not say. */
  readonly mediaBox: Rectangle | undefined;
  /** The part of it that is shown. */
  readonly cropBox: Rectangle | undefined;
}

/** Left, bottom, right, top. */
export type Rectangle = readonly [number, number, number, number];

/** A rectangle, whichever of its corners are given first (ISO 32000-1, 7.9.5). */
export const rectangleAt = (dict: PDFDict, key: string): Rectangle | undefined => {
  const [a, b, c, d] = listOf(valueAt(dict, key)).map(numberOf);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
};

/** What pages have from what they hang on, where they have none of their own. */
interface Inherited {
  readonly resources?: PDFDict | undefined;
  readonly mediaBox?: Rectangle | undefined;
  readonly cropBox?: Rectangle | undefined;
}

const inheritedBy = (dict: PDFDict, above: Inherited): Inherited => ({
  resources: dictAt(dict, 'Resources') ?? above.resources,
  mediaBox: rectangleAt(dict, 'MediaBox') ?? above.mediaBox,
  cropBox: rectangleAt(dict, 'CropBox') ?? above.cropBox,
});

/** The pages in their order (ISO 32000-1, 7.7.3). What hangs in the tree twice counts once. */
export const pagesOf = (catalog: PDFDict): Page[] => {
  const pages: Page[] = [];
  const seen = new Set<PDFObject>();
  const waiting: { entry: PDFObject; above: Inherited }[] = entriesOf(catalog, 'Pages').map((entry) => ({
    entry,
    above: {},
  }));
  while (waiting.length) {
    const next = waiting.pop();
    const dict = next && dictOf(catalog.context.lookup(next.entry));
    if (!next || !dict || seen.has(dict)) continue;
    seen.add(dict);
    const own = inheritedBy(dict, next.above);
    if (nameAt(dict, 'Type') === 'Pages' || arrayAt(dict, 'Kids')) {
      const kids = entriesOf(dict, 'Kids').map((entry) => ({ entry, above: own }));
      waiting.push(...kids.toReversed());
    } else {
      const { resources, mediaBox, cropBox = mediaBox } = own;
      pages.push({ number: pages.length + 1, ref: next.entry, dict, resources, mediaBox, cropBox });
    }
  }
  return pages;
};
