/**
 * What a reader would measure with a ruler, taken in a page that is laid out as wide as the content of its printed
 * pages.
 *
 * Left out: superscripts, drawings (SVG), what is marked as decoration (`aria-hidden`), what only screen readers get,
 * and what is no text of the document: contents of `::before` and `::after`, margin boxes.
 */

import type { SmallText, Spot } from '../../world/world.ts';
import type { PageMeasures, PageSize } from './interface.ts';

/** An element with what it has from those around it. */
interface PlacedElement {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  readonly page: string;
  /** The product of all `transform` and `scale`. */
  readonly scale: number;
  readonly hidden: boolean;
  /** Whether an element around it cuts off what reaches beyond, and whether one does so with its content. */
  readonly cut: boolean;
  readonly cuts: boolean;
  /** The box that cuts off what reaches beyond it; null where none does. */
  readonly window: DOMRect | null;
}

interface FoundText extends SmallText {
  readonly element: Element;
  readonly beyond: boolean;
  readonly cut: boolean;
  readonly wide: boolean;
  /** Pixels from the left side of the content; 0 where it is cut off. */
  readonly right: number;
}

/** Measures the pages of one name. The tab is as wide as their content. */
export const measurePage = ({ name, width, height }: PageSize): PageMeasures => {
  const placed = walk(document.body, null).filter(({ page }) => page === name);
  const texts = placed.flatMap((place) => textsOf(place, width));
  const wide = placed.filter(({ element, cut }) => !cut && rightOf(element) > width + 0.05);
  const sized = texts.filter(({ element }) => !element.closest('sup'));
  const isNote = ({ element }: FoundText): boolean =>
    !!element.closest('[role~="doc-endnotes"], .notes, [data-small]');
  return {
    smallest: smallest(sized.filter((text) => !isNote(text))),
    smallestNote: smallest(sized.filter(isNote)),
    overflowing: overflowing(texts, wide),
    cut: texts.filter((text) => text.cut).map(spotOf),
    wide: texts.filter((text) => text.wide && !text.beyond).map(spotOf),
    tall: placed
      .filter(({ element, hidden }) => !hidden || element instanceof SVGElement)
      .filter(({ element }) => /^(?:img|svg)$/.test(element.localName))
      .filter(({ element }) => element.getBoundingClientRect().height > height + 1)
      .map(({ element }) => spotOf({ element, text: tagOf(element) })),
    reach:
      Math.max(width, ...texts.map(({ right }) => right), ...wide.map(({ element }) => rightOf(element))) /
      width,
  };
};

const rightOf = (element: Element): number => {
  const { width, right } = element.getBoundingClientRect();
  return width ? right : 0;
};

/** An element and all below it that have a place on the page, in reading order. */
const walk = (element: Element, parent: PlacedElement | null): PlacedElement[] => {
  const style = getComputedStyle(element);
  if (style.display === 'none') return [];
  const cut = parent?.cuts ?? false;
  const placed = {
    element,
    style,
    page: style.page === 'auto' ? (parent?.page ?? '') : style.page,
    scale: (parent?.scale ?? 1) * scaleOf(style),
    hidden: (parent?.hidden ?? false) || isHidden(element, style),
    cut,
    // What the body cuts off on a screen it does not cut off on paper.
    cuts: cut || (style.overflowX !== 'visible' && element !== document.body),
    window:
      style.overflowX !== 'visible' && element !== document.body
        ? element.getBoundingClientRect()
        : (parent?.window ?? null),
  };
  const below = element instanceof SVGElement ? [] : [...element.children];
  return [placed, ...below.flatMap((child) => walk(child, placed))];
};

const scaleOf = ({ transform, scale }: CSSStyleDeclaration): number => {
  const { a, b, c, d } = new DOMMatrix(transform === 'none' ? '' : transform);
  const [across = 1, down = across] = scale === 'none' ? [] : scale.split(' ').map(Number);
  return Math.sqrt(Math.abs((a * d - b * c) * across * down));
};

