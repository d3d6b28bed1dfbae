import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream } from '../library.ts';

/** A dictionary of the PDF, with the number of the object that it stands in. */
export interface Swept {
  readonly dict: PDFDict;
  readonly stream: PDFRawStream | null;
  readonly object: number;
}

/** Every dictionary of a PDF, wherever it stands, for rules on objects of a kind. */
export const sweep = (context: PDFContext): Swept[] => {
  const found: Swept[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const waiting: PDFObject[] = [object];
    while (waiting.length) {
      const next = waiting.pop();
      const stream = next instanceof PDFRawStream ? next : null;
      const dict = stream?.dict ?? next;
      if (dict instanceof PDFDict) {
        found.push({ dict, stream, object: ref.objectNumber });
        for (const value of dict.values()) if (isNest(value)) waiting.push(value);
      } else if (next instanceof PDFArray) {
        for (const value of next.asArray()) if (isNest(value)) waiting.push(value);
      }
    }
  }
  return found;
};

const isNest = (value: PDFObject): boolean => value instanceof PDFDict || value instanceof PDFArray;
