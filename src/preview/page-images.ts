/** Draws the pages of a PDF as pictures, by PDFium, which is what browsers show PDFs with. */

import { lazy, memo } from '../model/memo.ts';

/** Twice as fine as the page is large at 72 pixels an inch: sharp where it is shown half a screen wide. */
const SCALE = 2;

/** Loaded when the first page is drawn. */
const library = lazy(async () => {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  return PDFiumLibrary.init();
});

/** Draws pages, each once as long as the PDF is the same. */
export class PageImages {
  #pdf: Uint8Array | null = null;
  #images = new Map<number, Promise<Uint8Array | null>>();
  /** The library does one thing at a time. */
  #last: Promise<unknown> = Promise.resolve();

  /** Page `number` of a PDF, from 1, as PNG; null where it has none. */
  of(pdf: Uint8Array, number: number): Promise<Uint8Array | null> {
    if (pdf !== this.#pdf) this.#images = new Map();
    this.#pdf = pdf;
    return memo(this.#images, number, () => {
      const drawn = this.#last.then(() => draw(pdf, number));
      this.#last = drawn.catch(() => {});
      return drawn;
    });
  }
}

const draw = async (pdf: Uint8Array, number: number): Promise<Uint8Array | null> => {
  const document = await (await library()).loadDocument(pdf);
  try {
    if (number < 1 || number > document.getPageCount()) return null;
    const { data, width, height } = await document
      .getPage(number - 1)
      .render({ scale: SCALE, render: 'bitmap' });
    const { default: sharp } = await import('sharp');
    return await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ compressionLevel: 3 })
      .toBuffer();
  } finally {
    document.destroy();
  }
};
