/** Two texts of a page that are printed over each other. */
export interface Overlap {
  /** From 1. */
  readonly page: number;
  readonly texts: readonly [PrintedText, PrintedText];
}

/** A text as it stands on paper. */
export interface PrintedText {
  /** A few words of it. */
  readonly words: string;
  /** The name in the PDF of the passage that it belongs to, e.g. `Passage 3`; null where it is none's. */
  readonly passage: string | null;
}
