/**
 * Whether a page that is written out is read as it was written. A browser may read markup otherwise than it was meant, and
 * what it makes of it has to be held against the seal. How it reads depends on elements, on the names of attributes and on
 * where text stands, never on what text and attributes say, which are written so that they end nothing. So of pages of one
 * shape, as those of an edition's recipients are, one tells for all.
 */

import type { Element, Nodes, Parents, Root, RootContent } from 'hast';
import { sha256 } from '../model/hash.ts';

/** How many shapes are remembered: more than a project has templates and ways to fill them. */
const MOST = 2000;

const STEADY = new Set<string>();

/**
 * `read` gives a page as it is read once it is written; it is asked where no page of this shape was. It gets the page without
 * what repeats: however long a list is, it is read as its beginning is.
 */
export const isSteady = (page: Root, read: (page: Root) => Root): boolean => {
  const { node, shape } = condensed(page);
  const key = sha256(shape);
  if (STEADY.has(key)) return true;
  if (condensed(read(node)).shape !== shape) return false;
  if (STEADY.size >= MOST) STEADY.clear();
  STEADY.add(key);
  return true;
};

/** Elements whose text is written as it stands: where markup could begin in it, it is part of the shape. */
const RAW: ReadonlySet<string> = new Set(
  'iframe listing noembed noframes noscript plaintext pre script style template textarea xmp'.split(' '),
);

/** A part of a page without what repeats in it, and the shape of that. */
interface Condensed<Node> {
  readonly node: Node;
  readonly shape: string;
}

const condensed = <Node extends Nodes>(node: Node, isRaw = false): Condensed<Node> => {
  if (!('children' in node)) return { node, shape: shapeOf(node, isRaw) };
  const isText = isRaw || (node.type === 'element' && RAW.has(node.tagName));
  const all = node.children.map((child) => condensed<RootContent>(child, isText));
  const few = withoutRepeats(all);
  const children = few.map((one) => one.node);
  const isWhole = few.length === all.length && children.every((child, at) => child === node.children[at]);
  const shape = outside(node, few.map((one) => one.shape).join(''));
  return { node: isWhole ? node : { ...node, children }, shape };
};

/**
 * Where three times two siblings have the same shapes, the parser is in the same state after each two, and so it is after
 * others like them.
 */
const withoutRepeats = <One extends { readonly shape: string }>(all: readonly One[]): readonly One[] => {
  const repeats = (at: number): boolean =>
    at < all.length && [2, 4, 6].every((back) => all[at]?.shape === all[at - back]?.shape);
  const few: One[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at];
    if (repeats(at) && repeats(at + 1)) at += 1;
    else if (one) few.push(one);
  }
  return few;
};

/** The shape of an element whose children have a shape; a root has none of its own. */
const outside = (node: Root | Element, inside: string): string => {
  if (node.type === 'root') return inside;
  const content = node.content ? condensed(node.content, true).shape : '';
  return `<${[node.tagName, ...Object.keys(node.properties)].join(' ')}>${content}${inside}/`;
};

const shapeOf = (node: Exclude<Nodes, Parents>, isRaw: boolean): string => {
  if (node.type === 'doctype') return node.type;
  if (node.type === 'comment') return `!${JSON.stringify(node.value)}`;
  return isRaw && node.value.includes('<') ? JSON.stringify(node.value) : signOf(node.value);
};

/** A blank may stand where no other text may. */
const signOf = (text: string): string => (/\S/u.test(text) ? 't' : 's');
