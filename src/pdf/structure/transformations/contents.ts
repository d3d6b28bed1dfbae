import { type Element, elementOf, elementsOf, enclose, setKids } from '../tree.ts';

/** What an entry of a table of contents may hold (ISO 32000-1, table 333). */
const ENTRY: ReadonlySet<string> = new Set(['Lbl', 'Reference', 'P', 'TOC']);

/** Links to notes and parts of the document lie in references (ISO 32000-1, table 338). */
export const encloseReferences = (document: Element): void => {
  for (const element of elementsOf(document))
    if (element.type === 'Link' && element.mark?.refers && element.parent?.type !== 'Reference')
      enclose(element, 'Reference');
};

/** Tables of contents hold entries, and these what they may (ISO 14289-1, 7.2; ISO 32000-1, table 333). */
export const completeContents = (document: Element): void => {
  for (const element of elementsOf(document)) {
    if (element.type === 'TOC') {
      element.numbering = null;
      for (const kid of element.kids) if (kid.kind === 'element' && kid.type === 'LI') kid.type = 'TOCI';
    }
    if (element.type === 'TOCI')
      setKids(
        element,
        element.kids.map((kid) =>
          kid.kind === 'element' && ENTRY.has(kid.type) ? kid : elementOf('P', [kid]),
        ),
      );
  }
};
