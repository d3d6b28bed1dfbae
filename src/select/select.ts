/**
 * Select takes a pack's edition and gives the passages for each slot of its template; `reasons.ts` tells of each passage
 * why it is in or out.
 *
 * 1. bar what may never stand in a document for this reader on this date (`eligible.ts`);
 * 2. put each named passage where the edition names it, and set aside what can't be used;
 * 3. fill each slot, in the template's order, with what fits and holds for the document's place: by priority, then newest
 *    source, then id;
 * 4. see what more each slot could take where there is room.
 *
 * What is wrong with it is for the rules to say (`rules/pack/`).
 */

import type { Edition, Pack } from '../model/pack.ts';
import type { Passage } from '../model/passage.ts';
import type { Slot, Template } from '../model/template.ts';
import type { Source } from '../model/source.ts';
import type { FilledSlot, Lack, Locality, Selection, Unfit } from '../model/selection.ts';
import { showWhere } from '../model/slot.ts';
import { documentDate } from '../model/release.ts';
import type { Day } from '../model/time.ts';
import { isTaken, type Catalogue } from './catalogue.ts';
import { laterSource, laterThan } from './eligible.ts';
import type { Openings } from './openings.ts';

/** Chooses the passages of one edition, perhaps for one recipient. The names in the edition are known to exist. */
export const select = (
  catalogue: Catalogue,
  pack: Pack,
  edition: Edition,
  locality: Locality | null = null,
): Selection => {
  const template = catalogue.project.templates.get(edition.template);
  if (!template) throw new Error(`the template ${edition.template} was not loaded`);
  const choice = new Selector(catalogue, pack, edition, catalogue.openings(pack, edition, locality));
  const named = choice.named(template);
  const filled = template.slots.map((slot) => choice.fill(slot, named.get(slot) ?? NONE_NAMED));
  const { rank } = catalogue;
  const { superseded } = choice.openings;
  return { date: choice.date, slots: choice.reserve(filled), rank, superseded };
};

/** What an edition names for a slot. */
interface NamedFor {
  /** What can be used of it. */
  readonly passages: readonly Passage[];
  readonly unfit: readonly Unfit[];
}

const NONE_NAMED: NamedFor = { passages: [], unfit: [] };

class Selector {
  readonly openings: Openings;
  readonly date: Day;
  readonly #catalogue: Catalogue;
  readonly #edition: Edition;
  /** The ids of the passages that have their place. */
  readonly #chosen = new Set<string>();

  constructor(catalogue: Catalogue, pack: Pack, edition: Edition, openings: Openings) {
    this.#catalogue = catalogue;
    this.#edition = edition;
    this.date = documentDate(pack, edition);
    this.openings = openings;
  }

  /** The passages that the edition names, by slot. */
  named(template: Template): ReadonlyMap<Slot, NamedFor> {
    return new Map(template.slots.map((slot) => [slot, this.#namedFor(slot)]));
  }

  #namedFor(slot: Slot): NamedFor {
    const passages: Passage[] = [];
    const unfit: Unfit[] = [];
    for (const { id, place } of this.#edition.slots.get(slot.id)?.passages ?? []) {
      const passage = this.#catalogue.project.passages.get(id);
      // What one recipient has no figure for, others may have: it is left out for that one.
      if (!passage || this.openings.lacking(passage) !== null) continue;
      const why = this.#unfit(passage, slot);
      if (why) unfit.push({ passage, place, why, later: this.#later(passage) });
      else passages.push(passage);
      if (!why) this.#chosen.add(id);
    }
    return { passages, unfit };
  }

  /** The source of a passage, where its date alone bars that. */
  #later(passage: Passage): Source | null {
    const source = laterSource(passage, this.#catalogue.project, this.date);
    return source && this.openings.barred(passage) === laterThan(source) ? source : null;
  }

  /** Fills one slot: the named first, then the best of what fits, up to the number aimed at. */
  fill(slot: Slot, { passages: named, unfit }: NamedFor): Omit<FilledSlot, 'reserve'> {
    const most = Math.min(this.#edition.slots.get(slot.id)?.max ?? Infinity, slot.max ?? Infinity);
    const aim = Math.min(slot.ideal ?? Infinity, most);
    const rest = firstOf(this.openings.fitting(slot), aim - named.length, ({ id }) => !this.#chosen.has(id));
    for (const { id } of rest) this.#chosen.add(id);
    const passages = [...named, ...rest];
    const lack = passages.length + unfit.length < slot.min ? this.#lackOf(slot) : null;
    return { slot, passages, named: named.length, most, unfit, lack };
  }

  #lackOf(slot: Slot): Lack {
    const later = this.openings.suited(slot).flatMap((passage) => this.#later(passage) ?? []);
    return { topics: this.openings.topicsOf(slot), later };
  }

  /** What each slot may take beyond the number aimed at. A passage waits for one slot: the first that it fits. */
  reserve(filled: readonly Omit<FilledSlot, 'reserve'>[]): readonly FilledSlot[] {
    const waiting = new Set<string>();
    return filled.map((one) => {
      const { slot, passages, most } = one;
      const isFree = ({ id }: Passage) => !this.#chosen.has(id) && !waiting.has(id);
      const reserve = firstOf(this.openings.fitting(slot), most - passages.length, isFree);
      for (const { id } of reserve) waiting.add(id);
      return { ...one, reserve };
    });
  }

  /** Why a named passage can't stand in its slot; its topic does not matter, since the pack asks for it by name. */
  #unfit(passage: Passage, slot: Slot): string | null {
    const closed = this.openings.closed(slot);
    if (closed !== null) return `the heading of the slot has merge fields, and ${closed}`;
    if (isTaken(passage, slot)) return this.openings.barred(passage);
    return `it is ${described(passage)}, and the slot takes ${slot.kinds.join(', ')}${showWhere(slot)}`;
  }
}

/** e.g. `an ask`, `a question (oral)`. */
export const described = (passage: Passage): string => {
  const trait = passage.kind === 'question' ? ` (${passage.attributes['for']})` : '';
  return `${/^[aeiou]/u.test(passage.kind) ? 'an' : 'a'} ${passage.kind}${trait}`;
};

/** The first of these that pass, up to a number of them. */
const firstOf = (
  passages: readonly Passage[],
  most: number,
  passes: (passage: Passage) => boolean,
): readonly Passage[] => {
  const found: Passage[] = [];
  for (const passage of passages) {
    if (found.length >= most) break;
    if (passes(passage)) found.push(passage);
  }
  return found;
};
