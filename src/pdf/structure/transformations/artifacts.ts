import { type TreeContent, contentsOf, type TreeElement, elementsOf, within } from '../tree.ts';

const DRAWINGS: ReadonlySet<string> = new Set(['Figure', 'Formula']);

/**
 * What neither says nor shows anything becomes an artifact (ISO 14289-1, 7.1): backgrounds, borders and rules, which
 * Chrome marks as content of what they decorate. The drawn sign of an item of a list says what a typed one says.
 */
export const dropDecoration = (document: TreeElement): void => {
  for (const element of elementsOf(document)) {
    const isDrawing = within(element, DRAWINGS) !== null;
    drop(element, ({ sequence }) => {
      if (sequence.holdsText || sequence.holdsImage || isDrawing) return false;
      if (element.type !== 'Lbl' || !sequence.holdsPath) return true;
      element.replacement = '\u2022';
      return false;
    });
  }
};

/** Heads and feet that a table repeats on each of its pages are said once (ISO 14289-1, 7.5 and 7.1). */
export const dropRepeated =
  (pages: readonly number[]) =>
  (document: TreeElement): void => {
    const places = new Map(pages.map((page, index) => [page, index]));
    for (const row of elementsOf(document)) {
      const repeated = row.mark?.repeated;
      if (!repeated) continue;
      for (const cell of row.kids) {
        if (cell.kind !== 'element') continue;
        const found = contentsOf(cell).map(({ page }) => places.get(page) ?? 0);
        const kept = repeated === 'foot' ? Math.max(...found) : Math.min(...found);
        for (const part of elementsOf(cell)) drop(part, ({ page }) => places.get(page) !== kept);
      }
    }
  };

/** Makes artifacts of the pieces of an element's own content of which something holds. */
const drop = (element: TreeElement, holds: (content: TreeContent) => boolean): void => {
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'content' || !holds(kid)) return true;
    kid.sequence.isArtifact = true;
    return false;
  });
};
