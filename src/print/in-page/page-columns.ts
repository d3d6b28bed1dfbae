/**
 * The body as a row of columns, each as wide and as high as the content of a printed page, so that a column is a page.
 */

import type { Columns } from './interface.ts';

/** Makes the body columns of the size of pages, where it is not yet. */
export const asColumns = ({ width, height }: Columns): void => {
  const body = document.body;
  if (body.style.columnCount === '1') return;
  if (!body.style.columnCount) breakColumns();
  const set = (property: string, value: string): void => body.style.setProperty(property, value, 'important');
  const { marginTop, marginBottom } = getComputedStyle(body);
  // A margin of the body stands on the first page and the last; it counts on each here, so that none runs over.
  const margins = [marginTop, marginBottom].reduce(
    (sum, side) => sum + Math.max(0, parseFloat(side) || 0),
    0,
  );
  set('box-sizing', 'border-box');
  set('width', `${width}px`);
  set('height', `${height - margins}px`);
  set('columns', 'auto 1');
  set('column-gap', '0');
  set('column-fill', 'auto');
};

/** Breaks between pages as breaks between columns. */
const breakColumns = (): void => {
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    for (const side of ['break-before', 'break-after']) {
      const value = style.getPropertyValue(side);
      const page = /^(page|left|right|recto|verso)$/.test(value);
      if ((!page && value !== 'avoid-page') || standsInColumns(element)) continue;
      element.style.setProperty(side, page ? 'column' : 'avoid', 'important');
    }
  }
};

/** Whether an element stands in columns of its own document, where Chrome parts no pages. */
const standsInColumns = (element: Element): boolean => {
  const { parentElement } = element;
  if (!parentElement || parentElement === document.body) return false;
  const { columnCount, columnWidth } = getComputedStyle(parentElement);
  return columnCount !== 'auto' || columnWidth !== 'auto' || standsInColumns(parentElement);
};

/** The sides of an element's content. */
export const contentOf = (element: Element): { left: number; top: number } => {
  const { left, top } = element.getBoundingClientRect();
  const { borderLeftWidth, paddingLeft, borderTopWidth, paddingTop } = getComputedStyle(element);
  return {
    left: left + parseFloat(borderLeftWidth) + parseFloat(paddingLeft),
    top: top + parseFloat(borderTopWidth) + parseFloat(paddingTop),
  };
};
