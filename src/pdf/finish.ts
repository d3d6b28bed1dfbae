/**
 * Finishes a PDF as the browser gives it: says what it is, and makes its bytes depend on nothing but what was printed.
 * Out of the browser come the time of printing, and numbers that grow with every page that its tab has shown.
 */

import type { PdfProperties } from './properties.ts';

/**
 * The finished PDF: properties, title in the window, dates, numbers and file identifier set; objects compressed.
 * The same page and properties give the same bytes, whatever the browser printed before.
 */
export const finishPdf = async (bytes: Uint8Array, properties: PdfProperties): Promise<Uint8Array> => {
  // The library takes 0.2 s to load: only a build that prints needs it.
  const { finish } = await import('./finishing.ts');
  return finish(bytes, properties);
};
