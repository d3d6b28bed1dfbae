/**
 * Whether a page that is written out is read as it was written. A browser may read markup otherwise than it was meant, and
 * what it makes of it has to be held against the seal. How it reads depends on elements, on the names of attributes and on
 * where text stands, never on what text and attributes say, which are written so that they end nothing. So of pages of one
 * shape, as those of an edition's recipients are, one tells for all.
 */

import type { Nodes, Root } from 'hast';
import { sha256 } from '../model/hash.ts';

/** How many shapes are remembered: more than a project has templates and ways to fill them. */
const MOST = 2000;

const STEADY = new Set<string>();

/** `read` gives the page as it is read once it is written; it is asked where no page of its shape was. */
export const isSteady = (page: Root, read: () => Root): boolean => {
  const shape = shapeOf(page);
  if (STEADY.has(shape)) return true;
  if (shapeOf(read()) !== shape) return false;
  if (STEADY.size >= MOST) STEADY.clear();
  STEADY.add(shape);
  return true;
};

/** Elements whose text is written as it stands: where markup could begin in it, it is part of the shape. */
const RAW: ReadonlySet<string> = new Set(
  'iframe listing noembed noframes noscript plaintext pre script style template textarea xmp'.split(' '),
);

const shapeOf = (page: Root): string => {
  const parts: string[] = [];
  collect(page, false, parts);
  return sha256(parts.join(''));
};

const collect = (node: Nodes, isRaw: boolean, parts: string[]): void => {
  if (node.type === 'text')
    parts.push(isRaw && node.value.includes('<') ? JSON.stringify(node.value) : signOf(node.value));
  else if (node.type === 'comment') parts.push(`!${JSON.stringify(node.value)}`);
  else if (node.type === 'element') {
    parts.push('<', node.tagName);
    for (const name of Object.keys(node.properties)) parts.push(' ', name);
    parts.push('>');
    if ('content' in node && node.content) collect(node.content, true, parts);
    for (const child of node.children) collect(child, isRaw || RAW.has(node.tagName), parts);
    parts.push('/');
  } else if (node.type === 'root') for (const child of node.children) collect(child, isRaw, parts);
  else parts.push(node.type);
};

/** A blank may stand where no other text may. */
const signOf = (text: string): string => (/\S/u.test(text) ? 't' : 's');
