/** Which of a document's passages may stay, where its pages are too short for all of them. */

/** A passage that a document may hold. */
export interface Candidate {
  readonly id: string;
  readonly slot: string;
  /** 1 is kept at all costs, 5 goes first. */
  readonly priority: number;
  readonly named: boolean;
  /** Its place among the document’s candidates, the best first. */
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

/** Ids of passages that stay. */
export type Kept = ReadonlySet<string>;

/** How tall passages are, by id; what is not known counts as nothing. */
export type Heights = Readonly<Record<string, number>>;

/** The passages of a stock in the order of their worth. All lists are of ids, the best first. */
export class Keeping {
  /** Priority 1: never goes, nor does what it leads to. */
  readonly fixed: Kept;
  /** Goes only when the type is as small as it may be: what the pack names, then priority 2, 3 and 4. */
  readonly heavy: readonly string[];
  /** Goes before the type shrinks: priority 5 that the pack does not name. */
  readonly light: readonly string[];
  /** Without what leads to a passage that the document can't have. */
  readonly reserve: readonly string[];
  /** All that was selected. */
  readonly selected: Kept;
  readonly #all: ReadonlyMap<string, Candidate>;
  readonly #minima: ReadonlyMap<string, number>;

  constructor({ chosen, reserve, minima }: Stock) {
    const usable = withLinks(reserve, chosen);
    this.#all = new Map([...chosen, ...usable].map((one) => [one.id, one]));
    this.#minima = minima;
    const mayGo = chosen.filter(({ priority }) => priority !== 1);
    const byRank = (some: readonly Candidate[]) => some.toSorted((a, b) => a.rank - b.rank);
    const unnamed = byRank(mayGo.filter(({ named }) => !named));
    // Sorting is stable: of one priority, the first named is the best.
    const named = mayGo.filter((one) => one.named).toSorted((a, b) => a.priority - b.priority);
    this.heavy = idsOf([...named, ...unnamed.filter(({ priority }) => priority < 5)]);
    this.light = idsOf(unnamed.filter(({ priority }) => priority === 5));
    this.reserve = idsOf(byRank(usable));
    this.selected = new Set(idsOf(chosen));
    const first = idsOf(chosen.filter(({ priority }) => priority === 1));
    this.fixed = this.together(first, new Set()) ?? new Set(first);
  }

  /** What of the selected and the reserve does not stay. */
  without(kept: Kept): readonly string[] {
    return [...this.#all.keys()].filter((id) => !kept.has(id));
  }

  isWhole(kept: Kept): boolean {
    return [...this.selected].every((id) => kept.has(id));
  }

  /** Whether something is kept that has to go before the type shrinks. */
  isLoose(kept: Kept): boolean {
    return [...this.light, ...this.reserve].some((id) => this.#mayGo(id, kept));
  }

  /** These, and all that they lead to; null where some of that has gone. */
  together(ids: Iterable<string>, gone: Kept): Kept | null {
    const kept = new Set(ids);
    for (const id of kept) {
      // A set that grows while it is walked through is walked through to its new end.
      for (const link of this.#all.get(id)?.links ?? []) {
        const holders = this.#holders(link);
        if (!holders.length || holders.some((holder) => kept.has(holder))) continue;
        const next = holders.find((holder) => !gone.has(holder));
        if (next === undefined) return null;
        kept.add(next);
      }
    }
    return kept;
  }

  /** These, and the shortest of what is left and has not gone that their slots must have besides. */
  filled(kept: Kept, gone: Kept, heights: Heights = {}): Kept {
    let all = kept;
    for (const slot of this.#minima.keys())
      while (this.lacks(slot, all)) {
        const size = (set: Kept) => [...set].reduce((sum, id) => sum + (heights[id] ?? 0), 0);
        const larger = [...this.heavy, ...this.light]
          .filter((id) => this.slotOf(id) === slot && !all.has(id) && !gone.has(id))
          .flatMap((id) => this.together([...all, id], gone) ?? [])
          .toSorted((a, b) => size(a) - size(b));
        if (!larger[0]) break;
        all = larger[0];
      }
    return all;
  }

  /** Whether a slot has fewer passages than it must. */
  lacks(slot: string, kept: Kept): boolean {
    return this.#count(slot, kept) < (this.#minima.get(slot) ?? 0);
  }

  slotOf(id: string): string {
    return this.#all.get(id)?.slot ?? '';
  }

  /** Without priority 5 but for what slots must have, and without the reserve. */
  mild(kept: Kept): Kept {
    const gone = new Set(this.without(kept));
    const heavy = [...this.fixed, ...this.heavy].filter((id) => kept.has(id));
    return this.filled(this.together(heavy, gone) ?? kept, gone);
  }

  /** Without the worst that may go; null where none may. Heavy ones may if `all` do. */
  withoutWorst(kept: Kept, all: boolean): Kept | null {
    const worst = [...(all ? this.heavy : []), ...this.light, ...this.reserve].findLast((id) =>
      this.#mayGo(id, kept),
    );
    return worst === undefined ? null : new Set([...kept].filter((id) => id !== worst));
  }

  #mayGo(id: string, kept: Kept): boolean {
    if (!kept.has(id) || this.fixed.has(id)) return false;
    const slot = this.slotOf(id);
    if (this.selected.has(id) && this.#count(slot, kept) <= (this.#minima.get(slot) ?? 0)) return false;
    const rest = new Set([...kept].filter((other) => other !== id));
    return this.together(rest, new Set([id]))?.size === rest.size;
  }

  #count(slot: string, kept: Kept): number {
    return [...kept].filter((id) => this.slotOf(id) === slot).length;
  }

  /** The passages that are what a link leads to, or bring it with them. */
  #holders(link: string): readonly string[] {
    return [...this.#all.values()].filter((one) => holds(one, link)).map(({ id }) => id);
  }
}

const idsOf = (some: readonly Candidate[]): readonly string[] => some.map(({ id }) => id);

const holds = ({ id, brings }: Candidate, link: string): boolean => id === link || brings.includes(link);

const withLinks = (reserve: readonly Candidate[], chosen: readonly Candidate[]): readonly Candidate[] => {
  const all = [...chosen, ...reserve];
  const left = reserve.filter(({ links }) => links.every((link) => all.some((one) => holds(one, link))));
  return left.length === reserve.length ? left : withLinks(left, chosen);
};
