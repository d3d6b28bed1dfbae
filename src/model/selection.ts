/** What select decides: which passages stand in which slot; and why each of the library is in or out. */

import type { Passage, Slot } from './project.ts';

export interface Selection {
  /** In the template's order; empty slots too. */
  readonly slots: readonly FilledSlot[];
  /** The place of each passage of the library in the ranking, by id; 0 for the best. */
  readonly rank: ReadonlyMap<string, number>;
  /** By the id of each passage that is superseded for this reader, the id of one that takes its place. */
  readonly superseded: ReadonlyMap<string, string>;
}

export interface FilledSlot {
  readonly slot: Slot;
  readonly passages: readonly Passage[];
  /** How many of them the pack names: these come first. */
  readonly named: number;
  /** What it takes in besides where there is room, the best first. */
  readonly reserve: readonly Passage[];
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