const isHidden = (element: Element, style: CSSStyleDeclaration): boolean => {
  if (element instanceof SVGElement || element.ariaHidden === 'true' || style.opacity === '0') return true;
  const { width, height } = element.getBoundingClientRect();
  // The ways of hiding from sight only: cut down to a dot, or cut away.
  const dot = style.overflowX !== 'visible' && (width <= 1 || height <= 1);
  return dot || /^inset\((50|100)%/.test(style.clipPath) || /^rect\(0px,? [01]px,? [01]px/.test(style.clip);
};

/** The texts that stand directly in an element and can be seen. */
const textsOf = (
  { element, style, scale, hidden, cuts, window }: PlacedElement,
  width: number,
): FoundText[] => {
  if (hidden || style.visibility !== 'visible') return [];
  const zoom = element instanceof HTMLElement ? element.currentCSSZoom : 1;
  const size = Math.round(parseFloat(style.fontSize) * zoom * scale * 75) / 100;
  return [...element.childNodes].flatMap((node) => {
    const text = node instanceof Text ? beginning(node.data) : '';
    const boxes = text ? boxesOf(node) : [];
    if (!boxes.length) return [];
    const beyond = boxes.some((box) => box.left < -0.05 || box.right > width + 0.05);
    return {
      element,
      text,
      size,
      beyond,
      cut: window !== null && boxes.some((box) => reachesOut(box, window)),
      wide: boxes.some((box) => isWide(box, element)),
      right: cuts ? 0 : Math.max(...boxes.map((box) => box.right)),
    };
  });
};

/** Whether a line reaches out of a box by more than its descenders, which lines set close may do. */
const reachesOut = (line: DOMRect, box: DOMRect): boolean => {
  const slack = line.height / 3;
  return line.right > box.right + 1 || line.bottom > box.bottom + slack || line.top < box.top - slack;
};

/** Whether a line is wider than the block, or the part of it in a column, in which it begins. */
const isWide = (line: DOMRect, element: Element): boolean => {
  let block = element;
  while (block.parentElement && /^(?:inline|contents|ruby)$/.test(getComputedStyle(block).display))
    block = block.parentElement;
  const part = [...block.getClientRects()].find(
    (box) =>
      line.left >= box.left - 1 && line.left < box.right && line.top < box.bottom && line.bottom > box.top,
  );
  return part !== undefined && line.right > part.right + 1;
};

/** Where a text is drawn; what stands far off to the left is there only for screen readers. */
const boxesOf = (node: Node): DOMRect[] => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0 && box.right > -1000);
};

/** A few words of a text. */
const beginning = (text: string): string => {
  const words = text.trim().split(/\s+/);
  const few = words.slice(0, 8).join(' ').slice(0, 60);
  return few.length < words.join(' ').length ? `${few} …` : few;
};

const tagOf = (element: Element): string => {
  const traits = ['class', 'id', 'src'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value ? [` ${name}="${value}"`] : [];
  });
  return `<${element.localName}${traits[0] ?? ''}>`;
};

const spotOf = ({ element, text }: Pick<FoundText, 'element' | 'text'>): Spot => ({
  said: text,
  of: textOf(element),
});

/** The text that an element is of, or in a block with no other beside which it stands. */
const textOf = (element: Element): string | null => {
  const own = element.closest('[data-of]');
  if (own) return own.getAttribute('data-of');
  for (
    let block: Element | null = element;
    block && !block.querySelector('h1');
    block = block.parentElement
  ) {
    const marked = [...block.querySelectorAll('[data-of]')];
    const [first, ...others] = new Set(marked.map((one) => one.getAttribute('data-of')));
    if (first !== undefined) return others.length ? null : first;
  }
  return null;
};

const smallest = (texts: readonly FoundText[]): SmallText | null => {
  const found = texts.reduce<FoundText | null>((a, b) => (a && a.size <= b.size ? a : b), null);
  return found && { size: found.size, text: found.text };
};

/** The texts that reach beyond the sides, and the outermost of the elements that do so without their text. */
const overflowing = (texts: readonly FoundText[], wide: readonly PlacedElement[]): Spot[] => {
  const beyond = texts.filter((text) => text.beyond);
  const elements = new Set(wide.map(({ element }) => element));
  const silent = [...elements].filter(
    (element) =>
      !(element.parentElement && elements.has(element.parentElement)) &&
      !beyond.some((text) => element.contains(text.element)),
  );
  return [...beyond.map(spotOf), ...silent.map((element) => spotOf({ element, text: tagOf(element) }))];
};
