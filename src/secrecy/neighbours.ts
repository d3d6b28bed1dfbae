/** What the documents of an edition tell each of its recipients alone: in any other of these documents it is a leak. */

import { numbersOf, rowMark } from './marks.ts';
import type { Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { SHINGLE } from './words.ts';

/** A document of the edition, with what it says in words of its recipient's own, and all that it says. */
export interface Neighbour {
  readonly held: HeldText;
  readonly said: () => readonly (readonly string[])[];
}

/** Stands for several: what they have in common tells nothing of one. */
const SEVERAL = -1;

export class Neighbours {
  readonly #all: readonly Neighbour[];
  /** By the mark of a shingle, whose it is. */
  readonly #owners = new Map<number, number>();

  constructor(all: readonly Neighbour[]) {
    this.#all = all;
    all.forEach(({ held }, index) => {
      for (const mark of new Set(held.pieces.flatMap((words) => [...shinglesOf(words)])))
        this.#owners.set(mark, this.#owners.has(mark) ? SEVERAL : index);
    });
  }

  /** Of some marks, what is another recipient's than that of a document. */
  unfit(marks: Int32Array, of: number): readonly Sign[] {
    const strange = [...marks].flatMap((mark) => {
      const owner = this.#owners.get(mark) ?? SEVERAL;
      return owner === SEVERAL || owner === of ? [] : [[mark, owner] as const];
    });
    if (!strange.length) return [];
    const own = new Set((this.#all[of]?.said() ?? []).flatMap((words) => [...shinglesOf(words)]));
    return strange.flatMap(([mark, owner]) => (own.has(mark) ? [] : this.#signs(mark, owner)));
  }

  /** The words of a mark. */
  #signs(mark: number, owner: number): readonly Sign[] {
    const held = this.#all[owner]?.held;
    const found = held?.pieces.flatMap((words) => {
      const at = [...shinglesOf(words)].indexOf(mark);
      return at < 0 ? [] : [words.slice(at, at + SHINGLE)];
    });
    return held && found ? found.map((words) => ({ sort: 'words', words, texts: [held] })) : [];
  }
}

function* shinglesOf(words: readonly string[]): Iterable<number> {
  const numbers = numbersOf(words);
  for (let at = 0; at + SHINGLE <= words.length; at += 1) yield rowMark(numbers, at, SHINGLE);
}
