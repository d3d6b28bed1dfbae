/** Which pages stand side by side on which side of a sheet. Sheets are turned over at their short edge. */

/** The pages on the left and on the right of one side of a sheet, from 0; null for a blank. */
export type SheetSide = readonly [number | null, number | null];

/** Each page two times on its side, so that one cut makes two leaves; the back of an odd last page stays blank. */
export const officeSides = (pages: number): readonly SheetSide[] =>
  Array.from({ length: pages + (pages % 2) }, (_, page) => (page < pages ? [page, page] : [null, null]));

/**
 * Sheets that are folded in one another and stitched through the fold (saddle stitch). Blanks fill up to a multiple of
 * four; they stand before the last page, so that it is the back cover. A single page is the front cover.
 */
export const bookletSides = (pages: number): readonly SheetSide[] => {
  const count = Math.ceil(pages / 4) * 4;
  const page = (place: number): number | null => {
    if (place === count - 1 && pages > 1) return pages - 1;
    return place < Math.max(1, pages - 1) ? place : null;
  };
  return Array.from({ length: count / 4 }, (_, sheet): SheetSide[] => [
    [page(count - 1 - 2 * sheet), page(2 * sheet)],
    [page(1 + 2 * sheet), page(count - 2 - 2 * sheet)],
  ]).flat();
};
