import type { PdfText } from '../model/pdf-text.ts';

/**
 * All words of a PDF: those that its pages paint, in their order; the texts in its objects, such as alternatives, titles,
 * names of places, and addresses; its metadata and attachments. A file that is no whole PDF says nothing: its checks tell
 * of it.
 */
export const textsOfPdf = async (bytes: Uint8Array): Promise<readonly PdfText[]> => {
  // The library takes 0.2 s to load: only a command that has a PDF needs it.
  const { textsIn } = await import('./said/said.ts');
  return textsIn(bytes);
};
