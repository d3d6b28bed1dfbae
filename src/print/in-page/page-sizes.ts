/**
 * How large the content of a printed page is, read from the page's `@page` rules, and how they make it larger for a
 * bleed.
 */

import type { PageSize } from './interface.ts';
import { rulesOf } from './style-rules.ts';

/**
 * The sizes for every page name that an element uses. Where `:first`, `:left` or `:right` pages are narrower or lower,
 * theirs: what fits there, fits everywhere. A page without a size is A4, one without a margin has none.
 */
export const pageSizes = (): PageSize[] => {
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

/** What stands in a margin, e.g. `@bottom-left`; TypeScript's own types do not know it yet. */
interface MarginRule extends CSSRule {
  readonly name: string;
  readonly style: CSSStyleDeclaration;
}

interface PageRule {
  readonly name: string;
  /** `:first` and the like. */
  readonly turn: string;
  readonly style: Pick<CSSStyleDeclaration, 'getPropertyValue'>;
  readonly rule: CSSPageRule;
}

/** CSS Paged Media 3, section 5: a name outdoes everything, `:first` outdoes `:left` and `:right`. */
const bySpecificity = (a: PageRule, b: PageRule): number => {
  const [weightA = 0, weightB = 0] = [a, b].map(
    ({ name, turn }) => (name ? 4 : 0) + (turn === ':first' ? 2 : turn ? 1 : 0),
  );
  return weightA - weightB;
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
    const { style } = rule;
    return name.startsWith(':') ? { name: '', turn: name, style, rule } : { name, turn, style, rule };
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
  const percentage = /^([\d.]+)%$/.exec(length)?.[1];
  if (percentage !== undefined) return (Number(percentage) * whole) / 100;
  try {
    // No layout is needed for that, which takes as long as all the rest.
    return CSSNumericValue.parse(length).to('px').value;
  } catch {
    return laidOut(length, whole);
  }
};

/** A length that depends on the page, e.g. of rem, as an element has it. */
const laidOut = (length: string, whole: number): number => {
  const [outer, inner] = [document.createElement('div'), document.createElement('div')];
  outer.style.cssText = `position: absolute; width: ${whole}px`;
  inner.style.marginLeft = length;
  outer.append(inner);
  document.body.append(outer);
  const value = parseFloat(getComputedStyle(inner).marginLeft);
  outer.remove();
  return Number.isNaN(value) ? 0 : value;
};

/**
 * Makes the paper larger on each side, for a bleed: every `@page` rule gets a larger size and margins larger by as much.
 * A side without a margin stays without: there the page's content reaches the edge of the paper, and its style leaves
 * room by `--bleed`. Gives by how many millimetres: at least those that are asked for.
 *
 * Chrome cuts paper to 1/300 inch and margins to whole pixels. By steps of 4 pixels both grow evenly, and what stands on
 * the page keeps its place to the last digit.
 */
export const growPages = (bleed: number): number => {
  const step = 4;
  const by = step * Math.ceil((bleed / 25.4) * (96 / step));
  const base = document.createElement('style');
  // For a page whose rules name no size; every other rule comes later, and outdoes it.
  base.textContent = '@page { size: 210mm 297mm }';
  document.head.prepend(base);
  document.documentElement.style.setProperty('--bleed', `${by}px`);
  const rules = [...document.styleSheets].flatMap(rulesOf).flatMap(pageRules);
  for (const rule of new Set(rules.map(({ rule: own }) => own))) {
    growPage(rule.style, by);
    for (const box of rule.cssRules) if ('name' in box) keepInside(box as MarginRule, by);
  }
  return (by / 96) * 25.4;
};

const growPage = (style: CSSPageRule['style'], by: number): void => {
  const set = (property: string, value: string) =>
    style.setProperty(property, value, style.getPropertyPriority(property));
  const size = style.getPropertyValue('size');
  if (size) {
    const { width, height } = paperSize(size);
    set('size', `${width + 2 * by}px ${height + 2 * by}px`);
  }
  for (const side of ['margin-top', 'margin-right', 'margin-bottom', 'margin-left']) {
    const margin = style.getPropertyValue(side);
    if (!(pixels(margin, 100) > 0)) continue;
    // A percentage is one of the paper, which is larger now.
    const own = margin.endsWith('%') ? `(100% - ${2 * by}px) * ${parseFloat(margin) / 100}` : margin;
    set(side, `calc(${own} + ${by}px)`);
  }
};

/** Leaves what stands in a margin, such as the running foot, where it was before the margin grew. */
const keepInside = ({ name, style }: MarginRule, by: number): void => {
  const [first = '', second = '', corner] = name.replace('@', '').split('-');
  for (const side of corner ? [first, second] : [first]) {
    const own = style.getPropertyValue(`padding-${side}`) || '0px';
    style.setProperty(
      `padding-${side}`,
      `calc(${own} + ${by}px)`,
      style.getPropertyPriority(`padding-${side}`),
    );
  }
};
