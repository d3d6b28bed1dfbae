/**
 * Finishes a PDF as the browser gives it: makes of it a document that meets PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2), and makes its bytes depend on nothing but what was printed.
 *
 * In these steps: the content of each page is scanned (`content/`); the structure tree is read, made that of the web
 * page, and written back (`structure/`), by which what belongs to no element becomes an artifact; the document says
 * what it is (`metadata/`), with its own day and no time of printing; and it is identified by a hash of itself.
 */

import type { Marks } from '../model/mark.ts';
import type { PdfProperties } from './properties.ts';

/** Loads what finishes and inspects PDFs, for whoever waits for one to be printed: the libraries take 0.2 s. */
export const loadFinishing = async (): Promise<void> => {
  await Promise.all([import('./finishing.ts'), import('./inspecting.ts')]);
};

/** The finished PDF. The same page and properties give the same bytes, whatever the browser printed before. */
export const finishPdf = async (
  bytes: Uint8Array,
  properties: PdfProperties,
  marks: Marks,
): Promise<Uint8Array> => {
  // The library takes 0.2 s to load: only a build that prints needs it.
  const { finish } = await import('./finishing.ts');
  return finish(bytes, properties, marks);
};
