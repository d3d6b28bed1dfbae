/**
 * A page as plain text: what goes into the body of an email. The same words in the same order as on the page; lines
 * wrapped, headings set off, lists and notes numbered, addresses of links kept, each once.
 */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SKIP, visit } from '../model/visit.ts';
import { copyTree } from '../model/copy-tree.ts';

/** Characters a line, so that two levels of quoting in a reply stay below 80. */
const WIDTH = 72;

/**
 * The text of a page's body. Left out: what is hidden, what readers of the page alone need (`data-web`). An image stands
 * as its alternative text, in square brackets; one without decorates and is left out.
 * What stands in capitals by convention (`data-capitals`) does so here.
 */
export const toPlainText = (page: Root): string => {
  const body = find(eachAddressOnce(capitalised(page)), 'body');
  const text = body ? blocks(body.children, '').join('\n\n') : '';
  return `${text.replace(/\n{3,}/gu, '\n\n')}\n`;
};

const capitalised = (page: Root): Root => {
  const copy = copyTree(page);
  visit(copy, 'element', (node) => {
    if (node.properties['dataCapitals'] === undefined) return;
    visit(node, 'text', (text) => void (text.value = text.value.toUpperCase()));
  });
  return copy;
};

/** A link gives its address up to one whose words are the address, else to the first to the same place. */
const eachAddressOnce = (page: Root): Root => {
  const links: { readonly node: Element; readonly href: string }[] = [];
  visit(page, 'element', (node) => {
    if (hidden(node)) return SKIP;
    const { href } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') links.push({ node, href });
  });
  const seen = new Set(links.filter(({ node, href }) => spells(node, href)).map(({ href }) => href));
  for (const { node, href } of links) {
    if (spells(node, href)) continue;
    if (seen.has(href)) delete node.properties['href'];
    seen.add(href);
  }
  return page;
};

/** Whether a link's words are its address. */
const spells = (link: Element, href: string): boolean => {
  const words = inline(link.children).trim();
  return [words, `https://${words}`, `http://${words}`, `mailto:${words}`].includes(href);
};

const find = (node: Root | Element, name: string): Element | null => {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === name ? child : find(child, name);
    if (found) return found;
  }
  return null;
};

const SKIPPED = new Set(['script', 'style', 'svg', 'template', 'hr']);

const BLOCKS = new Set(
  (
    'address article aside blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header ' +
    'li main nav ol p pre section table ul'
  ).split(' '),
);

const isBlock = (node: RootContent): node is Element => node.type === 'element' && BLOCKS.has(node.tagName);

const hidden = (node: RootContent): boolean =>
  node.type === 'comment' ||
  (node.type === 'element' &&
    (SKIPPED.has(node.tagName) ||
      node.properties['ariaHidden'] === 'true' ||
      node.properties['hidden'] === true ||
      node.properties['dataWeb'] !== undefined ||
      node.properties['role'] === 'doc-backlink'));

/** The paragraphs of some nodes: runs of inline nodes become one, blocks theirs. */
const blocks = (nodes: readonly RootContent[], indent: string): string[] => {
  const out: string[] = [];
  let run: ElementContent[] = [];
  const end = () => {
    const line = inline(run).trim();
    if (line) out.push(wrap(line, indent, indent));
    run = [];
  };
  for (const node of nodes.filter((one) => !hidden(one))) {
    if (isBlock(node)) {
      end();
      out.push(...block(node, indent));
    } else if (node.type !== 'doctype') run.push(node);
  }
  end();
  return out;
};

const block = (node: Element, indent: string): string[] => {
  if (/^h[1-6]$/u.test(node.tagName)) return heading(node, indent);
  if (node.tagName === 'ul' || node.tagName === 'ol') return [list(node, indent)];
  if (node.tagName === 'table') {
    const caption = find(node, 'caption');
    return [...(caption ? blocks(caption.children, indent) : []), table(node, indent)];
  }
  if (node.tagName === 'blockquote') return blocks(node.children, `${indent}  `);
  return blocks(node.children, indent);
};

/** The title in capitals; headings below it underlined. */
const heading = (node: Element, indent: string): string[] => {
  const words = inline(node.children).trim();
  if (!words) return [];
  if (node.tagName === 'h1') return [wrap(words.toUpperCase(), indent, indent)];
  const lines = wrap(words, indent, indent).split('\n');
  const length = Math.max(...lines.map((line) => line.length)) - indent.length;
  return [[...lines, indent + '-'.repeat(length)].join('\n')];
};

/** Items under each other; with a line between them where one has several paragraphs. */
const list = (node: Element, indent: string): string => {
  const items = node.children.filter(
    (child) => child.type === 'element' && child.tagName === 'li',
  ) as Element[];
  const start = Number(node.properties['start'] ?? 1);
  const marks = items.map((_, index) => (node.tagName === 'ol' ? `${start + index}. ` : '- '));
  const hang = ' '.repeat(Math.max(0, ...marks.map((mark) => mark.length)));
  const texts = items.map((item, index) => {
    const inner = blocks(item.children, indent + hang);
    const [first = ''] = inner;
    const opened =
      indent + (marks[index] ?? '').padEnd(hang.length) + first.slice(indent.length + hang.length);
    return [opened, ...inner.slice(1)].join('\n\n');
  });
  return texts.join(texts.some((text) => text.includes('\n\n')) ? '\n\n' : '\n');
};

/** A row a line, its cells set apart by a bar. */
const table = (node: Element, indent: string): string =>
  rows(node)
    .map((row) => {
      const cells = row.children.filter((cell) => cell.type === 'element');
      return wrap(cells.map((cell) => inline(cell.children).trim()).join(' | '), indent, `${indent}  `);
    })
    .join('\n');

const rows = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : rows(child),
  );

/** Inline nodes as one line, white space folded. */
const inline = (nodes: readonly ElementContent[]): string =>
  nodes
    .filter((node) => !hidden(node))
    .map(phrase)
    .join('')
    .replace(/[^\S\u00a0\u202f\u2028]+/gu, ' ');

/** Stands for a line break that is meant until lines are wrapped. */
const BREAK = '\u2028';

const phrase = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const words = inline(node.children);
  if (node.tagName === 'br') return BREAK;
  if (node.tagName === 'img') return alternative(node);
  if (node.tagName === 'del') return `~~${words}~~`;
  if (node.properties['role'] === 'doc-noteref') return ` [${words.trim()}]`;
  const { href: address } = node.properties;
  const href = node.tagName === 'a' && typeof address === 'string' ? address : '';
  return href && !href.startsWith('#') && !spells(node, href) ? `${words} <${href}>` : words;
};

const alternative = ({ properties: { alt } }: Element): string =>
  typeof alt === 'string' && alt.trim() ? `[${alt.trim()}]` : '';

/** Breaks lines at spaces; a word longer than a line (an address) stays whole. */
const wrap = (text: string, first: string, rest: string): string =>
  text
    .split(BREAK)
    .map((line, index) => wrapLine(line.trim(), index ? rest : first, rest))
    .join('\n')
    .replace(/[\u00a0\u202f]/gu, ' ');

const wrapLine = (line: string, first: string, rest: string): string => {
  const lines: string[] = [];
  let now = first;
  let empty = true;
  for (const word of line.split(' ')) {
    const longer = empty ? now + word : `${now} ${word}`;
    if (!empty && longer.length > WIDTH) {
      lines.push(now);
      now = rest + word;
    } else now = longer;
    empty = false;
  }
  return [...lines, now].join('\n');
};
