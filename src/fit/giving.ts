/** In which order a document's passages go, where its pages are too short for them. */

/** A passage that a document may hold. */
export interface Candidate {
  readonly id: string;
  readonly slot: string;
  /** 1 is kept at all costs, 5 goes first. */
  readonly priority: number;
  readonly named: boolean;
  /** Its place among all passages of the library, the best first. */
  readonly rank: number;
  /** Ids of passages that come and go with it: what a rebuttal answers. */
  readonly brings: readonly string[];
  /** Ids of passages that its text leads to: these have to stay while it stays. */
  readonly links: readonly string[];
}

export interface Stock {
  /** What was selected, in reading order. */
  readonly chosen: readonly Candidate[];
  /** What slots take in besides where there is room. */
  readonly reserve: readonly Candidate[];
  /** The least number of passages, by slot. */
  readonly minima: ReadonlyMap<string, number>;
}

/** A document that has given nothing holds all that was selected and all of the reserve. */
export interface Giving {
  /** Ids in the order in which they go. */
  readonly order: readonly string[];
  /** How many of these, the first, are of the reserve. */
  readonly reserve: number;
  /** How many of these, the first, go before the type shrinks. */
  readonly light: number;
}

/**
 * First the reserve, the worst first. Of what was selected, priority 5 goes first; then, when the type has shrunk as
 * far as it may, 4, 3 and 2, the worst first; at last what the pack names, the last named first. Never priority 1, nor
 * one that its slot must have, nor one that a passage which stays leads to.
 */
export const givingOf = ({ chosen, reserve, minima }: Stock): Giving => {
  const taken = takeIn(chosen, reserve);
  const kept = new Kept(chosen, minima);
  const unnamed = chosen.filter(({ named }) => !named).toSorted((a, b) => b.rank - a.rank);
  // Sorting is stable: of one priority, the last named goes first.
  const named = chosen
    .filter((one) => one.named)
    .toReversed()
    .toSorted((a, b) => b.priority - a.priority);
  const first = kept.give(unnamed.filter(({ priority }) => priority === 5));
  const rest = [...kept.give(unnamed), ...kept.give([...unnamed, ...named])];
  const extra = taken.toReversed();
  return {
    order: [...extra, ...first, ...rest],
    reserve: extra.length,
    light: extra.length + first.length,
  };
};

/** The reserve that may be taken in, the best first: without what leads to a passage that would not be there. */
const takeIn = (chosen: readonly Candidate[], reserve: readonly Candidate[]): readonly string[] => {
  const there = new Set(chosen.flatMap(({ id, brings }) => [id, ...brings]));
  return reserve
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ id, brings, links }) => {
      if (links.some((link) => !there.has(link) && link !== id && !brings.includes(link))) return [];
      for (const each of [id, ...brings]) there.add(each);
      return [id];
    });
};

/** The passages that a document still holds. */
class Kept {
  readonly #kept: Set<Candidate>;
  readonly #minima: ReadonlyMap<string, number>;

  constructor(chosen: readonly Candidate[], minima: ReadonlyMap<string, number>) {
    this.#kept = new Set(chosen);
    this.#minima = minima;
  }

  /** Gives all of these that may go, the first first. What has gone may free one before it that it led to. */
  give(queue: readonly Candidate[]): readonly string[] {
    const gone: string[] = [];
    for (;;) {
      const next = queue.find((one) => this.#mayGo(one));
      if (!next) return gone;
      this.#kept.delete(next);
      gone.push(next.id);
    }
  }

  #mayGo(one: Candidate): boolean {
    if (!this.#kept.has(one) || one.priority === 1) return false;
    const others = [...this.#kept].filter((other) => other !== one);
    const left = others.filter(({ slot }) => slot === one.slot).length;
    if (left < (this.#minima.get(one.slot) ?? 0)) return false;
    return !others.some(({ links }) => links.some((link) => link === one.id || one.brings.includes(link)));
  }
}
