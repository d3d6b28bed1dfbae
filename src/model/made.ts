import type { Entry } from './manifest.ts';

/** A document as it was made. */
export interface Made {
  readonly entry: Entry;
  /** The document's own files, by path below the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What its page refers to, by path below the output folder; the path holds the beginning of the file's hash. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}
