import { PDFArray, PDFDict, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import type { PdfLink } from './facts.ts';
import { name, textOf } from './values.ts';

/** The page number, from 1, of every place that has a name, and of every page object. */
export interface Places {
  readonly named: ReadonlyMap<string, number | null>;
  readonly pages: ReadonlyMap<PDFObject, number>;
}

/** Reads the places from the catalog's dictionary of destinations (Chrome's) and from its tree of names. */
export const placesOf = (catalog: PDFDict, list: readonly PDFPage[]): Places => {
  const pages = new Map<PDFObject, number>(list.map((page, index) => [page.ref, index + 1]));
  const old = catalog.lookup(name('Dests'));
  const names = catalog.lookup(name('Names'));
  const entries = [
    ...(old instanceof PDFDict
      ? old.entries().map(([key]): Entry => [key.decodeText(), old.lookup(key)])
      : []),
    ...(names instanceof PDFDict ? leaves(names.lookup(name('Dests'))) : []),
  ];
  return { pages, named: new Map(entries.map(([key, target]) => [key, pageOf(target, pages)])) };
};

type Entry = [string, PDFObject | undefined];

/** The entries of a name tree (ISO 32000-1, 7.9.6). */
const leaves = (node: PDFObject | undefined): Entry[] => {
  if (!(node instanceof PDFDict)) return [];
  const [kids, names] = [node.lookup(name('Kids')), node.lookup(name('Names'))];
  const below = kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [];
  const flat = names instanceof PDFArray ? names.asArray().map((_, index) => names.lookup(index)) : [];
  const own = flat.flatMap((key, index): Entry[] =>
    index % 2 === 0 ? [[textOf(key) ?? '', flat[index + 1]]] : [],
  );
  return [...own, ...below.flatMap(leaves)];
};

/** The page of a destination: an array that begins with it, perhaps in a dictionary. */
const pageOf = (target: PDFObject | undefined, pages: Places['pages']): number | null => {
  const array = target instanceof PDFDict ? target.lookup(name('D')) : target;
  const page = array instanceof PDFArray && array.size() ? array.get(0) : undefined;
  return (page && pages.get(page)) ?? null;
};

/** The links of a page, in the PDF's order. */
export const linksOf = (page: PDFPage, places: Places): PdfLink[] => {
  const annotations = page.node.Annots();
  const all = annotations?.asArray().map((_, index) => annotations.lookup(index)) ?? [];
  return all.flatMap((annotation) =>
    annotation instanceof PDFDict && annotation.lookup(name('Subtype')) === name('Link')
      ? linkOf(annotation, places)
      : [],
  );
};

const linkOf = (annotation: PDFDict, places: Places): PdfLink[] => {
  const action = annotation.lookup(name('A'));
  const address = action instanceof PDFDict ? textOf(action.lookup(name('URI'))) : null;
  if (address !== null) return [{ address }];
  const target =
    annotation.lookup(name('Dest')) ?? (action instanceof PDFDict ? action.lookup(name('D')) : undefined);
  const place = textOf(target);
  if (place !== null) return [{ place, page: places.named.get(place) ?? null }];
  return target ? [{ place: null, page: pageOf(target, places.pages) }] : [];
};
