/** What select decides: which passages stand in which slot; and why each of the library is in or out. */

import type { Place } from '../diagnostics/place.ts';
import type { Passage } from './passage.ts';
import type { Slot } from './template.ts';
import type { Source } from './source.ts';
import type { Day } from './time.ts';

export interface Selection {
  /** The document's date. */
  readonly date: Day;
  /** In the template's order; empty slots too. */
  readonly slots: readonly FilledSlot[];
  /** The place of each passage of the library in the ranking, by id; 0 for the best. */
  readonly rank: ReadonlyMap<string, number>;
  /** By the id of each passage that is superseded for this reader, the id of one that takes its place. */
  readonly superseded: ReadonlyMap<string, string>;
}

/** What of a selection is a recipient's own. */
export interface Locality {
  /** The place that its documents speak of; null where the table does not say. */
  readonly place: string | null;
  /** Why a passage has nothing to say to this recipient, in words that go on from its id; null where it has. */
  readonly lacking: (passage: Passage) => string | null;
  /** Why a slot has no heading for this recipient, so that it stays empty; null where it has. */
  readonly closed: (slot: Slot) => string | null;
}

/** The passages that a document may show: those chosen, and what it takes in where there is room. */
export const candidatesOf = ({ slots }: Pick<Selection, 'slots'>): readonly Passage[] =>
  slots.flatMap(({ passages, reserve }) => [...passages, ...reserve]);

export interface FilledSlot {
  readonly slot: Slot;
  readonly passages: readonly Passage[];
  /** How many of them the pack names: these come first. */
  readonly named: number;
  /** What it takes in besides where there is room, the best first. */
  readonly reserve: readonly Passage[];
  /** The most that it may hold here. */
  readonly most: number;
  /** What the pack names for it and can't be used. */
  readonly unfit: readonly Unfit[];
  /** Null where it has as many as it asks for, counting those. */
  readonly lack: Lack | null;
}

/** A named passage that can't be used. */
export interface Unfit {
  readonly passage: Passage;
  /** Where it is named. */
  readonly place: Place;
  /** In words that go on from its id. */
  readonly why: string;
  /** Its source, where the date of that is the reason. */
  readonly later: Source | null;
}

/** What a slot lacks that is below its minimum. */
export interface Lack {
  /** The topics that it asks for. */
  readonly topics: readonly string[];
  /** For each passage that would do but for the date of its source, that source. */
  readonly later: readonly Source[];
}

export interface Reason {
  readonly passage: string;
  /** The slot where it stands; null where it is out. */
  readonly slot: string | null;
  /** The sort of reason: what is nearest to being in the document comes first. `room` was chosen, and left out to fit. */
  readonly because: 'chosen' | 'room' | 'full' | 'barred' | 'area' | 'kind' | 'topic';
  /** Why, in words that go on from the passage's id, e.g. `named by the pack`, `draft`. */
  readonly why: string;
}
