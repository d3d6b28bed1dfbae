/**
 * Marks the elements of a page, so that its PDF can be given the structure of the page. Chrome writes the language of
 * an element into the PDF as it stands, so a number goes along in it as a private part: `en-GB-x-d12` is `en-GB` to
 * everyone, and number 12 to us.
 *
 * Nothing of it may be seen: rules of style go by the languages that the page had, and so does Chrome's own choice of
 * glyphs (`-webkit-locale`). Without the latter each element would also be shaped for itself, which takes a quarter
 * longer to print. Only the quotation marks that Chrome makes for `q` are shaped apart from what they enclose.
 */

import type { Mark, MarkedType, Marks } from '../../model/mark.ts';
import { rulesOf } from './style-rules.ts';

/** Marks the page and gives its marks. */
export const markPage = (): Marks => {
  const elements = [...document.body.querySelectorAll('*')].filter(
    (element) => !(element instanceof SVGElement) || element.localName === 'svg',
  );
  const text = textOf(document.body);
  const marks: Mark[] = [];
  const numbers = new Map<Element, number>();
  for (const element of elements) {
    const mark = markOf(element);
    if (!mark) continue;
    numbers.set(element, marks.length);
    marks.push(mark);
  }
  keepLooks(new Set(marks.map(({ language }) => language)));
  for (const [element, number] of numbers) {
    // Chrome leaves out what says nothing to a screen reader, and its language with it.
    if (isLeftOut(element)) element.setAttribute('role', 'mark');
    element.setAttribute('lang', `${marks[number]?.language || 'und'}-x-d${number}`);
  }
  return { elements: marks, text };
};

/** What an element says of itself; null where that is nothing. */
const markOf = (element: Element): Mark | null => {
  const { localName, role } = element;
  const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const type = typeOf(element);
  const isHeading = /^h[1-6]$/u.test(localName);
  const group = localName === 'tr' ? element.parentElement?.localName : undefined;
  const repeated = group === 'thead' ? 'head' : group === 'tfoot' ? 'foot' : null;
  // Ids of the page's own have two hyphens somewhere, e.g. `note--1`.
  const isPlace = /^[a-z\d]+(?:-[a-z\d]+)*$/u.test(element.id);
  const passage = element.getAttribute('data-of') ?? (isPlace ? element.id : '');
  if (!element.hasAttribute('lang') && !passage && (localName === 'tr' ? !repeated : !type && !isHeading))
    return null;
  const label = isHeading || type === 'Link' || type === 'Formula' ? labelOf(element) : '';
  const numbering = numberingOf(element);
  const expansion = localName === 'abbr' ? element.getAttribute('title') : null;
  const isReference = role === 'doc-noteref' || role === 'doc-biblioref' || element.closest('[role=doc-toc]');
  return {
    type,
    language,
    ...(passage ? { passage } : {}),
    ...(label ? { label } : {}),
    ...(numbering ? { numbering } : {}),
    ...(expansion ? { expansion } : {}),
    ...(type === 'Link' && isReference ? { refers: true } : {}),
    ...(isNote(element) ? { note: true } : {}),
    ...(repeated ? { repeated } : {}),
  };
};

/** The structure type of an element; null where Chrome's is right. */
const typeOf = (element: Element): MarkedType | null => {
  const { localName, role } = element;
  const isList = localName === 'ol' || localName === 'ul';
  if ((isList || localName === 'li') && element.closest('[role=doc-toc]')) return isList ? 'TOC' : 'TOCI';
  if (localName === 'a' && element.hasAttribute('href')) return 'Link';
  if (isNote(element)) return localName === 'li' ? 'LI' : 'Note';
  if (role === 'note') return 'P';
  if (localName === 'figcaption') return captionsPicture(element) ? 'Caption' : 'NonStruct';
  const types: Record<string, string> = {
    Sect: 'section nav aside header footer',
    Art: 'article',
    NonStruct: 'main',
    Div: 'figure',
    P: 'pre summary',
    L: 'ul ol dl',
    LI: 'li',
    term: 'dt',
    description: 'dd',
    TR: 'tr',
    Quote: 'q',
    Formula: 'math',
    Span: 'abbr b cite del dfn i ins kbd mark s samp small sub sup time u var',
  };
  const found = Object.keys(types).find((type) => types[type]?.split(' ').includes(localName));
  if (found) return found as MarkedType;
  return localName === 'span' && element.hasAttribute('lang') ? 'Span' : null;
};

