/** Colours as a press or a copier prints them: what has no colour with black alone, or everything in grey. */

import { ContentLexer } from '../content/lexer.ts';

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Gives the grey, from 0 for black to 1, that takes a colour's place; null where the colour stays. */
export type ToGrey = (colour: Rgb) => number | null;

/** How far the channels of a colour may lie apart for it to count as none: 10 of 255, e.g. `#55565e`. */
const NEUTRAL = 10.5 / 255;

/** What is as dark as this is printed solid: type in the finest screen of dots has ragged edges. */
const SOLID = 40.5 / 255;

/** Grey for what has no colour, so that the black plate alone prints it; what is nearly black is black. */
export const neutralToBlack: ToGrey = (colour) => {
  if (Math.max(...colour) - Math.min(...colour) > NEUTRAL) return null;
  return Math.max(...colour) <= SOLID ? 0 : luminanceGrey(colour);
};

/** The grey that is as light as a colour: its contrast with others stays (WCAG 2.2, relative luminance). */
export const luminanceGrey = ([red, green, blue]: Rgb): number => {
  const linear = 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
};

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** The operators for grey by those for red, green and blue (ISO 32000-1, 8.6.8): the only ones that Chrome writes. */
const GREY: Readonly<Record<string, string>> = { rg: 'g', RG: 'G' };

/** A content stream with its colours rewritten. */
export const recolour = (bytes: Uint8Array, toGrey: ToGrey): Uint8Array => {
  const lexer = new ContentLexer(bytes);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (lexer.next()) {
    const operator = GREY[lexer.operator];
    if (operator === undefined) continue;
    const grey = toGrey([lexer.number(0), lexer.number(1), lexer.number(2)]);
    if (grey === null) continue;
    parts.push(bytes.subarray(at, lexer.start), Buffer.from(`${short(grey)} ${operator}`));
    at = lexer.end;
  }
  return at ? Buffer.concat([...parts, bytes.subarray(at)]) : bytes;
};

/** A number as it is written in a PDF. */
export const short = (number: number): string => String(Number(number.toFixed(4)));
