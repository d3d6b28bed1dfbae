/**
 * A filled template as a page: parsed, held against what every document promises, and written out twice — for the
 * web, and for printing, where links that only work beside the page are made whole or taken out.
 */

import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { HEADLINE } from '../model/mark.ts';
import { error, type Message } from '../diagnostics/message.ts';
import { startOf } from '../diagnostics/place.ts';
import { copyPage } from './copy-page.ts';
import { strangeIn } from './sealed-page.ts';

const html = unified().use(rehypeParse).use(rehypeStringify).freeze();

export const parsePage = (markup: string): Root => html.parse(markup);

export const writePage = (page: Root): string => `${html.stringify(page)}\n`;

/** What a page has to hold, and the file that is at fault where it does not. */
export interface Promised {
  /** The template's page. */
  readonly file: string;
  /** The document's name in messages, e.g. `childrens-wellbeing-bill/mp`. */
  readonly document: string;
  /** The page's path below the output folder. */
  readonly path: string;
  /** The files that it may load, by path below the output folder. */
  readonly files: ReadonlySet<string>;
  /** The ids of the passages selected, in reading order. */
  readonly passages: readonly string[];
  /** A sentence that the page must hold. */
  readonly notice: string | null;
  /** The word by which it must say that it is a draft, where it is one. */
  readonly draft: string | null;
  /** The moment that it must name where it is under embargo. */
  readonly embargo: string | null;
}

/** What a page is held against to run nothing and to load nothing from outside. */
export type Sealed = Pick<Promised, 'file' | 'document' | 'path' | 'files'>;

/**
 * Holds a page against the promise that it runs nothing, and loads none but its files. It is read as it will be written
 * out, since a browser may read that otherwise than what the template gave.
 */
export const checkSealed = (page: Root, { file, document, ...surroundings }: Sealed): readonly Message[] =>
  strangeIn(parsePage(writePage(page)), surroundings).map((what) =>
    error('unsafe-markup', startOf(file), `The page holds ${what}, in ${document}`, {
      remedy:
        'Take it out: a page runs nothing, and loads only the style sheet and the images that the view names.',
    }),
  );

/** Holds a page against what every document promises: what is wrong is the template's doing. */
export const checkPage = (page: Root, promised: Promised): readonly Message[] => {
  const seen = survey(page);
  const say: Say = (rule, text, remedy) =>
    error(rule, startOf(promised.file), `${text}, in ${promised.document}`, { remedy });
  const messages: Message[] = [];
  if (!seen.title)
    messages.push(say('page-title', 'The page has no title', 'Write `<title>{{name}}</title>`.'));
  if (!seen.language)
    messages.push(
      say('page-language', 'The page does not say its language', 'Write `<html lang="{{language}}">`.'),
    );
  const h1 = seen.headings.filter((level) => level === 1).length;
  if (h1 !== 1)
    messages.push(
      say(
        'page-headings',
        `The page has ${h1} headings of level 1; expected one`,
        'Put the headline, and nothing else, into `h1`.',
      ),
    );
  seen.headings.forEach((level, index) => {
    // That none of level 1 is there is said already.
    const before = seen.headings[index - 1] ?? (h1 ? 0 : level);
    if (level > before + 1)
      messages.push(
        say(
          'page-headings',
          `A heading of level ${level} follows one of level ${before}`,
          `Expected level ${before + 1} at most: mend the template, or the slot's \`level\`.`,
        ),
      );
  });
  for (const id of seen.twice)
    messages.push(say('page-ids', `The id \`${id}\` is given twice`, 'Give each element its own.'));
  for (const target of seen.links)
    if (!seen.ids.has(target))
      messages.push(
        say(
          'dead-link',
          `The link to \`#${target}\` leads nowhere`,
          'Mend the link, or place what it leads to.',
        ),
      );
  for (const source of seen.images)
    messages.push(
      say(
        'image-text',
        `The image \`${source}\` has no \`alt\``,
        'Describe it, or write `alt=""` where it is decoration.',
      ),
    );
  const absent = promised.passages.filter((id) => !seen.ids.has(id)).map((id) => `\`${id}\``);
  if (absent.length)
    messages.push(
      say(
        'slot-not-placed',
        `The page does not show ${absent.join(', ')}, though selected`,
        'Place the slot in the template, or take it out of `template.yaml`.',
      ),
    );
  if (promised.notice && !seen.text.includes(fold(promised.notice)))
    messages.push(
      say(
        'notice-missing',
        "The page does not hold the organisation's notice",
        'Place `{{organisation.notice}}`.',
      ),
    );
  if (promised.draft && !seen.text.toLowerCase().includes(promised.draft.toLowerCase()))
    messages.push(
      say(
        'draft-missing',
        'The page of a draft does not say so',
        'Write `{{#if draft}}{{words.draft}}{{/if}}`.',
      ),
    );
  if (promised.embargo && !seen.text.includes(fold(promised.embargo)))
    messages.push(
      say(
        'embargo-missing',
        'The page does not name the moment of its embargo',
        'Place `{{#if embargo}}{{embargo.text}}{{/if}}`.',
      ),
    );
  return messages.concat(order(seen.notes, say), contents(page, say), checkSealed(page, promised));
};

