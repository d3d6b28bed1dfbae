/** Archived originals: the documents that sources stand for, kept so that quotations can be held against them. */

import type { Place } from '../diagnostics/place.ts';

/** Where originals lie. Nothing of what is made holds anything from there. */
export const ORIGINALS = 'sources/originals/';

/** The original that a source names. */
export interface NamedOriginal {
  /** Its path from the root, e.g. `sources/originals/jones-2025.pdf`. */
  readonly file: string;
  /** The SHA-256 that it had when it was last read by somebody; null where none is written down. */
  readonly sha256: string | null;
  readonly place: Place;
  /** Where the hash stands; where the file is named if there is none. */
  readonly hashPlace: Place;
}

/** An original that was read. */
export interface ArchivedOriginal extends OriginalText {
  readonly sha256: string;
}

/** What an original says, in the form in which words are compared (`verbatim.ts`). */
export interface OriginalText {
  readonly words: string;
  /** Where each of its pages begins in that; none where it has no pages. */
  readonly pages: readonly number[];
}

/** The page of an original, from 1, on which a place of its text stands; null where it has no pages. */
export const pageAt = ({ pages }: OriginalText, offset: number): number | null =>
  pages.length ? pages.filter((start) => start <= offset).length : null;
