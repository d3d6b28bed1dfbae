import type { PDFDict, PDFObject } from '../library.ts';
import type { PdfPlace } from '../../diagnostics/finding.ts';
import { dictOf, listOf, nameAt, nameOf, numberAt, objectNumber, textAt, valueAt } from './objects.ts';

/** A structure element (ISO 32000-1, 14.7.2). */
export interface Element {
  readonly dict: PDFDict;
  /** The reference to it, or itself where it is written in its parent. */
  readonly ref: PDFObject;
  /** The type that it has in the file. */
  readonly own: string;
  /** The standard type that stands for; its own where there is none. */
  readonly type: string;
  readonly parent: Element | null;
  readonly children: Element[];
  /** Its language, or that of what it stands in; null where none is known. */
  readonly language: string | null;
  /** From 1: the page that it names. */
  readonly page: number | null;
  /** Pieces of content: the page or stream that holds each, and its number there. */
  readonly marks: { readonly holder: PDFObject; readonly id: number }[];
  /** Annotations and other objects that are part of it, as references. */
  readonly objects: PDFObject[];
  readonly inFormula: boolean;
}

/** The nearest element of a type that one stands in, itself included; null where there is none. */
export const within = (element: Element | null, type: string): Element | null => {
  for (let one = element; one; one = one.parent) if (one.type === type) return one;
  return null;
};

/** A path longer than this is cut in its middle. */
const LONGEST_PATH = 12;

/** Where an element stands; a page that is known otherwise goes before its own. */
export const placeOf = (element: Element, page: number | null = null): PdfPlace => {
  const [path, names]: [string[], string[]] = [[], []];
  for (let one: Element | null = element; one; one = one.parent) {
    path.push(one.own);
    for (const name of [textAt(one.dict, 'ID'), textAt(one.dict, 'T')]) if (name) names.push(name);
  }
  path.reverse();
  if (path.length > LONGEST_PATH) path.splice(4, path.length - LONGEST_PATH + 1, '…');
  return { page: page ?? pageOf(element), object: objectNumber(element.ref), path, names };
};

/** The page that an element begins on: its own, else of the first that it holds, else of what it stands in. */
const pageOf = (element: Element): number | null => {
  for (let one: Element | undefined = element; one; one = one.children[0]) if (one.page) return one.page;
  for (let one: Element | null = element; one; one = one.parent) if (one.page) return one.page;
  return null;
};

/**
 * An attribute of an element (ISO 32000-1, 14.7.5), its own or of one of its classes.
 * @param owner e.g. `Table`
 */
export const attributeOf = (
  { dict }: Element,
  classes: PDFDict | undefined,
  owner: string,
  key: string,
): PDFObject | undefined => {
  const named = listOf(valueAt(dict, 'C')).flatMap((name) => listOf(valueAt(classes, nameOf(name) ?? '')));
  for (const entry of [...listOf(valueAt(dict, 'A')), ...named]) {
    const attributes = dictOf(entry);
    const value = nameAt(attributes, 'O') === owner ? valueAt(attributes, key) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
};

/** The revision of marked content that a dictionary stands for: its kind of kid in the tree (14.7.4). */
export const kidKind = (kid: PDFDict): 'content' | 'object' | 'element' => {
  const type = nameAt(kid, 'Type');
  if (type === 'MCR' || (type === undefined && numberAt(kid, 'MCID') !== undefined)) return 'content';
  return type === 'OBJR' ? 'object' : 'element';
};
