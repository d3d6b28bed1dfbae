/** Which passages may stand in which slot of a document, for one kind of reader, of one place and one range of topics. */

import { covers, type Areas } from '../model/area.ts';
import { memo } from '../model/memo.ts';
import type { Passage } from '../model/passage.ts';
import type { Slot } from '../model/template.ts';
import type { Locality } from '../model/selection.ts';
import type { Ineligible } from './eligible.ts';

/** What decides it. */
export interface SelectionScope {
  readonly ineligible: Ineligible;
  /** Those that the document is about; it is about no place, where there is none. */
  readonly places: readonly string[];
  readonly areas: Areas;
  /** The topics of slots that have none of their own. */
  readonly topics: readonly string[];
  /** The passages that a slot takes on some topics, whoever is to read them, the best first. */
  readonly suited: (slot: Slot, topics: readonly string[]) => readonly Passage[];
  /** Why the merge fields of a slot's heading can't be filled for these readers; null where they can. */
  readonly closed: (slot: Slot) => string | null;
  /** The ids of passages that the pack leaves out. */
  readonly leftOut: ReadonlySet<string>;
}

/** The one recipient for whom openings are, and those for all recipients, wherever they are. */
interface Own {
  readonly locality: Locality;
  readonly shared: Openings;
}

const LEFT_OUT = 'the pack leaves it out';

export class Openings {
  readonly #scope: SelectionScope;
  readonly #own: Own | null;
  readonly #fitting = new Map<Slot, readonly Passage[]>();
  /** Whether what is said of a place holds for one of the document's. */
  readonly #covering = new Map<string, boolean>();

  constructor(scope: SelectionScope, own: Own | null = null) {
    this.#scope = scope;
    this.#own = own;
  }

  /** Of openings for all recipients, wherever they are, those for one who is there. */
  for(locality: Locality, places: readonly string[]): Openings {
    return new Openings({ ...this.#scope, places }, { locality, shared: this });
  }

  /** By the id of each passage that one which may stand there supersedes, the id of that. */
  get superseded(): Ineligible['superseded'] {
    return this.#scope.ineligible.superseded;
  }

  get places(): readonly string[] {
    return this.#scope.places;
  }

  /** Why a passage may stand in no document for this reader; null where it may. */
  barred(passage: Passage): string | null {
    return this.#scope.ineligible.why.get(passage.id) ?? this.#leftOut(passage) ?? this.lacking(passage);
  }

  #leftOut({ id, attributes: { against = '' } }: Passage): string | null {
    const { leftOut } = this.#scope;
    if (leftOut.has(id)) return LEFT_OUT;
    return leftOut.has(against) ? `it answers \`${against}\`, which is out: ${LEFT_OUT}` : null;
  }

  /** Why a passage has nothing to say to the one recipient; null where it has. */
  lacking(passage: Passage): string | null {
    return this.#own?.locality.lacking(passage) ?? null;
  }

  /** Why the merge fields of a slot's heading can't be filled, so that it stays empty; null where they can. */
  closed(slot: Slot): string | null {
    return this.#scope.closed(slot) ?? this.#own?.locality.closed(slot) ?? null;
  }

  /** The passages that fit a slot by kind and topic, whoever is to read them, the best first. */
  suited(slot: Slot): readonly Passage[] {
    return this.#scope.suited(slot, this.topicsOf(slot));
  }

  /** The passages that fit a slot by kind, topic, place and reader, the best first. */
  fitting(slot: Slot): readonly Passage[] {
    return memo(this.#fitting, slot, () => {
      if (this.closed(slot) !== null) return [];
      // Most of the library is out for all recipients alike.
      const open = this.#own
        ? this.#own.shared.fitting(slot).filter((passage) => this.lacking(passage) === null)
        : this.suited(slot).filter((passage) => this.barred(passage) === null);
      return open.filter((passage) => this.holdsHere(passage));
    });
  }

  /** The topics that a slot asks for: its own, else those of the pack. */
  topicsOf({ topics }: Slot): readonly string[] {
    return topics ?? this.#scope.topics;
  }

  /** Whether what a passage says holds for a place of the document: it speaks of that, or of one that it lies in. */
  holdsHere({ area }: Passage): boolean {
    const { areas, places } = this.#scope;
    if (area === null || !places.length) return true;
    return memo(this.#covering, area, () => places.some((place) => covers(areas, area, place)));
  }
}
