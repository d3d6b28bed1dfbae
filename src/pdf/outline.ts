import { PDFDict, PDFHexString, PDFRef } from './library.ts';
import { type TreeElement, elementsOf } from './structure/tree.ts';
import { name, type Objects } from './values.ts';

/**
 * Gives the entries of the outline the text of the headings that they lead to: Chrome joins the lines of a heading
 * without the space between them, and says twice what opens a page. An entry may lead to an element that is no more.
 */
export const mendOutline = (pdf: Objects, document: TreeElement): void => {
  const elements = new Map(elementsOf(document).map((element) => [element.object, element]));
  for (const entry of entries(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))) {
    const ref = entry.get(name('SE'));
    const element = ref instanceof PDFRef ? elements.get(ref.objectNumber) : undefined;
    if (!element) entry.delete(name('SE'));
    else if (element.mark?.label) entry.set(name('Title'), PDFHexString.fromText(element.mark.label));
  }
};

/** The entries below one, in the outline's order. */
function* entries(parent: PDFDict | undefined): Generator<PDFDict> {
  let entry = parent?.lookupMaybe(name('First'), PDFDict);
  while (entry) {
    yield entry;
    yield* entries(entry);
    entry = entry.lookupMaybe(name('Next'), PDFDict);
  }
}
