import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { name } from './values.ts';

/**
 * Numbers the structure elements that have an identifier (`node000000NN`: headers of tables) from 1, in their order,
 * wherever they are named: on themselves, in the cells that they head, in the tree that finds them.
 */
export const renumber = (context: PDFContext): void => {
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const old = objects.map(identifierOf).filter((identifier) => identifier !== null);
  const sorted = [...new Set(old)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const numbers = new Map(
    sorted.map((identifier, index) => [identifier, `node${String(index + 1).padStart(8, '0')}`]),
  );
  if (numbers.size) for (const object of objects) rename(object, numbers, false);
};

/** The identifier of a structure element that Chrome made. */
const identifierOf = (object: PDFObject): string | null => {
  if (!(object instanceof PDFDict) || !object.has(name('S'))) return null;
  const identifier = object.lookup(name('ID'));
  const text = identifier instanceof PDFString ? identifier.asString() : '';
  return /^node\d+$/.test(text) ? text : null;
};

// Where identifiers stand; the same letters elsewhere are somebody's text.
const KEYS = new Set(['ID', 'Headers', 'Names', 'Limits'].map(name));

/** Gives what an object holds its new numbers; gives the object that takes its place. */
const rename = (object: PDFObject, numbers: ReadonlyMap<string, string>, named: boolean): PDFObject => {
  if (object instanceof PDFString) {
    const number = named ? numbers.get(object.asString()) : undefined;
    return number === undefined ? object : PDFString.of(number);
  }
  if (object instanceof PDFArray) {
    object.asArray().forEach((entry, index) => object.set(index, rename(entry, numbers, named)));
  }
  const dict = object instanceof PDFStream ? object.dict : object;
  if (dict instanceof PDFDict) {
    for (const [key, value] of dict.entries()) dict.set(key, rename(value, numbers, KEYS.has(key)));
  }
  return object;
};
