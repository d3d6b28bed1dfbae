/** A document's form. */

import type { Copy } from './copies.ts';
import type { Format } from './formats.ts';
import type { Place } from '../diagnostics/place.ts';

/** A document's form. */
export interface Template {
  /** The folder's name. */
  readonly id: string;
  readonly name: string;
  readonly page: PageBox;
  readonly pages: PageContract;
  readonly type: TypeContract;
  /** short: author, year, locator; full: the whole citation. */
  readonly notes: 'short' | 'full';
  readonly formats: readonly Format[];
  /** The copies for print beside the PDF. */
  readonly copies: readonly Copy[];
  /** The most words that a headline and a summary may have. */
  readonly headline: number | null;
  readonly summary: number | null;
  /** Fixed words of the page that are others for some audiences, by word and audience. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** In reading order: notes are numbered and abbreviations written out in this order. */
  readonly slots: readonly Slot[];
  readonly place: Place;
}

export interface PageBox {
  /** A CSS page size, e.g. `A4`. */
  readonly size: 'A3' | 'A4' | 'A5' | 'A6';
  readonly orientation: 'portrait' | 'landscape';
  /** One to four CSS lengths as in `margin`, e.g. `18mm`. */
  readonly margin: string;
}

/** How many pages a document may have. */
export interface PageContract {
  readonly min: number;
  readonly max: number | null;
  /** The number of pages is a multiple of this. */
  readonly multiple: number;
  readonly place: Place;
}

/** Sizes of type in points. */
export interface TypeContract {
  readonly size: number;
  /** No text on the page is smaller, notes and small print apart: as far as the type shrinks to fit. */
  readonly min: number;
  /** As far as the type grows to fill the page; `size` where none is given. */
  readonly max: number;
  /** No note is smaller, nor what the template marks as small print (`data-small`). */
  readonly notes: number;
  readonly place: Place;
}

export interface Slot {
  readonly id: string;
  /** Plain text, perhaps with merge fields as they are written. */
  readonly title: string | null;
  /** In its place for some audiences. */
  readonly titles: Readonly<Record<string, string>>;
  readonly kinds: readonly string[];
  /** Attribute values that a passage must have, e.g. `for: [oral]`. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** In place of the pack's. */
  readonly topics: readonly string[] | null;
  readonly min: number;
  /** The number aimed at; `max` where none is given. */
  readonly ideal: number | null;
  readonly max: number | null;
  /** The most words that one passage should have here. */
  readonly words: number | null;
  /** The level of the slot's heading, 2 to 5; headings inside its passages are below it. */
  readonly level: number;
  readonly place: Place;
}
