/**
 * Select takes a pack's edition and gives the passages for each slot of its template; `reasons.ts` tells of each passage
 * why it is in or out.
 *
 * 1. bar what may never stand in a document for this reader on this date (`eligible.ts`);
 * 2. put each named passage where the edition names it, and warn of one that speaks of another place;
 * 3. fill each slot, in the template's order, with what fits and holds for the document's place: by priority, then newest
 *    source, then id;
 * 4. see what more each slot could take where there is room;
 * 5. hold what came out against the slots' minima.
 */

import { touch } from '../model/area.ts';
import { error, warning, type Message, type Told } from '../diagnostics/message.ts';
import type { Edition, Pack, Passage, Slot, Source, Template } from '../model/project.ts';
import type { Place } from '../diagnostics/place.ts';
import type { FilledSlot, Selection } from '../model/selection.ts';
import type { Day } from '../model/time.ts';
import { documentDate, isTaken, type Catalogue } from './catalogue.ts';
import { laterSource, laterThan } from './eligible.ts';
import type { Openings } from './openings.ts';

/** Chooses the passages of one edition. The names in the edition are known to exist. */
export const select = (catalogue: Catalogue, pack: Pack, edition: Edition): Told<Selection> => {
  const template = catalogue.project.templates.get(edition.template);
  if (!template) throw new Error(`the template ${edition.template} was not loaded`);
  const choice = new Choice(catalogue, pack, edition);
  const named = choice.named(template);
  const filled = template.slots.map((slot) => choice.fill(slot, named.get(slot.id) ?? []));
  const slots = choice.reserve(filled);
  const value = { slots, rank: catalogue.rank, superseded: choice.openings.superseded };
  return { value, messages: choice.messages };
};

class Choice {
  readonly messages: Message[] = [];
  readonly openings: Openings;
  readonly #catalogue: Catalogue;
  readonly #pack: Pack;
  readonly #edition: Edition;
  /** The ids of the passages that have their place. */
  readonly #chosen = new Set<string>();
  /** By slot, how many of the passages that are named for it can't be used. */
  readonly #unfitIn = new Map<string, number>();

  constructor(catalogue: Catalogue, pack: Pack, edition: Edition) {
    this.#catalogue = catalogue;
    this.#pack = pack;
    this.#edition = edition;
    this.openings = catalogue.openings(pack, edition);
  }

