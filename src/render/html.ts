import Handlebars from 'handlebars';
import type { Element, ElementContent, Properties, Root as Hast } from 'hast';
import type { PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { copyTree } from '../model/copy-tree.ts';
import type { LanguageSpan } from '../model/span.ts';
import { upTo } from '../model/memo.ts';
import { SKIP, visit } from '../model/visit.ts';
import { drawChart } from '../charts/chart.ts';
import type { Chart } from '../model/chart.ts';
import type { AbbreviationNode, NoteReference } from '../model/document.ts';

/** The id of a note's element, which references lead to: two hyphens, since no passage's id has them together. */
export const noteId = (number: number): string => `note--${number}`;

/** The id of one of the references to a note, which the note leads back to. */
export const referenceId = (number: number, use: number): string => `note--${number}-ref-${use}`;

const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const noteReference = (_state: unknown, node: NoteReference): Element => {
  const properties = {
    href: `#${noteId(node.number)}`,
    id: referenceId(node.number, node.use),
    role: 'doc-noteref',
    ariaLabel: node.label,
  };
  const link = element('a', properties, [{ type: 'text', value: String(node.number) }]);
  return element('sup', { className: ['note-ref'] }, [link]);
};

const abbreviation = (_state: unknown, node: AbbreviationNode): Element =>
  element('abbr', { title: node.title }, [{ type: 'text', value: node.children[0].value }]);

/** Its place: what is drawn there needs no sanitising, and would not come through it. */
const chart = (_state: unknown, node: Chart): Element =>
  element('figure', { className: ['chart'] }, [{ type: 'text', value: JSON.stringify(node) }]);

/** With its title for `tables`. */
const table: typeof defaultHandlers.table = (state, node) => {
  const made = defaultHandlers.table(state, node);
  if (node.data?.caption) made.properties = { ...made.properties, caption: node.data.caption };
  return made;
};

const span = (state: Parameters<typeof defaultHandlers.emphasis>[0], node: LanguageSpan): Element =>
  element('span', { lang: node.language ?? '' }, state.all(node));

const handlers: Options['handlers'] = { noteReference, abbreviation, span, chart, table };

/** Draws the charts in their places. */
const charts = () => (tree: Hast) =>
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'figure' || !parent || index === undefined) return;
    parent.children[index] = drawChart(JSON.parse(toString(node)) as Chart);
    return [SKIP, index + 1];
  });

/** What may stand in a text: GFM's elements, notes and abbreviations. Ids are ours, so they keep their names. */
const allowed: typeof defaultSchema = {
  ...defaultSchema,
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
  tagNames: [...(defaultSchema.tagNames ?? []), 'abbr', 'caption', 'figure'],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'id', 'title', ['role', 'doc-noteref'], 'ariaLabel'],
    abbr: ['title'],
    figure: [['className', 'chart']],
    sup: [['className', 'note-ref']],
    table: [['className', 'figures'], 'dataSmall'],
    td: [['className', /^align-/u]],
    th: [
      ['className', /^align-/u],
      ['scope', 'col', 'row'],
    ],
  },
};

/**
 * Column alignment as a class, since the `align` attribute is obsolete; the heads of columns say that they are such, if they
 * are not those of rows. The title of a table of figures is its caption.
 */
const tables = () => (tree: Hast) =>
  visit(tree, 'element', (node) => {
    const { caption } = node.properties;
    if (typeof caption === 'string') {
      delete node.properties['caption'];
      node.properties = { ...node.properties, className: ['figures'], dataSmall: '' };
      node.children.unshift(element('caption', {}, [{ type: 'text', value: caption }]));
    }
    if (node.tagName !== 'td' && node.tagName !== 'th') return;
    const { align, ...properties } = node.properties;
    node.properties = {
      ...properties,
      ...(typeof align === 'string' ? { className: [`align-${align}`] } : {}),
      ...(node.tagName === 'th' ? { scope: properties['scope'] ?? 'col' } : {}),
    };
  });

/** The longest word that has to stand in one line, in characters. */
const LONGEST_WORD = 24;

