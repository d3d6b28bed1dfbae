import { type TreeElement, elementsOf } from '../tree.ts';

/**
 * Elements get the types of the page's elements, where Chrome has none for these (ISO 32000-1, 14.8.4), and the
 * expansions of abbreviations (14.9.5) and the numbering of lists (14.8.5.5). Pictures stay figures, whatever they are made of.
 */
export const giveTypes = (document: TreeElement): void => {
  for (const element of elementsOf(document)) {
    const { mark } = element;
    if (mark?.type && (element.type !== 'Figure' || mark.type === 'Div')) element.type = mark.type;
    if (mark?.expansion) element.expansion = mark.expansion;
    if (mark?.numbering) element.numbering = mark.numbering;
    // Chrome has no links for roles such as `doc-noteref` (ISO 14289-1, 7.18.5).
    if (element.kids.some(({ kind }) => kind === 'annotation')) element.type = 'Link';
  }
};
