/** Where the text of a PDF's pages stands, for assertions on the printed page. */

import { getDocumentProxy } from 'unpdf';

/** A run of text; millimetres from the page's left and top edge, the box from the baseline to the height of an x. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Points. */
  readonly size: number;
}

export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

const MM = 25.4 / 72;

/** The text of every page. */
export const pageTexts = async (bytes: Uint8Array): Promise<readonly PageText[]> => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item): Run[] => {
      if (!('str' in item) || !item.str.trim()) return [];
      const [, , skew = 0, size = 0, x = 0, y = 0] = item.transform as number[];
      const tall = Math.hypot(skew, size);
      const [left, right] = [x * MM, (x + item.width) * MM];
      return [
        {
          text: item.str,
          left,
          right,
          top: (height - y - tall * 0.45) * MM,
          bottom: (height - y) * MM,
          size: tall,
        },
      ];
    });
    pages.push({ width: width * MM, height: height * MM, runs });
  }
  return pages;
};
