/** What stands behind a passage besides its citation: the originals that were archived, and which checks it has passed. */

import type { Day } from './time.ts';

export interface PassageEvidence {
  /** Those of its own source and of the one that it is quoted from, each once. */
  readonly originals: readonly KeptOriginal[];
  /** Words of the original on which it rests, each as it stands there. */
  readonly restsOn: readonly string[];
  /** Whether it quotes words that were not compared, as no original was archived. */
  readonly isUncompared: boolean;
  /** Those alone that were made of it, and that found nothing; in the order of the table of checks. */
  readonly passed: readonly PassedCheck[];
}

/** An archived original, as others may know of it: not where it lies. */
export interface KeptOriginal {
  /** The id of the source that it is the original of. */
  readonly source: string;
  readonly form: OriginalForm;
  /** How many pages it has; null where it has none. */
  readonly pages: number | null;
  /** In hexadecimal. */
  readonly sha256: string;
}

export const ORIGINAL_FORMS = ['pdf', 'docx', 'html', 'text'] as const;

export type OriginalForm = (typeof ORIGINAL_FORMS)[number];

/** A check that was passed, with what is said of it. */
export type PassedCheck =
  /** Its words stand in the original, from which page on; null where that has no pages, or they stand on several. */
  | { readonly is: 'quotation' | 'rests-on'; readonly page: number | null }
  | { readonly is: 'whole' | 'pinned' | 'figure' | 'measure' }
  /** The text has its value; whether it is worded in other ways too, each of which was compared. */
  | { readonly is: 'number'; readonly several: boolean }
  /** The sum with the values of the passages that it names, and its result; null where readers may not see one of those. */
  | { readonly is: 'sum'; readonly sum: SumShown | null }
  | { readonly is: 'reviewed' | 'holds'; readonly until: Day }
  | { readonly is: 'standing'; readonly on: Day };

/** e.g. `10% of 335 million` and `33.5 (£m)`. */
export interface SumShown {
  readonly terms: string;
  readonly result: string;
}
