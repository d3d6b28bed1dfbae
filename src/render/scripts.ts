/** The scripts that pages may run: each always the same, so that a page's policy lets it through by its hash. */

import type { Properties, Root } from 'hast';
import { EXIT, visit } from '../model/visit.ts';
import { copyTree } from '../model/copy-tree.ts';

export interface PageScript {
  /** The property of the elements that it is for: a page without one does without the script. */
  readonly property: string;
  readonly code: string;
}

/** What a script reads in its page. */
export interface PageData {
  readonly id: string;
  readonly value: unknown;
}

/** A copy of a page with data at its end, which no browser runs. */
export const withData = (page: Root, { id, value }: PageData): Root =>
  // Within a script an element can end it or begin another: no sign of one is left.
  withAtEnd(page, { id, type: 'application/json' }, JSON.stringify(value).replaceAll('<', '\\u003c'));

/** A copy of a page with a script at its end, where there is something for it to do; else the page. */
export const withScript = (page: Root, { property, code }: PageScript): Root => {
  let isWanted = false;
  visit(page, 'element', ({ properties }) => {
    isWanted ||= properties[property] !== undefined;
    return isWanted ? EXIT : undefined;
  });
  return isWanted ? withAtEnd(page, {}, code) : page;
};

const withAtEnd = (page: Root, properties: Properties, text: string): Root => {
  const copy = copyTree(page);
  visit(copy, 'element', (body) => {
    if (body.tagName !== 'body') return;
    const children = [{ type: 'text' as const, value: text }];
    body.children.push({ type: 'element', tagName: 'script', properties, children });
    return EXIT;
  });
  return copy;
};