  /** The passages that the edition names, by slot; those that can't be used are reported. */
  named(template: Template): ReadonlyMap<string, readonly Passage[]> {
    return new Map(
      template.slots.map((slot) => {
        const passages = (this.#edition.slots.get(slot.id)?.passages ?? []).flatMap(({ id, place }) => {
          const passage = this.#catalogue.project.passages.get(id);
          if (!passage) return [];
          const why = this.#unfit(passage, slot);
          if (why) {
            this.#sayUnfit(passage, place, slot, why);
            return [];
          }
          this.#sayElsewhere(passage, place);
          this.#chosen.add(id);
          return [passage];
        });
        return [slot.id, passages];
      }),
    );
  }

  /** Says a named passage that can't be used; where the date of its source is the reason, that, however many are named. */
  #sayUnfit(passage: Passage, place: Place, slot: Slot, why: string): void {
    this.#unfitIn.set(slot.id, (this.#unfitIn.get(slot.id) ?? 0) + 1);
    const later = this.#later(passage);
    if (later) return this.#sayLater(later, place);
    const text = `\`${passage.id}\` is named for the slot \`${slot.id}\` but can't be used: ${why}`;
    this.messages.push(
      error('named-passage', place, text, {
        remedy: 'Name another passage, or mend this one where it stands.',
        related: [{ place: passage.place, text: 'the passage' }],
      }),
    );
  }

  /** The source of a passage, where its date alone bars that. */
  #later(passage: Passage): Source | null {
    const source = laterSource(passage, this.#catalogue.project, this.#date);
    return source && this.openings.barred(passage) === laterThan(source) ? source : null;
  }

  #sayLater({ issued, issuedPlace }: Source, wanted: Place): void {
    const text = `This source is of ${issued}, after the date of documents that want its passages`;
    const remedy = 'Correct the date, or that of the documents; or let them name other passages.';
    const related = [{ place: wanted, text: `wanted here, in a document of ${this.#date}` }];
    this.messages.push(error('later-source', issuedPlace, text, { remedy, related }));
  }

  get #date(): Day {
    return documentDate(this.#pack, this.#edition);
  }

  /** Fills one slot: the named first, then the best of what fits, up to the number aimed at. */
  fill(slot: Slot, named: readonly Passage[]): Omit<FilledSlot, 'reserve'> {
    const choice = this.#edition.slots.get(slot.id);
    const most = this.#most(slot);
    const aim = Math.min(slot.ideal ?? Infinity, most);
    if (named.length > most)
      this.messages.push(
        error(
          'slot-maximum',
          choice?.place ?? this.#edition.place,
          `The slot \`${slot.id}\` is given ${named.length} passages; it takes at most ${most}`,
          { remedy: 'Name fewer.' },
        ),
      );
    const rest = firstOf(this.openings.fitting(slot), aim - named.length, ({ id }) => !this.#chosen.has(id));
    for (const { id } of rest) this.#chosen.add(id);
    const passages = [...named, ...rest];
    // What was named and can't be used is said already.
    const unfit = this.#unfitIn.get(slot.id) ?? 0;
    if (passages.length + unfit < slot.min) this.#belowMinimum(slot, passages.length, choice?.place);
    return { slot, passages, named: named.length };
  }

  /** What each slot may take beyond the number aimed at. A passage waits for one slot: the first that it fits. */
  reserve(filled: readonly Omit<FilledSlot, 'reserve'>[]): readonly FilledSlot[] {
    const waiting = new Set<string>();
    return filled.map((one) => {
      const { slot, passages } = one;
      const isFree = ({ id }: Passage) => !this.#chosen.has(id) && !waiting.has(id);
      const reserve = firstOf(this.openings.fitting(slot), this.#most(slot) - passages.length, isFree);
      for (const { id } of reserve) waiting.add(id);
      return { ...one, reserve };
    });
  }

  #most({ id, max }: Slot): number {
    return Math.min(this.#edition.slots.get(id)?.max ?? Infinity, max ?? Infinity);
  }

  /** Warns of a named passage that speaks of a place elsewhere. */
  #sayElsewhere({ id, area, places, place: passage }: Passage, place: Place): void {
    const here = this.#edition.area ?? this.#pack.area;
    if (area === null || here === null || touch(this.#catalogue.project.areas, area, here)) return;
    this.messages.push(
      warning('other-place', place, `\`${id}\` speaks of ${area}, this document of ${here}`, {
        remedy: `Name another passage; or, where one lies in the other, say so in \`sources/places.yaml\`.`,
        related: [{ place: places['area'] ?? passage, text: 'its place' }],
      }),
    );
  }

  /** Why a named passage can't stand in its slot; its topic does not matter, since the pack asks for it by name. */
  #unfit(passage: Passage, slot: Slot): string | null {
    if (isTaken(passage, slot)) return this.openings.barred(passage);
    return `it is ${described(passage)}, and the slot takes ${slot.kinds.join(', ')}${showWhere(slot)}`;
  }

  #belowMinimum(slot: Slot, found: number, place = this.#edition.place): void {
    const later = this.openings.suited(slot).flatMap((passage) => this.#later(passage) ?? []);
    if (found + later.length >= slot.min)
      return [...new Set(later)].forEach((source) => this.#sayLater(source, place));
    this.messages.push(
      error(
        'slot-minimum',
        place,
        `The slot \`${slot.id}\` of ${this.#pack.id}/${this.#edition.id} has ${found} of the ${slot.min} passages that its template asks for`,
        {
          remedy: `Write more of \`${slot.kinds.join('` or `')}\`${showWhere(slot)} on one of the document's topics (${this.openings.topicsOf(slot).join(', ')}), or see \`despatch explain ${this.#pack.id} ${this.#edition.id}\` for what is left out and why.`,
        },
      ),
    );
  }
}

const showWhere = (slot: Slot): string =>
  Object.entries(slot.where)
    .map(([name, values]) => ` with ${name}=${values.join('|')}`)
    .join('');

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
