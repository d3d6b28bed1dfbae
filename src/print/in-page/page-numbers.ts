/**
 * Page numbers, as in a table of contents, and “more follows” below the pages of a release that goes on: foretold by the
 * page laid out in columns, and written into the page that is printed.
 */

import type { Columns, PageNumbers } from './interface.ts';
import { asColumns, contentOf } from './page-columns.ts';

/**
 * The page numbers that a page asks for, as in a table of contents: an element with `data-page-of` is to have the number
 * of the page on which the element with that id begins. So is what ends a text, an element with an id and with
 * `data-more`, the words that stand below the pages before. The page is left in columns.
 */
export const foretellPages = (columns: Columns): PageNumbers => {
  asColumns(columns);
  const { left } = contentOf(document.body);
  const ids = [...document.querySelectorAll('[data-page-of], [data-more][id]')].map(
    (place) => place.getAttribute('data-page-of') ?? place.id,
  );
  const found = ids.flatMap((id): [string, number][] => {
    const box = document.getElementById(id)?.getClientRects()[0];
    return box ? [[id, Math.floor((box.left - left + 1) / columns.width) + 1]] : [];
  });
  return Object.fromEntries(found);
};

/** Writes page numbers where the page asks for them. */
export const writePages = (numbers: PageNumbers): void => {
  for (const place of document.querySelectorAll('[data-page-of]'))
    place.textContent = String(numbers[place.getAttribute('data-page-of') ?? ''] ?? '');
  const end = document.querySelector<HTMLElement>('[data-more][id]');
  if (end) writeMore(end.dataset['more'] ?? '', (numbers[end.id] ?? 1) - 1);
};

/**
 * A margin box that shows `counter(page, more-follows)` has these words on so many pages, the first, and nothing on the
 * others. (A margin box knows nothing of its page but the number.)
 */
const writeMore = (words: string, pages: number): void => {
  const sheet = [...document.styleSheets].at(-1);
  if (!sheet || pages < 1) return;
  const symbols = Array.from({ length: pages }, () => JSON.stringify(words)).join(' ');
  sheet.insertRule('@counter-style nothing-follows { system: cyclic; symbols: "" }', sheet.cssRules.length);
  sheet.insertRule(
    `@counter-style more-follows { system: fixed; symbols: ${symbols}; fallback: nothing-follows }`,
    sheet.cssRules.length,
  );
};
