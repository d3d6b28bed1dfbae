/**
 * Reads PDFs back from their bytes, once for all that is asked of them: facts, words, texts over each other, and every
 * rule of PDF/UA-1 (ISO 14289-1), by the conditions of the Matterhorn Protocol 1.1 that a machine can test, and of
 * PDF/A-2a (ISO 19005-2).
 *
 * In these steps: the objects are found (`read/open.ts`); pages, structure, content and fonts are read (`read/`), and
 * the words and the glyphs of each page on the way (`said/`, `overlaps/`); every rule of the table is held against that
 * (`check/`), and facts are taken from it (`facts/`).
 */

import type { PdfVerdict } from '../diagnostics/finding.ts';
import type { Inspection } from './inspecting.ts';

/** Inspects a PDF that was made to be handed out: it has to follow PDF/A, whatever it says itself. */
export const inspectPdf = async (bytes: Uint8Array): Promise<Inspection> => {
  // The library takes 0.2 s to load: only a command that has a PDF needs it.
  const { inspect } = await import('./inspecting.ts');
  return inspect(bytes);
};

/**
 * Checks a PDF, whoever made it. What is damaged or no PDF is told of; nothing is thrown.
 * @param isForArchive whether it has to follow PDF/A; without, only one that says so is held to it
 */
export const checkPdf = async (
  bytes: Uint8Array,
  { isForArchive }: { readonly isForArchive: boolean },
): Promise<PdfVerdict> => {
  const { check } = await import('./inspecting.ts');
  return check(bytes, isForArchive);
};
