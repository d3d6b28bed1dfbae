import type { Entry } from './manifest.ts';
import type { PdfText } from './pdf-text.ts';

/** A document as it was made. */
export interface Made {
  readonly entry: Entry;
  /** The document's own files, by path below the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** All words of those of its PDFs that have been read already, by path. */
  readonly texts: ReadonlyMap<string, readonly PdfText[]>;
  /** What its page refers to, by path below the output folder; the path holds the beginning of the file's hash. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}
