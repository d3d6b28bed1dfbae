/** A page as it looks, to be asked for its colours. */

import { createCanvas, loadImage } from '@napi-rs/canvas';
import { renderPageAsImage } from 'unpdf';

type Point = readonly [number, number];

export interface PageImage {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly data: Uint8ClampedArray;
  /** Red, green and blue from 0 to 255, so many millimetres from the left and upper edge. */
  colour(left: number, down: number): [number, number, number];
  /** The lightness of the darkest point, from 0 to 255, within a rectangle of millimetres. */
  darkest(from: Point, to: Point): number;
}

/** Draws a page, from 0, with so many pixels to a millimetre. */
export const pageImage = async (bytes: Uint8Array, page: number, scale = 12): Promise<PageImage> => {
  const png = await renderPageAsImage(new Uint8Array(bytes), page + 1, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale: (scale * 25.4) / 72,
  });
  const image = await loadImage(new Uint8Array(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colour = (left: number, down: number): [number, number, number] => {
    const at = 4 * (Math.round(down * scale) * width + Math.round(left * scale));
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  };
  const darkest = (from: Point, to: Point): number => {
    let least = 255;
    const step = 1 / scale;
    for (let left = Math.min(from[0], to[0]); left <= Math.max(from[0], to[0]); left += step)
      for (let down = Math.min(from[1], to[1]); down <= Math.max(from[1], to[1]); down += step)
        least = Math.min(least, Math.max(...colour(left, down)));
    return least;
  };
  return { width, height, data, colour, darkest };
};
