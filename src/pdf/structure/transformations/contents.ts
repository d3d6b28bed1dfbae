import { type TreeElement, elementOf, elementsOf, enclose, type Kid, setKids } from '../tree.ts';
import { INLINE } from './paragraphs.ts';

/** What an entry of a table of contents may hold besides lines (ISO 32000-1, table 333). */
const ENTRY: ReadonlySet<string> = new Set(['Lbl', 'P', 'TOC']);

/** Links to notes and parts of the document lie in references (ISO 32000-1, table 338). */
export const encloseReferences = (document: TreeElement): void => {
  for (const element of elementsOf(document))
    if (element.type === 'Link' && element.mark?.refers && element.parent?.type !== 'Reference')
      enclose(element, 'Reference');
};

/** Tables of contents hold entries, and these what they may (ISO 14289-1, 7.2; ISO 32000-1, table 333). */
export const completeContents = (document: TreeElement): void => {
  for (const element of elementsOf(document)) {
    if (element.type === 'TOC') {
      element.numbering = null;
      for (const kid of element.kids) if (kid.kind === 'element' && kid.type === 'LI') kid.type = 'TOCI';
    }
    if (element.type === 'TOCI') setKids(element, partsOf(element.kids));
  }
};

/** The parts of an entry: what stands in a line together is a paragraph, but for a reference alone. */
const partsOf = (kids: readonly Kid[]): Kid[] => {
  const parts: Kid[] = [];
  let line: Kid[] = [];
  const endLine = (): void => {
    const [only] = line;
    const isReference = line.length === 1 && only?.kind === 'element' && only.type === 'Reference';
    if (only) parts.push(isReference ? only : elementOf('P', line));
    line = [];
  };
  for (const kid of kids) {
    if (kid.kind !== 'element' || INLINE.has(kid.type)) {
      line.push(kid);
      continue;
    }
    endLine();
    parts.push(ENTRY.has(kid.type) ? kid : elementOf('P', [kid]));
  }
  endLine();
  return parts;
};
