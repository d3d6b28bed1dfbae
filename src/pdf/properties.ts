import type { Day } from '../model/time.ts';

/** What a PDF says of itself. */
export interface PdfProperties {
  readonly title: string;
  readonly author: string | null;
  readonly subject: string | null;
  readonly keywords: readonly string[];
  /** How many pages at the beginning carry no number, e.g. 1 of a cover; none where nothing is said. */
  readonly unnumbered?: number;
  /** E.g. `en-GB`. */
  readonly language: string;
  /** The document's own day, which stands for the day on which it was made. */
  readonly date: Day;
}
