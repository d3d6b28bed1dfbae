import { PDFArray, PDFDict, type PDFObject } from '../library.ts';
import { dictAt, dictOf, entriesOf, listOf, nameAt, nameOf, textOf, valueAt } from '../read/objects.ts';
import type { Page } from '../read/page-list.ts';
import type { PdfLink } from './facts.ts';

/** The page number, from 1, of every place that has a name, and of every page object. */
export interface Destinations {
  readonly named: ReadonlyMap<string, number | null>;
  readonly pages: ReadonlyMap<PDFObject, number>;
}

/** Reads the places from the catalog's dictionary of destinations (Chrome's) and from its tree of names. */
export const placesOf = (catalog: PDFDict, list: readonly Page[]): Destinations => {
  const pages = new Map(list.map(({ ref, number }) => [ref, number]));
  const old = dictAt(catalog, 'Dests');
  const entries = [
    ...(old?.entries() ?? []).map(([key, value]): NameEntry => [
      nameOf(key) ?? '',
      old?.context.lookup(value),
    ]),
    ...leaves(dictAt(dictAt(catalog, 'Names'), 'Dests'), new Set()),
  ];
  return { pages, named: new Map(entries.map(([key, target]) => [key, pageOf(target, pages)])) };
};

type NameEntry = [string, PDFObject | undefined];

/** The entries of a name tree (ISO 32000-1, 7.9.6). */
const leaves = (node: PDFDict | undefined, seen: Set<PDFDict>): NameEntry[] => {
  if (!node || seen.has(node)) return [];
  seen.add(node);
  const names = listOf(valueAt(node, 'Names'));
  const own = names.flatMap((key, index): NameEntry[] =>
    index % 2 === 0 ? [[textOf(key) ?? '', names[index + 1]]] : [],
  );
  return [...own, ...listOf(valueAt(node, 'Kids')).flatMap((kid) => leaves(dictOf(kid), seen))];
};

/** The page of a destination: an array that begins with it, perhaps in a dictionary. */
const pageOf = (target: PDFObject | undefined, pages: Destinations['pages']): number | null => {
  const array = target instanceof PDFDict ? valueAt(target, 'D') : target;
  const page = array instanceof PDFArray && array.size() ? array.get(0) : undefined;
  return (page && pages.get(page)) ?? null;
};

/** The links of a page, in the PDF's order. */
export const linksOf = ({ dict }: Page, places: Destinations): PdfLink[] =>
  entriesOf(dict, 'Annots').flatMap((entry) => {
    const annotation = dictOf(dict.context.lookup(entry));
    return annotation && nameAt(annotation, 'Subtype') === 'Link' ? linkOf(annotation, places) : [];
  });

const linkOf = (annotation: PDFDict, places: Destinations): PdfLink[] => {
  const action = dictAt(annotation, 'A');
  const address = textOf(valueAt(action, 'URI'));
  if (address !== undefined) return [{ address }];
  const target = valueAt(annotation, 'Dest') ?? valueAt(action, 'D');
  const place = textOf(target) ?? nameOf(target);
  if (place !== undefined) return [{ place, page: places.named.get(place) ?? null }];
  return target ? [{ place: null, page: pageOf(target, places.pages) }] : [];
};
