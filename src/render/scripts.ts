/** The scripts that pages may run: each always the same, so that a page's policy lets it through by its hash. */

import type { Properties, Root } from 'hast';
import { EXIT, visit } from '../model/visit.ts';

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

/** Puts data at a page's end, which no browser runs. */
export const addData = (page: Root, { id, value }: PageData): void =>
  // Within a script an element can end it or begin another: no sign of one is left.
  addAtEnd(page, { id, type: 'application/json' }, JSON.stringify(value).replaceAll('<', '\\u003c'));

/** Puts a script at a page's end, where there is something for it to do. */
export const addScript = (page: Root, { property, code }: PageScript): void => {
  let isWanted = false;
  visit(page, 'element', ({ properties }) => {
    isWanted ||= properties[property] !== undefined;
    return isWanted ? EXIT : undefined;
  });
  if (isWanted) addAtEnd(page, {}, code);
};

const addAtEnd = (page: Root, properties: Properties, text: string): void =>
  visit(page, 'element', (body) => {
    if (body.tagName !== 'body') return;
    const children = [{ type: 'text' as const, value: text }];
    body.children.push({ type: 'element', tagName: 'script', properties, children });
    return EXIT;
  });
