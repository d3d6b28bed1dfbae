/**
 * The structure of a PDF (ISO 32000-1, 14.7) as a tree of plain values: read from a PDF, made right by the
 * transformations, and written back.
 */

import type { Mark } from '../../model/mark.ts';
import type { Sequence } from '../content/sequence.ts';

/** A structure element. */
export interface TreeElement {
  readonly kind: 'element';
  /** A structure type (ISO 32000-1, 14.8.4), e.g. `P`. */
  type: string;
  kids: Kid[];
  parent: TreeElement | null;
  /** What the page says of it. */
  readonly mark: Mark | null;
  /** Where it says its own: empty where the page does not know it. Else it has that of its parent. */
  readonly language: string | null;
  /** The number of its object in the PDF; null of one that is new. */
  readonly object: number | null;
  /** Alternate description (14.9.3), replacement text (14.9.4), expansion of an abbreviation (14.9.5). */
  alternative: string | null;
  replacement: string | null;
  expansion: string | null;
  /** By which others name it: headers of tables, notes. */
  identifier: string | null;
  /** Of a list (14.8.5.5), e.g. `Decimal`. */
  numbering: string | null;
  /** Of a cell of a table. */
  cell: Cell | null;
  /** Of a figure (14.8.5.4.3). */
  box: Box | null;
}

/** The attributes of a cell of a table (14.8.5.7). */
export interface Cell {
  readonly scope: string | null;
  /** Identifiers of the cells that head it. */
  readonly headers: readonly string[];
  readonly rows: number;
  readonly columns: number;
}

/** Left, bottom, right, top in points from the page's corner. */
export type Box = readonly [number, number, number, number];

/** A piece of a page's content. */
export interface TreeContent {
  readonly kind: 'content';
  /** The number of the page's object. */
  readonly page: number;
  /** The number of the object of the form that holds it; null where it is in the page's own stream. */
  readonly form: number | null;
  readonly sequence: Sequence;
}

/** An annotation: a link. */
export interface TreeAnnotation {
  readonly kind: 'annotation';
  readonly page: number;
  /** The number of its object. */
  readonly object: number;
  /** Where it leads: an address, or a place's name. */
  readonly target: string;
  /** Where it can be clicked: one area for each line. */
  readonly areas: readonly Box[];
  /** The numbers of the objects of others whose areas it has taken over. */
  readonly joined: readonly number[];
}

export type Kid = TreeElement | TreeContent | TreeAnnotation;

/** Makes an element and takes its kids from where they were. */
export const elementOf = (type: string, kids: Kid[], given: Partial<TreeElement> = {}): TreeElement => {
  const element: TreeElement = {
    kind: 'element',
    parent: null,
    mark: null,
    language: null,
    object: null,
    alternative: null,
    replacement: null,
    expansion: null,
    identifier: null,
    numbering: null,
    cell: null,
    box: null,
    ...given,
    type,
    kids: [],
  };
  setKids(element, kids);
  return element;
};

/** Gives an element other kids. */
export const setKids = (element: TreeElement, kids: Kid[]): void => {
  element.kids = kids;
  for (const kid of kids) if (kid.kind === 'element') kid.parent = element;
};

/** Puts an element of a type between another and its parent. */
export const enclose = (inner: TreeElement, type: string): void => {
  const { parent } = inner;
  if (!parent) return;
  const outer = elementOf(type, []);
  setKids(
    parent,
    parent.kids.map((kid) => (kid === inner ? outer : kid)),
  );
  setKids(outer, [inner]);
};

/** An element and all below it, in reading order, as they are now. */
export const elementsOf = (element: TreeElement, found: TreeElement[] = []): TreeElement[] => {
  found.push(element);
  for (const kid of element.kids) if (kid.kind === 'element') elementsOf(kid, found);
  return found;
};

/** The pieces of content in an element and below it, in reading order. */
export const contentsOf = (element: TreeElement, found: TreeContent[] = []): TreeContent[] => {
  for (const kid of element.kids) {
    if (kid.kind === 'content') found.push(kid);
    if (kid.kind === 'element') contentsOf(kid, found);
  }
  return found;
};

/** Whether an element is one of some types, or lies within one; gives that one. */
export const within = (element: TreeElement, types: ReadonlySet<string>): TreeElement | null => {
  for (let at: TreeElement | null = element; at; at = at.parent) if (types.has(at.type)) return at;
  return null;
};
