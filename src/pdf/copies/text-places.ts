/** Where the text of a page stands: by this a copy is held against the document that it is a copy of. */

import type { PDFPage } from '../library.ts';
import { walkTexts } from '../content/text-walk.ts';

/** A point in a page, in points from its left and its upper edge. */
export type TextPlace = readonly [number, number];

/** Where each run of text of a page begins, in the page's order. */
export const textPlaces = (page: PDFPage): TextPlace[] => {
  const { x, y, height } = page.getMediaBox();
  const top = y + height;
  const places: TextPlace[] = [];
  walkTexts(page, ({ matrix: [, , , , left, up] }) => places.push([left - x, top - up]));
  return places;
};
