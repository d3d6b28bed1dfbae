/** What a page says of itself to search engines and to where its address is shared: a description, and Open Graph. */

import type { Element, Properties, Root } from 'hast';
import { toString as wordsOf } from 'mdast-util-to-string';
import type { Root as Text } from 'mdast';
import { EXIT, visit } from '../model/visit.ts';

/** What is said of a page. */
export interface About {
  /** The name of the page. */
  readonly title: string;
  readonly description: string;
  readonly issuer: string;
  /** A language tag, e.g. `en-GB`. */
  readonly language: string;
  /** Where the page lies on the web; null where it is for no public reader, or has no place there. */
  readonly address: string | null;
  /** The address of its icon, relative to the page. */
  readonly icon?: string;
  readonly feeds?: readonly Feed[];
}

/** What tells of new publications. */
export interface Feed {
  readonly title: string;
  /** Relative to the page. */
  readonly href: string;
  /** Media type. */
  readonly type: string;
}

/** As much as results of a search show. */
const LONGEST = 200;

/** The beginning of a text, up to the end of a word. */
export const beginningOf = (text: Text): string => {
  const words = text.children
    .map((block) => wordsOf(block))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`;
};

/** Lets a page say this of itself in its head; what its template says stays. */
export const introduce = (page: Root, about: About): void => {
  const { title, description, issuer, language, address, icon, feeds = [] } = about;
  const said: readonly Element[] = [
    meta('name', 'description', description),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:site_name', issuer),
    meta('property', 'og:locale', language.replace('-', '_')),
    ...(address ? [meta('property', 'og:url', address), link('canonical', address)] : []),
    ...(icon ? [link('icon', icon)] : []),
    ...feeds.map(({ href, ...more }) => link('alternate', href, more)),
    meta('name', 'twitter:card', 'summary'),
  ];
  visit(page, 'element', (node) => {
    if (node.tagName !== 'head') return;
    const own = new Set(node.children.map((child) => keyOf(child)));
    node.children.push(...said.filter((each) => !own.has(keyOf(each))));
    return EXIT;
  });
};

const meta = (key: 'name' | 'property', name: string, content: string): Element => ({
  type: 'element',
  tagName: 'meta',
  properties: { [key]: key === 'property' ? [name] : name, content },
  children: [],
});

const link = (rel: string, href: string, more: Properties = {}): Element => ({
  type: 'element',
  tagName: 'link',
  properties: { rel: [rel], href, ...more },
  children: [],
});

/** What a `meta` element tells of, or a link; empty for others. */
const keyOf = (node: Root['children'][number] | Element['children'][number]): string => {
  if (node.type !== 'element') return '';
  const { name, property, rel } = node.properties;
  return node.tagName === 'meta' || node.tagName === 'link' ? String(name ?? property ?? rel ?? '') : '';
};
