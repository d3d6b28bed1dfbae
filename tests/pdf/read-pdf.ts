import type { PdfFacts } from '../../src/pdf/index.ts';
import { inspectPdf } from '../../src/pdf/inspect.ts';

/** The facts of a PDF, of whatever origin. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfFacts> => {
  const { facts, verdict } = await inspectPdf(bytes);
  if (!facts) throw new Error(`It could not be read: ${JSON.stringify(verdict)}`);
  return facts;
};
