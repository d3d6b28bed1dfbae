/** A pack, and the editions in which it is made. */

import type { Root } from 'mdast';
import type { Copy } from './copies.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Day, Moment } from './time.ts';
import type { Variant } from './variant.ts';

export interface Pack {
  /** The file's stem. */
  readonly id: string;
  readonly title: string;
  /** Site address + short is the printed address. */
  readonly short: string | null;
  readonly date: Day;
  readonly status: 'draft' | 'approved';
  readonly topics: readonly string[];
  /** The place that it speaks of. */
  readonly area: string | null;
  readonly summary: Text | null;
  /** What it is for, e.g. `Second Reading, 8 January 2025`. */
  readonly event: string | null;
  /** Whether every build makes its documents, or only one that names it. */
  readonly build: 'always' | 'on-request';
  readonly editions: readonly Edition[];
  /** Whether it is election material, as an editor has decided; null where nobody has. */
  readonly imprint: ImprintDecision | null;
  /** What has changed since it was first issued, as it is written. */
  readonly revisions: readonly Revision[];
  readonly place: Place;
}

/** What an editor has decided; why, and who that was, are asides. */
export interface ImprintDecision {
  readonly material: boolean;
  readonly place: Place;
}

/** A change of a pack that was issued before. */
export interface Revision {
  readonly date: Day;
  readonly note: string;
  /** Whether something had been wrong. */
  readonly correction: boolean;
}

export interface Edition {
  readonly id: string;
  readonly audience: string;
  readonly template: string;
  /** Id of the table with a row for each whom it is made for; null where it is one document for all. */
  readonly recipients: string | null;
  /** At least one, in the order of `VARIANTS`. */
  readonly variants: readonly Variant[];
  readonly date: Day | null;
  readonly embargo: Moment | null;
  /** In place of the audience's. */
  readonly language: string | null;
  /** In place of the pack's. */
  readonly area: string | null;
  readonly headline: Text | null;
  readonly summary: Text | null;
  readonly event: string | null;
  /** The copies for print beside its PDF; null where it leaves that to the template. */
  readonly copies: readonly Copy[] | null;
  /** Passages that it does without, though they fit. */
  readonly leftOut: readonly Named[];
  /** What the pack says of the template's slots, by slot. */
  readonly slots: ReadonlyMap<string, SlotChoice>;
  /** Where its key stands in the pack. */
  readonly place: Place;
}

/** A line or two of Markdown in YAML. */
export interface Text {
  readonly text: Root;
  readonly place: Place;
}

export interface SlotChoice {
  /** Passages named, in this order; the one that leads is the first. */
  readonly passages: readonly Named[];
  /** Id of the one passage that leads the document: it is set larger than the others, and never left out. */
  readonly lead: string | null;
  /** A maximum below the template's. */
  readonly max: number | null;
  readonly place: Place;
}

export interface Named {
  readonly id: string;
  readonly place: Place;
}