type Say = (rule: string, text: string, remedy: string) => Message;

/** A table of contents calls each part what its heading calls it. */
const contents = (page: Root, say: Say): readonly Message[] => {
  const headings = new Map<string, string>();
  const entries: Element[] = [];
  visit(page, 'element', (node) => {
    const { id, role } = node.properties;
    if (/^h[1-6]$/u.test(node.tagName) && typeof id === 'string') headings.set(id, fold(toString(node)));
    if (role === 'doc-toc')
      visit(node, 'element', (inner) => void (inner.tagName === 'a' && entries.push(inner)));
  });
  return entries.flatMap((entry) => {
    const heading = headings.get(decoded(String(entry.properties['href']).replace(/^#/u, '')));
    const words = fold(toString(entry));
    return heading === undefined || heading === words
      ? []
      : say(
          'contents-words',
          `The contents say “${words}” of the part with the heading “${heading}”`,
          'Write the words of the heading.',
        );
  });
};

/** Notes are numbered in the order of the slots in `template.yaml`; the page has to show them in that order. */
const order = (numbers: readonly number[], say: Say): readonly Message[] => {
  const first = [...new Set(numbers)];
  const wrong = first.find((number, index) => number !== index + 1);
  return wrong === undefined
    ? []
    : [
        say(
          'note-order',
          `Note ${wrong} is referred to before note ${first.indexOf(wrong) + 1}`,
          'Place the slots in the order in which `template.yaml` lists them.',
        ),
      ];
};

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A fragment as an id; as it stands where it is no right encoding. */
const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

const survey = (page: Root) => {
  const seen = {
    title: false,
    language: false,
    headings: [] as number[],
    ids: new Set<string>(),
    twice: new Set<string>(),
    links: new Set<string>(),
    images: [] as string[],
    notes: [] as number[],
    text: '',
  };
  visit(page, (node) => {
    if (node.type === 'text') seen.text += node.value;
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const id = properties['id'];
    if (typeof id === 'string') (seen.ids.has(id) ? seen.twice : seen.ids).add(id);
    if (tagName === 'html') seen.language = Boolean(properties['lang']);
    if (tagName === 'title')
      seen.title ||= node.children.some((child) => child.type === 'text' && child.value.trim());
    if (/^h[1-6]$/u.test(tagName)) seen.headings.push(Number(tagName[1]));
    if (tagName === 'img' && typeof properties['alt'] !== 'string')
      seen.images.push(String(properties['src']));
    const href = properties['href'];
    if (typeof href === 'string' && href.startsWith('#')) seen.links.add(decoded(href.slice(1)));
    if (properties['role'] === 'doc-noteref') seen.notes.push(Number(String(href).replace(/\D/gu, '')));
  });
  seen.text = fold(seen.text);
  return seen;
};

/** A copy of the page for the web: without what is for print alone (`data-print`), and what only printing needs to know (`data-of`). */
export const forWeb = (page: Root): Root => {
  const copy = without(page, 'dataPrint');
  visit(copy, 'element', ({ properties }) => void delete properties['dataOf']);
  return copy;
};

/** A copy of the page without the elements that have a property. */
const without = (page: Root, property: string): Root => {
  const copy = copyPage(page);
  visit(copy, 'element', (node, index, parent) => {
    if (!parent || index === undefined || node.properties[property] === undefined) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return copy;
};

/**
 * A copy of the page for printing. What is for the web alone (`data-web`) is taken out; a link beside the page leads
 * to the same place below `base`, the document's folder on the web, or where there is none gives way to its text. An
 * empty cell gets a space that is drawn: the browser leaves a cell without content out of a PDF's structure. The
 * headline says that it is that.
 */
export const forPrint = (page: Root, base: string | null): Root => {
  const copy = without(page, 'dataWeb');
  visit(copy, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.tagName === 'h1') node.properties['dataOf'] = HEADLINE;
    if (isEmptyCell(node)) node.children = [{ type: 'text', value: '\u00A0' }];
    if (node.tagName !== 'a' || !beside(node)) return;
    const href = String(node.properties['href']);
    if (base && URL.canParse(href, base)) node.properties['href'] = new URL(href, base).href;
    else {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
  });
  return copy;
};

/** The characters of a page's texts, each once. */
export const charactersIn = (page: Root): string => {
  const found = new Set<string>();
  visit(page, (node) => {
    if (node.type === 'element' && node.tagName === 'head') return SKIP;
    if (node.type === 'text') for (const sign of node.value) found.add(sign);
    return true;
  });
  return [...found].join('');
};

const isEmptyCell = (node: Element): boolean =>
  /^t[dh]$/u.test(node.tagName) &&
  node.children.every((child) => child.type === 'comment' || (child.type === 'text' && !child.value.trim()));

/** Whether a link leads to a file beside the page. */
const beside = ({ properties: { href } }: Element): boolean =>
  typeof href === 'string' && !/^(?:#|[a-z][a-z0-9+.-]*:)/iu.test(href);
