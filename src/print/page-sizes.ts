/**
 * How large the content of a printed page is, read from the page's `@page` rules. These functions run in the page,
 * each as its source; they know the page's globals and each other, nothing else of this module.
 */

/** The size of the content of pages of one name, in CSS pixels. */
export interface PageSize {
  /** The `page` of an element, e.g. `wide`; empty for pages without a name. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The sizes for every page name that an element uses. Where `:first`, `:left` or `:right` pages are narrower or lower,
 * theirs: what fits there, fits everywhere. A page without a size is A4, one without a margin has none.
 */
const pageSizes = (): PageSize[] => {
  const rules = [...document.styleSheets].flatMap(rulesOf).flatMap(pageRules);
  return usedPages().map((name) => {
    const own = rules.filter((rule) => rule.name === '' || rule.name === name).sort(bySpecificity);
    const turns = ['', ...own.map((rule) => rule.turn)];
    const sizes = turns.map((turn) =>
      contentSize(own.filter((rule) => rule.turn === '' || rule.turn === turn)),
    );
    const [widths, heights] = [sizes.map(({ width }) => width), sizes.map(({ height }) => height)];
    return { name, width: Math.min(...widths), height: Math.min(...heights) };
  });
};

interface PageRule {
  readonly name: string;
  /** `:first` and the like. */
  readonly turn: string;
  readonly style: Pick<CSSStyleDeclaration, 'getPropertyValue'>;
}

/** CSS Paged Media 3, section 5: a name outdoes everything, `:first` outdoes `:left` and `:right`. */
const bySpecificity = (a: PageRule, b: PageRule): number => {
  const [weightA = 0, weightB = 0] = [a, b].map(
    ({ name, turn }) => (name ? 4 : 0) + (turn === ':first' ? 2 : turn ? 1 : 0),
  );
  return weightA - weightB;
};

/** A sheet's rules; none where it was refused, as what is foreign may not be read. */
const rulesOf = (sheet: CSSStyleSheet | CSSGroupingRule): CSSRule[] => {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
};

/** The `@page` rules that hold for print in a rule, in order. */
const pageRules = (rule: CSSRule): PageRule[] => {
  if (rule instanceof CSSPageRule) return pagesOf(rule);
  if (rule instanceof CSSImportRule)
    return rule.styleSheet ? rulesOf(rule.styleSheet).flatMap(pageRules) : [];
  if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) return [];
  if (rule instanceof CSSSupportsRule && !CSS.supports(rule.conditionText)) return [];
  return rule instanceof CSSGroupingRule ? rulesOf(rule).flatMap(pageRules) : [];
};

const pagesOf = (rule: CSSPageRule): PageRule[] =>
  rule.selectorText.split(',').map((selector) => {
    const [name = '', turn = ''] = selector.trim().split(/(?=:)/);
    return name.startsWith(':')
      ? { name: '', turn: name, style: rule.style }
      : { name, turn, style: rule.style };
  });

const usedPages = (): string[] => {
  const names = [...document.body.querySelectorAll('*')].map((element) => getComputedStyle(element).page);
  return [...new Set(['', ...names.filter((name) => name !== 'auto')])];
};

const contentSize = (rules: readonly PageRule[]): { width: number; height: number } => {
  const last = (property: string): string =>
    rules.map((rule) => rule.style.getPropertyValue(property)).findLast((value) => value !== '') ?? '';
  const paper = paperSize(last('size'));
  const inner = (whole: number, sides: readonly string[]): number =>
    sides.reduce((rest, side) => rest - pixels(last(`margin-${side}`), whole), whole);
  return { width: inner(paper.width, ['left', 'right']), height: inner(paper.height, ['top', 'bottom']) };
};

/** From `A4`, `A4 landscape`, `210mm 297mm` and their like. */
const paperSize = (size: string): { width: number; height: number } => {
  const sizes: Record<string, [string, string]> = {
    a3: ['297mm', '420mm'],
    a4: ['210mm', '297mm'],
    a5: ['148mm', '210mm'],
    a6: ['105mm', '148mm'],
    b4: ['250mm', '353mm'],
    b5: ['176mm', '250mm'],
    letter: ['8.5in', '11in'],
    legal: ['8.5in', '14in'],
    ledger: ['11in', '17in'],
  };
  const words = size.toLowerCase().split(' ').filter(Boolean);
  const named = words.map((word) => sizes[word]).find((found) => found !== undefined);
  const given = words.filter((word) => /^[\d.]/.test(word));
  const upright = named ?? [given[0] ?? '210mm', given[1] ?? given[0] ?? '297mm'];
  const turned = words.includes('landscape') && !given.length;
  const [width, height] = turned ? [upright[1], upright[0]] : upright;
  return { width: pixels(width, 0), height: pixels(height, 0) };
};

/** A CSS length in pixels; of percentages, those of `whole`. */
const pixels = (length: string, whole: number): number => {
  const [outer, inner] = [document.createElement('div'), document.createElement('div')];
  outer.style.cssText = `position: absolute; width: ${whole}px`;
  inner.style.marginLeft = length;
  outer.append(inner);
  document.body.append(outer);
  const value = parseFloat(getComputedStyle(inner).marginLeft);
  outer.remove();
  return Number.isNaN(value) ? 0 : value;
};

/** The functions that the page needs to have to run `pageSizes`. */
export const PAGE_SIZES = [
  pageSizes,
  bySpecificity,
  rulesOf,
  pageRules,
  pagesOf,
  usedPages,
  contentSize,
  paperSize,
  pixels,
];
