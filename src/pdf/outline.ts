import { PDFDict, PDFHexString, PDFName, type PDFDocument, type PDFString } from '@cantoo/pdf-lib';

/**
 * Gives the entries of the outline the text of their headings. Chrome joins the lines of a heading that wraps without
 * the space between them; an entry is known again by its letters, and headings come in the page's order.
 */
export const mendOutline = (pdf: PDFDocument, headings: readonly string[]): void => {
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  let next = 0;
  for (const entry of entries(outlines)) {
    const title =
      (entry.lookup(PDFName.of('Title')) as PDFString | PDFHexString | undefined)?.decodeText() ?? '';
    const known = letters(title);
    let found = next;
    while (found < headings.length && letters(headings[found] ?? '') !== known) found += 1;
    const heading = headings[found];
    if (heading === undefined) continue;
    entry.set(PDFName.of('Title'), PDFHexString.fromText(heading));
    next = found + 1;
  }
};

const letters = (text: string): string => text.replace(/\s+/gu, '');

/** The entries below one, in the outline's order. */
function* entries(parent: PDFDict | undefined): Generator<PDFDict> {
  let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (entry) {
    yield entry;
    yield* entries(entry);
    entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
}