/**
 * A word with a hyphen or dash inside it (a range, a compound, a year that runs over), or one so long that it may break
 * anywhere: no column, that of a table neither, is too narrow for it.
 */
const SPECIAL_WORD = /(?<!\S)((?=\S{3,24}(?!\S))\S*[^\s\p{Pd}]\p{Pd}[^\s\p{Pd}]\S*|\S{25,})/u;

/**
 * Keeps joined words on one line and lets long ones break anywhere. A link is left whole, since Chrome prints the parts
 * of one now as one area, now as several.
 */
const words = () => (tree: Hast) =>
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'a') {
      if (/\S{25}/u.test(toString(node))) node.properties['className'] = ['long'];
      return SKIP;
    }
    if (node.type !== 'text' || !parent || index === undefined || !SPECIAL_WORD.test(node.value)) return;
    const parts = node.value
      .split(SPECIAL_WORD)
      .map((value, part): ElementContent => {
        const className = [value.length > LONGEST_WORD ? 'long' : 'joined'];
        const text: ElementContent = { type: 'text', value };
        return part % 2 ? element('span', { className }, [text]) : text;
      })
      .filter((part) => part.type !== 'text' || part.value);
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });

/** Addresses mean the same with `HTTPS:`, but the sanitiser knows protocols in small letters. */
const protocols = () => (tree: Root) =>
  visit(tree, 'link', (link) => {
    link.url = link.url.replace(/^[a-z]+:/iu, (protocol) => protocol.toLowerCase());
  });

const blocks = unified()
  .use(protocols)
  .use(remarkRehype, { handlers })
  .use(tables)
  .use(rehypeSanitize, allowed)
  .use(words)
  .use(charts)
  .use(rehypeStringify)
  .freeze();

/** Where images and anchors of a text go. */
export interface Targets {
  /** The id of the first element: what links to the passage lead to. */
  readonly id?: string;
  /** What the page to print says of each block: the passage that it is of, or that it is the summary. */
  readonly of?: string;
  /** The address of an image, given its path in the project. */
  readonly image: (path: string) => string;
}

/** A text as HTML blocks. */
export const toHtml = (text: Root, targets: Targets): Handlebars.SafeString => {
  const asked = JSON.stringify([text, targets]);
  // Where a picture lies is not among what is asked.
  return asked.includes(PICTURE) ? blocksOf(text, targets) : sameBlocks(asked);
};

const PICTURE = JSON.stringify('image');

/** How many texts are remembered: most of them many documents have. */
const MOST = 2000;

/** The HTML of a text without pictures, and of a line, by their JSON. */
const sameBlocks = upTo(MOST, (asked) => blocksOf(...(JSON.parse(asked) as Parameters<typeof toHtml>)));
const sameLine = upTo(MOST, (asked) => lineOf(JSON.parse(asked) as readonly PhrasingContent[]));

const blocksOf = (text: Root, targets: Targets): Handlebars.SafeString => {
  const tree = copyTree(text);
  visit(tree, 'image', (image) => void (image.url = targets.image(image.url)));
  const hast = blocks.runSync(tree);
  const elements = hast.children.filter((node) => node.type === 'element');
  const [first] = elements;
  if (first && targets.id) first.properties = { ...first.properties, id: targets.id };
  if (targets.of)
    for (const block of elements) block.properties = { ...block.properties, dataOf: targets.of };
  return new Handlebars.SafeString(blocks.stringify(hast));
};

/** One line of text as HTML without a block element round it. */
export const toInlineHtml = (phrases: readonly PhrasingContent[]): Handlebars.SafeString =>
  sameLine(JSON.stringify(phrases));

const lineOf = (phrases: readonly PhrasingContent[]): Handlebars.SafeString => {
  const paragraph: Root = { type: 'root', children: [{ type: 'paragraph', children: [...phrases] }] };
  const hast = blocks.runSync(copyTree(paragraph));
  const children = hast.children.flatMap((node) => (node.type === 'element' ? node.children : []));
  return new Handlebars.SafeString(blocks.stringify({ type: 'root', children }));
};

/** The phrases of a text of one paragraph. */
export const phrases = (text: Root): readonly PhrasingContent[] =>
  text.children.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
