import type { Message, Say } from '../diagnostics/message.ts';
import type { Excuse } from '../model/excuse.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Aside } from '../model/project.ts';

/** What a name stands for; slots are named within their template. */
export type Sort =
  | 'topic'
  | 'audience'
  | 'kind'
  | 'template'
  | 'source'
  | 'passage'
  | 'printer'
  | 'table'
  | `slot of ${string}`;

/** Two packs may not have the same one, and nothing uses it. */
type Defined = Sort | 'short name';

/** Areas are known from passages too, images by their files. */
type Used = Sort | 'area' | 'image';

/** A name at its place. */
export interface Definition {
  readonly sort: Defined;
  readonly name: string;
  readonly place: Place;
}

export interface Use<Of = Used> {
  readonly sort: Of;
  readonly name: string;
  readonly place: Place;
  readonly how: How;
}

export interface How {
  /** A further way to mend it. */
  readonly or?: string;
  /** Of a passage that is named for a slot: the kinds that this takes, and the ids that are named beside it. */
  readonly kinds?: readonly string[];
  readonly beside?: readonly string[];
}

/** All that one file says, by itself: names that other files define are looked up when every file has been read. */
export interface Reading<Value> {
  /** Null where the file could not be read. */
  readonly value: Value | null;
  readonly defines: readonly Definition[];
  readonly uses: readonly Use[];
  /** Sorts of which some definitions could not be read: an unknown name may be among them. */
  readonly unsure: readonly Sort[];
  readonly excuses: readonly Excuse[];
  readonly asides: readonly Aside[];
  readonly messages: readonly Message[];
}

/** The names in one file, as its reader comes upon them. */
export class Names {
  readonly defines: Definition[] = [];
  readonly uses: Use[] = [];
  readonly #unsure = new Set<Sort>();

  define(sort: Defined, name: string, place: Place): void {
    this.defines.push({ sort, name, place });
  }

  use(sort: Used, name: string, place: Place, how: How = {}): void {
    this.uses.push({ sort, name, place, how });
  }

  /** Some definitions of these sorts could not be read. */
  unsure(sorts: readonly Sort[]): void {
    for (const sort of sorts) this.#unsure.add(sort);
  }

  get unsureOf(): readonly Sort[] {
    return [...this.#unsure];
  }
}

/** Where a reader puts what it finds beside the value. */
export interface Findings {
  readonly names: Names;
  readonly say: Say;
  /** Takes what is for editors alone. */
  readonly setAside: (asides: readonly Aside[]) => void;
}

/** The same, where a whole file is read. */
export interface FileFindings extends Findings {
  readonly excuse: (excuse: Excuse) => void;
}

/** Takes down all that `read` finds. */
export const reading = <Value>(read: (findings: FileFindings) => Value | null): Reading<Value> => {
  const names = new Names();
  const messages: Message[] = [];
  const excuses: Excuse[] = [];
  const asides: Aside[] = [];
  const value = read({
    names,
    say: (message) => void messages.push(message),
    excuse: (excuse) => void excuses.push(excuse),
    setAside: (some) => void asides.push(...some),
  });
  const { defines, uses, unsureOf: unsure } = names;
  return { value, defines, uses, unsure, excuses, asides, messages };
};
