/** The scripts that pages may run: each always the same, so that a page's policy lets it through by its hash. */

import type { Root } from 'hast';
import { EXIT, visit } from '../model/visit.ts';
import { copyTree } from '../model/copy-tree.ts';

export interface PageScript {
  /** The property of the elements that it is for: a page without one does without the script. */
  readonly property: string;
  readonly code: string;
}

/** A copy of a page with a script at its end, where there is something for it to do; else the page. */
export const withScript = (page: Root, { property, code }: PageScript): Root => {
  let isWanted = false;
  visit(page, 'element', ({ properties }) => {
    isWanted ||= properties[property] !== undefined;
    return isWanted ? EXIT : undefined;
  });
  if (!isWanted) return page;
  const copy = copyTree(page);
  visit(copy, 'element', (body) => {
    if (body.tagName !== 'body') return;
    const children = [{ type: 'text' as const, value: code }];
    body.children.push({ type: 'element', tagName: 'script', properties: {}, children });
    return EXIT;
  });
  return copy;
};
