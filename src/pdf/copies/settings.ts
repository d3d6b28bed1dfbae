import type { PrinterProfile } from '../../model/copies.ts';
import type { Day } from '../../model/time.ts';
import type { SheetSize } from './sheets.ts';

/** What a copy says of itself. */
export interface CopyProperties {
  readonly title: string;
  readonly author: string | null;
  /** The name of the accessible PDF's file, e.g. `conference.pdf`. */
  readonly accessible: string;
  /** The document's own day. */
  readonly date: Day;
}

/** What the print shop wants, in millimetres. */
export interface PrinterSettings extends PrinterProfile {
  /** By how much the paper is larger on each side: the bleed, or somewhat more. */
  readonly paper: number;
  /** The size of the pages, once they are cut. */
  readonly page: SheetSize;
}

export interface SheetSettings {
  /** Of paper that takes two pages. */
  readonly sheet: SheetSize;
}
