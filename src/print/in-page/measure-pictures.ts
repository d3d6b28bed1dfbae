/**
 * How fine pictures are at their printed size, and whether QR codes can be read: taken in a page that is laid out as it
 * is to be printed.
 *
 * Left out: drawings (SVG), which have no pixels; backgrounds; pictures of several files (`srcset`), of which the browser
 * takes what it needs.
 */

import type { PrintedCode, PrintedImage } from '../../world/world.ts';
import type { PictureMeasures } from './interface.ts';

interface PictureBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Measures the pictures of the pages of one name. */
export const measurePictures = (name: string): PictureMeasures => {
  const here = (element: Element): boolean => pageNameOf(element) === name && element.checkVisibility();
  const images = [...document.images].filter(
    (image) => here(image) && !image.srcset && !image.closest('picture') && image.naturalWidth > 0,
  );
  const codes = [...document.querySelectorAll('svg[data-modules]')].filter(here);
  return {
    images: images.filter(({ src }) => !/\.svg$/i.test(src)).map(imageOf),
    codes: codes.map(codeOf),
  };
};

/** The name of the pages on which an element stands. */
const pageNameOf = (element: Element | null): string => {
  if (!element) return '';
  const { page } = getComputedStyle(element);
  return page === 'auto' ? pageNameOf(element.parentElement) : page;
};

/** An image with the pixels that it has for each inch, in the direction in which they are fewer. */
const imageOf = (image: HTMLImageElement): PrintedImage => {
  const { left, top, right, bottom } = contentBoxOf(image);
  const [across, down] = [(right - left) / image.naturalWidth, (bottom - top) / image.naturalHeight];
  const fit = getComputedStyle(image).objectFit;
  const scales: Record<string, number> = {
    fill: Math.max(across, down),
    cover: Math.max(across, down),
    contain: Math.min(across, down),
    'scale-down': Math.min(1, across, down),
    none: 1,
  };
  const scale = scales[fit] ?? 1;
  const file = image.src.slice(image.src.lastIndexOf('/') + 1);
  return { file: decodeURIComponent(file), dpi: scale > 0 ? Math.round(96 / scale) : Infinity };
};

/** An element's box without its border and padding, as it is drawn. */
const contentBoxOf = (element: Element): PictureBox => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const inset = (side: string): number =>
    parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    parseFloat(style.getPropertyValue(`padding-${side}`));
  return {
    left: box.left + inset('left'),
    top: box.top + inset('top'),
    right: box.right - inset('right'),
    bottom: box.bottom - inset('bottom'),
  };
};

/** A QR code: its width without the quiet zone of four modules, and what stands in that. */
const codeOf = (code: Element): PrintedCode => {
  const { left, top, right, bottom } = contentBoxOf(code);
  const side = Math.min(right - left, bottom - top);
  const modules = Number(code.getAttribute('data-modules'));
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const drawn = { left: x - side / 2, top: y - side / 2, right: x + side / 2, bottom: y + side / 2 };
  const within = intruder(code, drawn);
  return {
    width: Math.round(((side * modules) / (modules + 8) / 96) * 254) / 10,
    crowded: within ?? (isCut(code, drawn) ? 'the edge of what holds it' : null),
  };
};

/** What stands in a box that belongs to a code: a text, or another picture; null for nothing. */
const intruder = (code: Element, box: PictureBox): string | null => {
  const pictures = [...document.querySelectorAll('img, svg')].filter(
    (other) => !code.contains(other) && !other.contains(code) && other.checkVisibility(),
  );
  const picture = pictures.find((other) => overlap(other.getBoundingClientRect(), box));
  if (picture) return `<${picture.localName}>`;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = (node.textContent ?? '').trim();
    if (!words || !node.parentElement?.checkVisibility() || code.contains(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((line) => overlap(inkOf(line), box)))
      return `“${words.slice(0, 40)}”`;
  }
  return null;
};

/** About where the letters of a line are inked: a line's box has room above and below them. */
const inkOf = ({ left, top, right, height }: DOMRect): PictureBox => ({
  left,
  top: top + height * 0.25,
  right,
  bottom: top + height * 0.9,
});

const overlap = (one: PictureBox, other: PictureBox): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;

/** Whether something around an element cuts off part of a box. */
const isCut = (element: Element, box: PictureBox): boolean => {
  const parent = element.parentElement;
  if (!parent || parent === document.body) return false;
  const edge = parent.getBoundingClientRect();
  const beyond =
    box.left < edge.left - 0.5 ||
    box.top < edge.top - 0.5 ||
    box.right > edge.right + 0.5 ||
    box.bottom > edge.bottom + 0.5;
  return (beyond && getComputedStyle(parent).overflow !== 'visible') || isCut(parent, box);
};
