import type { PDFDict, PDFObject } from '../library.ts';
import { dictOf, entriesOf, listOf, numberOf, valueAt } from './objects.ts';

/** The entries of a number tree (ISO 32000-1, 7.9.7), as written; a node that hangs in it twice counts once. */
export const numberTree = (root: PDFDict | undefined): Map<number, PDFObject> => {
  const found = new Map<number, PDFObject>();
  const seen = new Set<PDFDict>();
  const waiting = root ? [root] : [];
  while (waiting.length) {
    const node = waiting.pop();
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const entries = entriesOf(node, 'Nums');
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const [key, value] = [numberOf(node.context.lookup(entries[at])), entries[at + 1]];
      if (key !== undefined && value) found.set(key, value);
    }
    for (const kid of listOf(valueAt(node, 'Kids')).map(dictOf)) if (kid) waiting.push(kid);
  }
  return found;
};
