/** A text of a PDF, and where it stands in it, e.g. `page 3`, `/Alt of object 12`. */
export interface PdfText {
  readonly where: string;
  readonly text: string;
}
