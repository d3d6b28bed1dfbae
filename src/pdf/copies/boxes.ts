/** The page boxes of a printer's copy (ISO 32000-1, 14.11.2), and the crop marks around them. */

import { type PDFContext, PDFDict, type PDFDocument, type PDFPage } from '../library.ts';
import { name } from '../values.ts';
import { short } from './colours.ts';
import { contentsOf } from '../content/page-contents.ts';
import { setContents } from './streams.ts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** Millimetres: the room for crop marks around the bleed, the length of a mark, and its distance from the bleed. */
const [SLUG, LENGTH, GAP] = [8, 5, 1];

/** How far, in points, a page may be from the size that it is to have: Chrome cuts it to whole pixels. */
const SNAP = 1;

/** The width of a crop mark in points. */
const HAIRLINE = 0.25;

/** Millimetres from the edge of the paper to that of the page and around it. */
export interface Edges {
  /** From the edge of the paper to where it is cut, about: Chrome's pages are up to 0.2 mm from the paper's sizes. */
  readonly trim: number;
  /** The size that the page is to have, upright or lying. */
  readonly page: { readonly width: number; readonly height: number };
  /** From there outwards. */
  readonly bleed: number;
  /** Whether room is made for crop marks. */
  readonly marks: boolean;
}

/** Says where a page that was printed on larger paper is to be cut, and how far its artwork goes. */
export const setBoxes = (page: PDFPage, { trim, page: own, bleed, marks }: Edges): void => {
  const { context } = page.doc;
  const { x, y, width, height } = page.getMediaBox();
  const sizes = [own.width, own.height].map((size) => size * MM);
  const half = (paper: number): number => {
    const printed = paper - 2 * trim * MM;
    return (sizes.find((size) => Math.abs(size - printed) < SNAP) ?? printed) / 2;
  };
  const [middle, up] = [x + width / 2, y + height / 2];
  const set = (box: string, outset: number) => {
    const [across, along] = [half(width) + outset * MM, half(height) + outset * MM];
    const edges = [middle - across, up - along, middle + across, up + along];
    page.node.set(name(box), context.obj(edges.map((edge) => Number(edge.toFixed(3)))));
  };
  const outer = bleed + (marks ? SLUG : 0);
  set('MediaBox', outer);
  set('CropBox', outer);
  set('BleedBox', bleed);
  set('TrimBox', 0);
};

/** Draws crop marks at the corners of the trim box, beyond the bleed, and cuts the artwork off where that ends. */
export const drawMarks = (pdf: PDFDocument, bleed: number): void => {
  const registration = registrationColour(pdf.context);
  for (const page of pdf.getPages()) {
    const resources = page.node.Resources() ?? pdf.context.obj({});
    const spaces = resources.lookupMaybe(name('ColorSpace'), PDFDict) ?? pdf.context.obj({});
    spaces.set(name(REGISTRATION), registration);
    resources.set(name('ColorSpace'), spaces);
    const { x, y, width, height } = page.getBleedBox();
    const clip = `q ${[x, y, width, height].map(short).join(' ')} re W n\n`;
    // What the page's own contents leave of their system of coordinates ends with `Q`.
    const marks = `Q\nq /${REGISTRATION} CS 1 SCN ${HAIRLINE} w\n${marksOf(page, bleed)}\nQ\n`;
    setContents(page, Buffer.concat([Buffer.from(clip), contentsOf(page.node), Buffer.from(marks)]));
  }
};

const REGISTRATION = 'Registration';

/** The colour that is on every plate (ISO 32000-1, 8.6.6.4): printers lay the plates on one another by the marks. */
const registrationColour = (context: PDFContext) => {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [1], C1: [0], N: 1 };
  return context.register(context.obj(['Separation', 'All', 'DeviceGray', tint]));
};

const marksOf = (page: PDFPage, bleed: number): string => {
  const { x, y, width, height } = page.getTrimBox();
  const [near, far] = [(bleed + GAP) * MM, (bleed + GAP + LENGTH) * MM];
  const line = (...at: readonly number[]) => {
    const [fromX = '', fromY = '', toX = '', toY = ''] = at.map((place) => place.toFixed(3));
    return `${fromX} ${fromY} m ${toX} ${toY} l S`;
  };
  const sides = (start: number, size: number) => [
    { edge: start, out: -1 },
    { edge: start + size, out: 1 },
  ];
  return sides(x, width)
    .flatMap((across) =>
      sides(y, height).flatMap((up) => [
        line(across.edge, up.edge + up.out * near, across.edge, up.edge + up.out * far),
        line(across.edge + across.out * near, up.edge, across.edge + across.out * far, up.edge),
      ]),
    )
    .join('\n');
};
