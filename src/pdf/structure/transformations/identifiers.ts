import { type TreeElement, elementsOf } from '../tree.ts';

/**
 * Notes and cells that head others are numbered in reading order: notes have to have an identifier (ISO 14289-1, 7.9),
 * and those that Chrome gives to cells grow with every page that its tab has shown.
 */
export const giveIdentifiers = (document: TreeElement): void => {
  const elements = elementsOf(document);
  elements
    .filter(({ type }) => type === 'Note')
    .forEach((note, index) => {
      note.identifier = `note-${index + 1}`;
    });
  const cells = elements.filter(({ type, identifier }) => type !== 'Note' && identifier !== null);
  const names = new Map(cells.map(({ identifier }, index) => [identifier ?? '', `cell-${index + 1}`]));
  for (const element of elements) {
    const { cell, identifier } = element;
    if (identifier !== null) element.identifier = names.get(identifier) ?? identifier;
    if (cell) element.cell = { ...cell, headers: cell.headers.flatMap((header) => names.get(header) ?? []) };
  }
};
