import { type PDFContext, PDFDocument, type PDFRef } from '../library.ts';
import { name } from '../values.ts';
import { MM } from './boxes.ts';
import { short } from './colours.ts';
import type { SheetSide } from './imposition.ts';

/** Width and height of a sheet, in millimetres. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A document of sheets, on whose sides two pages of another stand in their own size: beside each other, or on a sheet
 * that is higher than wide, one above the other. Tags, links and outline stay behind.
 */
export const impose = async (
  source: PDFDocument,
  sides: readonly SheetSide[],
  { width, height }: SheetSize,
): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const pages = await pdf.embedPages(source.getPages());
  await pdf.flush();
  for (const side of sides) {
    const sheet = pdf.addPage([width * MM, height * MM]);
    const placed = side.flatMap((index, half) => {
      const page = index === null ? undefined : pages[index];
      return page ? [{ ref: page.ref, ...placeOf(page, half, { width, height }) }] : [];
    });
    const operators = placed.map(
      ({ left, bottom }, index) => `q 1 0 0 1 ${short(left)} ${short(bottom)} cm /P${index} Do Q\n`,
    );
    sheet.node.set(
      name('Resources'),
      resources(
        pdf.context,
        placed.map(({ ref }) => ref),
      ),
    );
    sheet.node.set(name('Contents'), pdf.context.register(pdf.context.flateStream(operators.join(''))));
  }
  const print = { Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None', DisplayDocTitle: true };
  pdf.catalog.set(name('ViewerPreferences'), pdf.context.obj(print));
  return pdf;
};

const resources = (context: PDFContext, pages: readonly PDFRef[]) =>
  context.obj({ XObject: Object.fromEntries(pages.map((ref, index) => [`P${index}`, ref])) });

/** Where a page stands in its half: in the middle of it. */
const placeOf = (page: SheetSize, half: number, { width, height }: SheetSize) => {
  const isWide = width > height;
  const [across, up] = isWide ? [width / 2, height] : [width, height / 2];
  return {
    left: (isWide ? half * across * MM : 0) + (across * MM - page.width) / 2,
    bottom: (isWide ? 0 : (1 - half) * up * MM) + (up * MM - page.height) / 2,
  };
};
