import type { PDFObject } from '../library.ts';
import { memo } from '../../model/memo.ts';
import type { Element } from './element.ts';
import { Spots } from './spots.ts';

/** What was met in the content of all pages, and where. */
export class MetContent {
  /** Content on pages, and in printer's marks, that is neither tagged nor an artifact. */
  readonly unmarked = new Spots();
  readonly unmarkedByPrinters = new Spots();
  readonly artifactInTagged = new Spots();
  readonly taggedInArtifact = new Spots();
  readonly withoutLanguage = new Spots();
  readonly wrongLanguage = new Spots();
  readonly unbalanced = new Spots();
  readonly markTwice = new Spots();
  readonly markAstray = new Spots();
  readonly damaged = new Spots();
  readonly reference = new Spots();
  readonly formTwice = new Spots();
  /** By how a colour is given, e.g. `DeviceRGB`. */
  readonly colours = new Map<string, Spots>();
  /** The numbers of marked content that there are, by page or form. */
  readonly marks = new Map<PDFObject, Set<number>>();

  /** Notes a colour, where it is one of a device. */
  colour(space: string, page: number, element: Element | null): void {
    if (space.startsWith('Device')) memo(this.colours, space, () => new Spots()).note(page, element);
  }
}