/** Whether an element is a note: by its role, or as an item of the list of notes. */
const isNote = ({ localName, role, parentElement }: Element): boolean =>
  role === 'doc-endnote' ||
  role === 'doc-footnote' ||
  (localName === 'li' &&
    Boolean(parentElement?.closest('[role=doc-endnotes]')) &&
    !parentElement?.closest('[role=doc-endnotes] li'));

const isLeftOut = (element: Element): boolean => {
  if (element.hasAttribute('role')) return false;
  const silent = ['b', 'cite', 'dfn', 'i', 'kbd', 'samp', 'small', 's', 'span', 'u', 'var'];
  return element.localName === 'q' || (element.hasAttribute('lang') && silent.includes(element.localName));
};

/** Whether a caption is that of a picture, a table or a formula; others say, for instance, who is quoted. */
const captionsPicture = (caption: Element): boolean =>
  Boolean(caption.closest('figure')?.querySelector('img, picture, svg, canvas, table, math'));

/** How the items of a list are numbered; an ordered one has numbers, whatever they look like. */
const numberingOf = (element: Element): string | null => {
  const { localName } = element;
  if (localName !== 'ol' && localName !== 'ul') return null;
  const looks: Record<string, string> = {
    disc: 'Disc',
    circle: 'Circle',
    square: 'Square',
    'lower-alpha': 'LowerAlpha',
    'lower-latin': 'LowerAlpha',
    'upper-alpha': 'UpperAlpha',
    'upper-latin': 'UpperAlpha',
    'lower-roman': 'LowerRoman',
    'upper-roman': 'UpperRoman',
  };
  return looks[getComputedStyle(element).listStyleType] ?? (localName === 'ol' ? 'Decimal' : 'None');
};

/** What a link, a formula or a heading is called: by its title or label, else by its text and its pictures. */
const labelOf = (element: Element): string => {
  const attributes: Record<string, string[]> = {
    a: ['title', 'aria-label'],
    math: ['aria-label', 'alttext'],
  };
  const names = attributes[element.localName] ?? [];
  const named = names.map((name) => element.getAttribute(name)?.trim()).find(Boolean);
  const pictures = [...element.querySelectorAll('img, [role=img]')].map(
    (picture) => picture.getAttribute('alt') || picture.getAttribute('aria-label') || '',
  );
  const words = element.localName === 'math' ? element.textContent : textOf(element);
  const label = named || [words, ...pictures].join(' ');
  return label.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
};

/** The texts below an element, with a line's end around each block. */
const textOf = (element: Element): string => {
  if (element instanceof SVGElement || element.ariaHidden === 'true') return '';
  if (element.localName === 'br') return '\n';
  const { display } = getComputedStyle(element);
  if (display === 'none') return '';
  const text = [...element.childNodes]
    .map((node) => (node instanceof Text ? node.data : node instanceof Element ? textOf(node) : ''))
    .join('');
  return display.startsWith('inline') || display === 'contents' ? text : `\n${text}\n`;
};

/** Has all rules of style go by the languages and roles that the page has now, whatever becomes of them. */
const keepLooks = (languages: ReadonlySet<string>): void => {
  for (const name of ['lang', 'role'])
    for (const element of document.querySelectorAll(`[${name}]`))
      element.setAttribute(`data-despatch-${name}`, element.getAttribute(name) ?? '');
  for (const sheet of document.styleSheets) askForCopies(rulesOf(sheet));
  const style = document.createElement('style');
  // The longer language comes later, as it is the narrower one.
  style.textContent = [...languages]
    .sort((a, b) => a.length - b.length)
    .map((language) => {
      const locale = language ? JSON.stringify(language) : 'auto';
      return `:lang(${CSS.escape(language || 'und')}) { -webkit-locale: ${locale} !important }`;
    })
    .join('\n');
  document.head.append(style);
};

/** Has rules that ask for the attributes ask for their copies. */
const askForCopies = (rules: readonly CSSRule[]): void => {
  for (const rule of rules) {
    const asks = /\[\s*(lang|role)(?=[\s=~|^$*\]])/g;
    if (rule instanceof CSSStyleRule && rule.selectorText.search(asks) >= 0)
      rule.selectorText = rule.selectorText.replace(asks, '[data-despatch-$1');
    if (rule instanceof CSSImportRule) askForCopies(rule.styleSheet ? rulesOf(rule.styleSheet) : []);
    if (rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule) askForCopies(rulesOf(rule));
  }
};
