/**
 * The pieces of drawings. Across, all is in per cent of the width, down in ems, so that a chart fills whatever width it is
 * given and its letters stay those of the document: nothing is scaled, and no text has to be measured.
 */

import type { Element, ElementContent, Properties } from 'hast';

export const element = (
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** To a hundredth: so that the same figures make the same bytes on every machine. */
const rounded = (value: number): string => String(Math.round(value * 100) / 100);

export const across = (value: number): string => `${rounded(value)}%`;

export const down = (value: number): string => `${rounded(value)}em`;

export interface Letters {
  readonly x: number;
  /** The line that they stand on. */
  readonly y: number;
  /** In ems, to the right. */
  readonly dx?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly classes?: readonly string[];
}

export const text = (content: string, { x, y, dx = 0, anchor = 'start', classes = [] }: Letters): Element =>
  element(
    'text',
    {
      x: across(x),
      y: down(y),
      ...(dx ? { dx: down(dx) } : {}),
      ...(anchor === 'start' ? {} : { textAnchor: anchor }),
      ...(classes.length ? { className: [...classes] } : {}),
    },
    [{ type: 'text', value: content }],
  );

/** A straight line. */
export const rule = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  ...classes: readonly string[]
): Element =>
  element('line', { x1: across(x1), y1: down(y1), x2: across(x2), y2: down(y2), className: [...classes] });

export const dot = (x: number, y: number, radius: number, ...classes: readonly string[]): Element =>
  element('circle', { cx: across(x), cy: down(y), r: down(radius), className: [...classes] });

/** A drawing of its own height, in ems, and as wide as there is room. */
export interface Drawing {
  readonly height: number;
  readonly children: Element[];
}
