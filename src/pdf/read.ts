import type { PdfFacts } from './facts.ts';

export type { PdfFacts } from './facts.ts';

/**
 * Reads from a PDF what the checks of a finished document need.
 * @throws Error where the bytes are no PDF, or an encrypted one.
 */
export const readPdf = async (bytes: Uint8Array): Promise<PdfFacts> => {
  // The library takes 0.2 s to load: only a build that prints needs it.
  const { read } = await import('./reading.ts');
  return read(bytes);
};
