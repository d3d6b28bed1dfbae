/**
 * A page as a text. The library joins the text of an element anew at each level above it: of thousands of rows that would
 * be the whole page six times. So what is long is written in pieces, each with some of its children.
 */

import type { Element, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** How many children of an element stand in one piece. */
const TOGETHER = 500;

export const writePage = (page: Root): string => [...pagePieces(page)].join('');

/** The same piece by piece. */
export function* pagePieces(page: Root, together = TOGETHER): Iterable<string> {
  if (!isLong(page, together)) return yield `${toHtml(page)}\n`;
  yield* piecesOf(page, together);
  yield '\n';
}

function* piecesOf(node: Nodes, together: number): Iterable<string> {
  if (!isLong(node, together)) return yield toHtml(node);
  const [opening, closing] = node.type === 'element' ? tagsOf(node) : ['', ''];
  yield opening;
  let short: RootContent[] = [];
  for (const child of node.children) {
    const isOwn = isLong(child, together);
    if (!isOwn) short.push(child);
    if (short.length && (isOwn || short.length >= together)) {
      yield toHtml(short);
      short = [];
    }
    if (isOwn) yield* piecesOf(child, together);
  }
  yield toHtml(short);
  yield closing;
}

/** What stands in them is written otherwise than elsewhere. */
const WHOLE: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'template']);

/** Whether an element is written in pieces: for its own children, or for one that is. */
const isLong = (node: Nodes, together: number): node is Root | Element =>
  (node.type === 'root' || (node.type === 'element' && !WHOLE.has(node.tagName))) &&
  (node.children.length > together || node.children.some((child) => isLong(child, together)));

const tagsOf = (element: Element): readonly [opening: string, closing: string] => {
  const closing = `</${element.tagName}>`;
  return [toHtml({ ...element, children: [] }).slice(0, -closing.length), closing];
};
