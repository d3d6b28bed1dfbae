/** What a check of a finished PDF finds. */

/** One requirement that a PDF does not meet. */
export interface Finding {
  /** The rule's id, e.g. `ua-28-012`: PDF/UA with the Matterhorn Protocol's number of the condition. */
  readonly rule: string;
  /** E.g. `ISO 14289-1, 7.18.5`. */
  readonly clause: string;
  /** What was found, without a capital and a full stop. */
  readonly text: string;
  readonly place: PdfPlace;
  /** How to mend it: one sentence, in the imperative. */
  readonly remedy: string;
}

/** Where something stands in a PDF, as far as it has a place. */
export interface PdfPlace {
  /** From 1. */
  readonly page: number | null;
  /** The number of the PDF's object, as other programs show it. */
  readonly object: number | null;
  /** The structure elements that it stands in, the outermost first, e.g. Document, Sect, Figure. */
  readonly path: readonly string[];
  /** Identifiers and titles of those elements, the innermost first. */
  readonly names: readonly string[];
}

/** How a PDF stands to the rules. */
export type PdfVerdict = PdfChecked | PdfEncrypted | PdfUnreadable;

export interface PdfChecked {
  readonly pages: number;
  /** How many rules it was held to: of PDF/UA-1, and of PDF/A-2a besides. */
  readonly checks: { readonly accessibility: number; readonly archive: number };
  /** Empty where it passes. */
  readonly findings: readonly Finding[];
}

/** It is encrypted: only how it is could be checked. */
export interface PdfEncrypted {
  readonly reason: 'encrypted';
  readonly findings: readonly Finding[];
}

export interface PdfUnreadable {
  /** `too-large`: it unfolds to more than any document needs. */
  readonly reason: 'empty' | 'no-pdf' | 'damaged' | 'too-large';
}

/** e.g. `page 2, Document > Sect > Figure, object 31`; empty where there is no place. */
export const showPdfPlace = ({ page, object, path }: PdfPlace): string =>
  [page === null ? '' : `page ${page}`, path.join(' > '), object === null ? '' : `object ${object}`]
    .filter(Boolean)
    .join(', ');
