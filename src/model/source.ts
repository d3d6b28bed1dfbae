/** Where passages come from. */

import type { LicenceId } from './licence.ts';
import type { NamedOriginal } from './original.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Day, PartialDate } from './time.ts';

export const SOURCE_TYPES = [
  'briefing',
  'report',
  'letter',
  'speech',
  'article',
  'statistics',
  'legislation',
  'submission',
  'manifesto',
  'book',
  'web-page',
] as const;

export type SourceType = (typeof SOURCE_TYPES)[number];

export interface Source {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** Names as they are to be read, e.g. `Ray Jones`; empty where the publisher alone stands for it. */
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** The newspaper, journal or book in which it stands. */
  readonly container: string | null;
  readonly issued: PartialDate;
  /** Where that stands. */
  readonly issuedPlace: Place;
  readonly type: SourceType;
  readonly url: string | null;
  readonly accessed: Day | null;
  /** Of its title and of what is quoted from it, where not the organisation's. */
  readonly language: string | null;
  /** Under which it is published; null where nobody has said. */
  readonly licence: LicenceId | null;
  /** Its own words for those who show something of it, in place of the licence's. */
  readonly attribution: string | null;
  /** The archived document that it stands for. */
  readonly original: NamedOriginal | null;
  readonly topics: readonly string[];
  /** The ids of its passages, in the file's order. */
  readonly passages: readonly string[];
  readonly place: Place;
}
