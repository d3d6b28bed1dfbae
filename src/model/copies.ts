/** Copies of a PDF that are for print shops and copiers alone: what a template or an edition asks for. */

import type { Place } from '../diagnostics/place.ts';

/** In the order in which they are made and listed. */
export const COPY_NAMES = ['printer', 'office', 'booklet'] as const;

export type CopyName = (typeof COPY_NAMES)[number];

export type Copy = PrinterCopy | SheetCopy;

/** The same layout on a page that is larger by the bleed, for a print shop. */
export interface PrinterCopy {
  readonly name: 'printer';
  /** Millimetres; the profile's where none is given. */
  readonly bleed: number | null;
  /** The name of a printer's profile. */
  readonly profile: string;
  /** Where it is asked for. */
  readonly place: Place;
}

/** Pages on larger sheets: two times the same for the office copier, or a booklet to be stitched through its fold. */
export interface SheetCopy {
  readonly name: 'office' | 'booklet';
  readonly place: Place;
}

/** What a print shop wants of a file. */
export interface PrinterProfile {
  /** Millimetres of artwork beyond the edge of the page. */
  readonly bleed: number;
  /** Whether crop marks are drawn. */
  readonly marks: boolean;
  /** Whether what has no colour is printed with the black plate alone. */
  readonly black: boolean;
}

/** The profiles that every project has; `organisation.yaml` may add others. */
export const PRINTERS: ReadonlyMap<string, PrinterProfile> = new Map([
  ['crop-marks', { bleed: 3, marks: true, black: true }],
  ['no-marks', { bleed: 3, marks: false, black: true }],
]);
