/** A chapter of the guide, of the Markdown that it is written in. */

import type { Element, ElementContent, Root as Hast } from 'hast';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { slugOf } from '../load/meant.ts';
import { visit } from '../model/visit.ts';

export interface Chapter {
  /** Its file's name, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** The chapters that it leads to, in the order in which it does. */
  readonly leadsTo: readonly string[];
}

/** Makes a chapter a page's content: its headings can be led to, and its links lead to pages. */
export const readChapter = (name: string, text: string): Chapter => {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const leadsTo: string[] = [];
  visit(tree, 'link', (link) => {
    const chapter = /^([\w-]+)\.md(#.*)?$/u.exec(link.url);
    if (chapter) leadsTo.push(chapter[1] ?? '');
    if (chapter) link.url = `${chapter[1]}.html${chapter[2] ?? ''}`;
  });
  const page = unified().use(remarkRehype).runSync(tree);
  finish(page);
  return { name, title: titleOf(tree), html: unified().use(rehypeStringify).stringify(page), leadsTo };
};

const titleOf = (tree: Root): string => {
  const [first] = tree.children;
  return first?.type === 'heading' ? toString(first) : '';
};

const finish = (page: Hast): void => {
  visit(page, 'element', (element) => {
    const { tagName, properties } = element;
    if (/^h[23]$/u.test(tagName)) properties['id'] = slugOf(toString(element));
    // What is beside the guide in the repository is not beside its pages.
    if (tagName === 'a' && String(properties['href']).startsWith('../'))
      Object.assign(element, plain(element));
  });
  page.children = page.children.map((child) =>
    child.type === 'element' && (child.tagName === 'table' || child.tagName === 'pre')
      ? scrolling(child)
      : child,
  );
};

const plain = ({ children }: Element): Element => ({
  type: 'element',
  tagName: 'span',
  properties: {},
  children,
});

/** What is wider than a telephone moves by itself, with the keyboard too. */
const scrolling = (wide: Element): ElementContent => ({
  type: 'element',
  tagName: 'div',
  properties: {
    className: ['wide'],
    tabIndex: 0,
    role: 'group',
    ariaLabel: wide.tagName === 'pre' ? 'Example' : 'Table',
  },
  children: [wide],
});
