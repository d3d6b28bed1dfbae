/**
 * Walks through a tree of texts or of a page. It is `unist-util-visit` as it is used here — its types, its order, what a
 * visitor may give back — in a tenth of its time: that one gives each node a function with a name of its own.
 */

import type { Node, Parent } from 'unist';
import type { visit as unistVisit } from 'unist-util-visit';

/** Ends the walk. */
export const EXIT = false;

/** Goes on beside the node, not below it. */
export const SKIP = 'skip';

/** Nothing, or where to go on: the index of the next node in the parent, where the visitor has changed that. */
type Next = void | undefined | null | boolean | typeof SKIP | number | readonly [typeof SKIP, number];

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Next;

/** Which nodes are visited: those of a type, or elements by their name; all where nothing is given. */
type Wanted = string | { readonly tagName: string } | null;

/** Visits a node and all below it, in the order of the text. */
export const visit = ((tree: Node, test: Wanted | Visitor, visitor?: Visitor): void => {
  if (typeof test === 'function') walk(tree, undefined, undefined, null, test);
  else if (visitor) walk(tree, undefined, undefined, test, visitor);
}) as typeof unistVisit;

/** Gives the index to go on with in the parent, where the visitor says so; `false` for the end. */
const walk = (
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  wanted: Wanted,
  visitor: Visitor,
): number | undefined | typeof EXIT => {
  const next = isWanted(node, wanted) ? visitor(node, index, parent) : undefined;
  if (next === EXIT) return EXIT;
  const isSkipped = next === SKIP || Array.isArray(next);
  if ('children' in node && !isSkipped) {
    const above = node as Parent;
    // A visitor may change the children, or put others in their place.
    for (let at = 0; at >= 0 && at < above.children.length;) {
      const after = walk(above.children[at] as Node, at, above, wanted, visitor);
      if (after === EXIT) return EXIT;
      at = after ?? at + 1;
    }
  }
  return typeof next === 'number' ? next : Array.isArray(next) ? (next[1] as number) : undefined;
};

const isWanted = (node: Node, wanted: Wanted): boolean =>
  wanted === null ||
  (typeof wanted === 'string'
    ? node.type === wanted
    : node.type === 'element' && (node as Node & { tagName?: string }).tagName === wanted.tagName);
