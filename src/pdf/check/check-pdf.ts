/**
 * Checks finished PDFs against PDF/UA-1 (ISO 14289-1), by the conditions of the Matterhorn Protocol 1.1 that a machine
 * can test, and against what PDF/A-2a (ISO 19005-2) asks for besides. It reads a PDF once (`inspect/`) and holds every
 * rule of the table (`rules.ts`) against it.
 */

import type { PdfVerdict } from '../../diagnostics/finding.ts';

/**
 * Checks a PDF, whoever made it. What is damaged or no PDF is told of; nothing is thrown.
 * @param isForArchive whether it has to follow PDF/A; without, only one that says so is held to it
 */
export const checkPdf = async (
  bytes: Uint8Array,
  { isForArchive }: { readonly isForArchive: boolean },
): Promise<PdfVerdict> => {
  // The library takes 0.2 s to load: only a command that has a PDF needs it.
  const { check } = await import('./checking.ts');
  return check(bytes, isForArchive);
};
