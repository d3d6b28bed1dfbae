import { PDFDocument } from '../library.ts';
import { inflated } from '../content/inflated.ts';
import { contentsOf } from '../content/page-contents.ts';
import { save } from '../save.ts';
import { name } from '../values.ts';
import { drawMarks, MM, setBoxes } from './boxes.ts';
import { luminanceGrey, neutralToBlack, recolour, type ToGrey } from './colours.ts';
import type { CopyProperties, PrinterSettings, SheetSettings } from './settings.ts';
import { greyGradients } from './gradients.ts';
import { bookletSides, officeSides } from './imposition.ts';
import { impose } from './sheets.ts';
import { type TextPlace, textPlaces } from './text-places.ts';
import { drawings, rewrite, setContents, sweep } from './streams.ts';

/** Does what `printerCopy` says. */
export const makePrinterCopy = async (
  bytes: Uint8Array,
  { bleed, paper, page: size, marks, black }: PrinterSettings,
  properties: CopyProperties,
): Promise<Uint8Array> => {
  const pdf = await open(bytes);
  if (black) recolourAll(pdf, neutralToBlack);
  for (const page of pdf.getPages()) setBoxes(page, { trim: paper, page: size, bleed, marks });
  if (marks) drawMarks(pdf, bleed);
  return close(pdf, properties);
};

/** Does what `laidOtherwise` says. */
export const findOtherwise = async (
  document: Uint8Array,
  larger: Uint8Array,
  paper: number,
): Promise<number | null> => {
  const [pages, others] = [(await open(document)).getPages(), (await open(larger)).getPages()];
  if (pages.length !== others.length) return Math.min(pages.length, others.length) + 1;
  const found = pages.findIndex((page, index) => {
    const other = others[index];
    return !other || !areAlike(textPlaces(page), textPlaces(other), paper * MM);
  });
  return found < 0 ? null : found + 1;
};

/** Whether texts stand in the same places, to a fifth of a millimetre, on pages of which one is larger by some points. */
const areAlike = (places: readonly TextPlace[], others: readonly TextPlace[], by: number): boolean =>
  places.length === others.length &&
  places.every(([left, down], index) => {
    const [otherLeft = 0, otherDown = 0] = others[index] ?? [];
    return Math.hypot(left + by - otherLeft, down + by - otherDown) < 0.2 * MM;
  });

/** Does what `officeCopy` says. */
export const makeOfficeCopy = async (
  bytes: Uint8Array,
  { sheet }: SheetSettings,
  properties: CopyProperties,
): Promise<Uint8Array> => {
  const pdf = await open(bytes);
  recolourAll(pdf, luminanceGrey);
  greyGradients(pdf.context);
  return close(await impose(pdf, officeSides(pdf.getPageCount()), sheet), properties);
};

/** Does what `bookletCopy` says. */
export const makeBookletCopy = async (
  bytes: Uint8Array,
  { sheet }: SheetSettings,
  properties: CopyProperties,
): Promise<Uint8Array> => {
  const pdf = await open(bytes);
  return close(await impose(pdf, bookletSides(pdf.getPageCount()), sheet), properties);
};

const open = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });

const recolourAll = (pdf: PDFDocument, toGrey: ToGrey): void => {
  for (const page of pdf.getPages()) setContents(page, recolour(contentsOf(page.node), toGrey));
  for (const [ref, stream] of drawings(pdf.context))
    rewrite(pdf.context, ref, stream, recolour(inflated(stream), toGrey));
};

/** What only a document for screens has. */
const FOR_SCREENS = {
  catalog: [
    'StructTreeRoot',
    'MarkInfo',
    'Outlines',
    'PageMode',
    'Dests',
    'Names',
    'Metadata',
    'OutputIntents',
  ],
  page: ['Annots', 'StructParents', 'Tabs'],
} as const;

const close = (pdf: PDFDocument, properties: CopyProperties): Uint8Array => {
  for (const key of FOR_SCREENS.catalog) pdf.catalog.delete(name(key));
  for (const page of pdf.getPages()) for (const key of FOR_SCREENS.page) page.node.delete(name(key));
  inform(pdf, properties);
  sweep(pdf.context);
  return save(pdf);
};

const inform = (pdf: PDFDocument, { title, author, accessible, date }: CopyProperties): void => {
  const day = new Date(`${date}T00:00Z`);
  pdf.setTitle(title);
  if (author) pdf.setAuthor(author);
  pdf.setSubject(`A copy for printing; the accessible document is ${accessible}`);
  pdf.setProducer(pdf.getProducer() ?? 'despatch');
  pdf.setCreator('despatch');
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
};
