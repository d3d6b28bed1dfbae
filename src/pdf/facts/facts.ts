import type { Overlap } from '../../model/overlap.ts';

/** What a PDF says of itself and holds. */
export interface PdfFacts {
  readonly title: string | null;
  readonly author: string | null;
  readonly subject: string | null;
  readonly language: string | null;
  /** Whether it has a structure that screen readers follow. */
  readonly tagged: boolean;
  /** In reading order. */
  readonly outline: readonly OutlineEntry[];
  /** Sorted by name. */
  readonly fonts: readonly PdfFont[];
  readonly pages: readonly PdfPage[];
  /** Texts that are printed over each other. */
  readonly overlaps: readonly Overlap[];
}

export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly level: number;
}

export interface PdfFont {
  /** The PostScript name without the prefix of a subset, e.g. `SourceSans3-Regular`; `Type3` where it has none. */
  readonly name: string;
  /** As the PDF names it, e.g. `CIDFontType2`, `TrueType`, `Type3`. */
  readonly type: string;
  readonly embedded: boolean;
}

export interface PdfPage {
  /** Millimetres, to a tenth. Chrome's are up to 0.1 mm from the paper's: it counts in 1/300 inch. */
  readonly width: number;
  readonly height: number;
  readonly links: readonly PdfLink[];
}

/** A link to an address, or to a place in the document. */
export type PdfLink =
  | { readonly address: string }
  | {
      /** The place's name; null where the link names a page only. */
      readonly place: string | null;
      /** From 1; null where the place does not exist. */
      readonly page: number | null;
    };
