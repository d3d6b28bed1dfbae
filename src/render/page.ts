/**
 * A filled template as a page: parsed, held against what every document promises, and written out twice — for the
 * web, and for printing, where links that only work beside the page are made whole or taken out.
 */

import type { Element, Root } from 'hast';
import { parse } from 'parse5';
import { SKIP, visit } from '../model/visit.ts';
import { HEADLINE } from '../model/mark.ts';
import { error, type Message } from '../diagnostics/message.ts';
import { startOf } from '../diagnostics/place.ts';
import { copyTree } from '../model/copy-tree.ts';
import { checkAll } from '../rules/check.ts';
import type { PageSurvey, RenderedPage } from '../rules/subjects.ts';
import { isSteady } from './steady.ts';
import { strangeIn } from './sealed-page.ts';
import { HAST_ADAPTER, type HastTree } from './hast-adapter.ts';
import { survey } from './survey.ts';
import { writePage } from './write-page.ts';

export const parsePage = (markup: string): Root => parse<HastTree>(markup, { treeAdapter: HAST_ADAPTER });

/** A page as it is read once it is written. */
const readAgain = (page: Root): Root => parsePage(writePage(page));

/** What a page is held against to run nothing and to load nothing from outside. */
export interface Sealed {
  /** The template's page. */
  readonly file: string;
  /** The document's name in messages, e.g. `childrens-wellbeing-bill/mp`. */
  readonly document: string;
  /** The page's path below the output folder. */
  readonly path: string;
  /** The files that it may load, by path below the output folder. */
  readonly files: ReadonlySet<string>;
}

/** What a page has to hold, and what is at fault where it does not. */
export type Promised = Sealed & Omit<RenderedPage, keyof PageSurvey>;

/**
 * Holds a page against the promise that it runs nothing, and loads none but its files. It is read as it will be written
 * out, since a browser may read that otherwise than what the template gave.
 */
export const checkSealed = (page: Root, { file, document, ...surroundings }: Sealed): readonly Message[] => {
  if (isSteady(page, readAgain) && !strangeIn(page, surroundings).length) return [];
  return strangeIn(readAgain(page), surroundings).map((what) =>
    error('unsafe-markup', startOf(file), `The page holds ${what}, in ${document}`, {
      remedy:
        'Take it out: a page runs nothing, and loads only the style sheet and the images that the view names.',
    }),
  );
};

/** Holds a page against what every document promises: what is wrong is the template's doing. */
export const checkPage = (page: Root, promised: Promised): readonly Message[] => [
  ...checkAll('markup', { ...survey(page), ...promised }),
  ...checkSealed(page, promised),
];

/**
 * A copy of the page for the web: without what is for print alone (`data-print`), and what only printing needs to know
 * (`data-of`) unless it is to stay.
 */
export const forWeb = (page: Root, marked: boolean): Root => {
  const copy = without(page, 'dataPrint');
  visit(copy, 'element', ({ tagName, properties }) => {
    if (!marked) delete properties['dataOf'];
    else if (tagName === 'h1') properties['dataOf'] = HEADLINE;
  });
  return copy;
};

/** A copy of the page without the elements that have a property. */
const without = (page: Root, property: string): Root => {
  const copy = copyTree(page);
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
