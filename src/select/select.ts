/**
 * Select takes a pack's edition and gives the passages for each slot of its template, with the reason for each
 * passage of the library, in or out.
 *
 * 1. bar what may never stand in a document for this reader on this date (`eligible.ts`);
 * 2. put each named passage where the edition names it, and warn of one that speaks of another place;
 * 3. fill each slot, in the template's order, with what fits and holds for the document's place: by priority, then newest
 *    source, then id;
 * 4. see what more each slot could take where there is room;
 * 5. hold what came out against the slots' minima.
 */

import { shownAttributes } from '../model/passage.ts';
import { covers, touch } from '../model/area.ts';
import { error, warning, type Message, type Told } from '../model/message.ts';
import type { Edition, Pack, Passage, Project, Slot, Template } from '../model/project.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Place } from '../model/place.ts';
import type { FilledSlot, Reason, Selection } from '../model/selection.ts';
import { firstDay, parseMoment, type Day } from '../model/time.ts';
import { ineligible, type Reader } from './eligible.ts';

/** A document's date: the edition's embargo day, else the edition's date, else the pack's. */
export const documentDate = (pack: Pack, edition: Edition): Day =>
  edition.embargo?.day ?? edition.date ?? pack.date;

/** Chooses the passages of one edition. The names in the edition are known to exist. */
export const select = (project: Project, pack: Pack, edition: Edition): Told<Selection> => {
  const template = project.templates.get(edition.template);
  if (!template) throw new Error(`the template ${edition.template} was not loaded`);
  const date = documentDate(pack, edition);
  const reader: Reader = {
    audience: edition.audience,
    date,
    released: edition.embargo?.instant ?? parseMoment(date)?.instant ?? 0,
  };
  const choice = new Choice(project, pack, edition, reader);
  const named = choice.named(template);
  const filled = template.slots.map((slot) => choice.fill(slot, named.get(slot.id) ?? []));
  const slots = choice.reserve(filled);
  const value = {
    slots,
    reasons: choice.reasons(template, slots),
    ranking: choice.ranking(),
    superseded: choice.superseded,
  };
  return { value, messages: choice.messages };
};

class Choice {
  readonly messages: Message[] = [];
  readonly superseded: Selection['superseded'];
  readonly #project: Project;
  readonly #pack: Pack;
  readonly #edition: Edition;
  /** Why a passage may not be used; null where it may. */
  readonly #barred: ReadonlyMap<string, string | null>;
  /** Every passage of the library, the best first. */
  readonly #ranked: readonly Passage[];
  /** Where each chosen passage stands and why. */
  readonly #chosen = new Map<string, Reason>();

  constructor(project: Project, pack: Pack, edition: Edition, reader: Reader) {
    this.#project = project;
    this.#pack = pack;
    this.#edition = edition;
    const { why, superseded } = ineligible(project, reader);
    this.#barred = why;
    this.superseded = superseded;
    const issued = (passage: Passage) => firstDay(project.sources.get(passage.source)?.issued ?? '0000');
    this.#ranked = [...project.passages.values()].toSorted(
      (a, b) => a.priority - b.priority || byCodeUnit(issued(b), issued(a)) || byCodeUnit(a.id, b.id),
    );
  }

  /** The passages that the edition names, by slot; those that can't be used are reported. */
  named(template: Template): ReadonlyMap<string, readonly Passage[]> {
    return new Map(
      template.slots.map((slot) => {
        const passages = (this.#edition.slots.get(slot.id)?.passages ?? []).flatMap(({ id, place }) => {
          const passage = this.#project.passages.get(id);
          if (!passage) return [];
          const why = this.#unfit(passage, slot);
          if (why) {
            const related = [{ place: passage.place, text: 'the passage' }];
            this.messages.push(
              error(
                'named-passage',
                place,
                `\`${id}\` is named for the slot \`${slot.id}\` but can't be used: ${why}`,
                {
                  remedy: 'Name another passage, or mend this one where it stands.',
                  related,
                },
              ),
            );
            return [];
          }
          this.#sayElsewhere(passage, place);
          this.#chosen.set(id, { passage: id, slot: slot.id, because: 'chosen', why: 'named by the pack' });
          return [passage];
        });
        return [slot.id, passages];
      }),
    );
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
    const fitting = this.#ranked.filter(
      (passage) => !this.#chosen.has(passage.id) && this.#fits(passage, slot),
    );
    const rest = fitting.slice(0, Math.max(0, aim - named.length));
    rest.forEach((passage, index) => {
      const why = `number ${index + 1} of ${fitting.length} that fit: ${this.#standing(passage)}`;
      this.#chosen.set(passage.id, { passage: passage.id, slot: slot.id, because: 'chosen', why });
    });
    const passages = [...named, ...rest];
    if (passages.length < slot.min) this.#belowMinimum(slot, passages.length, choice?.place);
    return { slot, passages, named: named.length };
  }

  /** What each slot may take beyond the number aimed at. A passage waits for one slot: the first that it fits. */
  reserve(filled: readonly Omit<FilledSlot, 'reserve'>[]): readonly FilledSlot[] {
    const waiting = new Set<string>();
    return filled.map((one) => {
      const { slot, passages } = one;
      const reserve = this.#ranked
        .filter(({ id }) => !this.#chosen.has(id) && !waiting.has(id))
        .filter((passage) => this.#fits(passage, slot))
        .slice(0, Math.max(0, this.#most(slot) - passages.length));
      for (const { id } of reserve) waiting.add(id);
      return { ...one, reserve };
    });
  }

  /** The ids of all passages, the best first. */
  ranking(): readonly string[] {
    return this.#ranked.map(({ id }) => id);
  }

  #most({ id, max }: Slot): number {
    return Math.min(this.#edition.slots.get(id)?.max ?? Infinity, max ?? Infinity);
  }

  /** The reason for each passage of the library. */
  reasons(template: Template, slots: readonly FilledSlot[]): readonly Reason[] {
    const answered = new Map(
      slots.flatMap(({ slot, passages }) =>
        passages.flatMap((passage) => {
          const id = passage.attributes['against'];
          return id ? [[id, { slot: slot.id, by: passage.id }] as const] : [];
        }),
      ),
    );
    return [...this.#project.passages.values()].map((passage) => {
      const chosen = this.#chosen.get(passage.id);
      if (chosen) return chosen;
      const answer = answered.get(passage.id);
      if (!answer) return this.#out(passage, template);
      return {
        passage: passage.id,
        slot: answer.slot,
        because: 'chosen',
        why: `answered by \`${answer.by}\``,
      };
    });
  }

  /** Why a passage is out: it may not be used, no slot or topic is for it, or better ones filled the slots. */
  #out(passage: Passage, template: Template): Reason {
    const out = (because: Reason['because'], why: string): Reason => ({
      passage: passage.id,
      slot: null,
      because,
      why,
    });
    const takers = template.slots.filter((slot) => ofKind(passage, slot));
    const onTopic = takers.filter((slot) => this.#onTopic(passage, slot));
    const barred = this.#barred.get(passage.id);
    if (barred) return out('barred', barred);
    if (!takers.length) return out('kind', `no slot takes ${described(passage)}`);
    if (!passage.topics.length) return out('topic', 'it has no topic, nor has its source');
    if (!onTopic.length)
      return out('topic', `about ${passage.topics.join(', ')}: not a topic of this document`);
    if (!this.#holdsHere(passage))
      return out('area', `it speaks of ${passage.area}, the document of ${this.#places().join(', ')}`);
    const full = onTopic.map((slot) => {
      const fitting = this.#ranked.filter((other) => this.#fits(other, slot));
      return `\`${slot.id}\` is full: number ${fitting.indexOf(passage) + 1} of ${fitting.length} that fit, ${this.#standing(passage)}`;
    });
    return out('full', full.join('; '));
  }

  /** What a passage is ranked by. */
  #standing(passage: Passage): string {
    const issued = this.#project.sources.get(passage.source)?.issued;
    return `priority ${passage.priority}, source of ${issued}`;
  }

  #fits(passage: Passage, slot: Slot): boolean {
    return (
      !this.#barred.get(passage.id) &&
      ofKind(passage, slot) &&
      this.#onTopic(passage, slot) &&
      this.#holdsHere(passage)
    );
  }

  /** The place that the edition or its pack gives; where neither does, those of the passages that it names. */
  #places(): readonly string[] {
    const own = this.#edition.area ?? this.#pack.area;
    if (own !== null) return [own];
    const named = [...this.#edition.slots.values()].flatMap(({ passages }) => passages);
    return [...new Set(named.flatMap(({ id }) => this.#project.passages.get(id)?.area ?? []))];
  }

  /** Whether what a passage says holds for a place of the document: it speaks of that, or of one that it lies in. */
  #holdsHere({ area }: Passage): boolean {
    const places = this.#places();
    return (
      area === null || !places.length || places.some((place) => covers(this.#project.areas, area, place))
    );
  }

  /** Warns of a named passage that speaks of a place elsewhere. */
  #sayElsewhere({ id, area, places, place: passage }: Passage, place: Place): void {
    const here = this.#edition.area ?? this.#pack.area;
    if (area === null || here === null || touch(this.#project.areas, area, here)) return;
    this.messages.push(
      warning('other-place', place, `\`${id}\` speaks of ${area}, this document of ${here}`, {
        remedy: `Name another passage; or, where one lies in the other, say so in \`sources/places.yaml\`.`,
        related: [{ place: places['area'] ?? passage, text: 'its place' }],
      }),
    );
  }

  /** Why a named passage can't stand in its slot; its topic does not matter, since the pack asks for it by name. */
  #unfit(passage: Passage, slot: Slot): string | null {
    if (ofKind(passage, slot)) return this.#barred.get(passage.id) ?? null;
    return `it is ${described(passage)}, and the slot takes ${slot.kinds.join(', ')}${showWhere(slot)}`;
  }

  #onTopic(passage: Passage, slot: Slot): boolean {
    const wanted = slot.topics ?? this.#pack.topics;
    return passage.topics.some((topic) =>
      wanted.some((above) => topic === above || topic.startsWith(`${above}/`)),
    );
  }

  #belowMinimum(slot: Slot, found: number, place = this.#edition.place): void {
    this.messages.push(
      error(
        'slot-minimum',
        place,
        `The slot \`${slot.id}\` of ${this.#pack.id}/${this.#edition.id} has ${found} of the ${slot.min} passages that its template asks for`,
        {
          remedy: `Write more of \`${slot.kinds.join('` or `')}\`${showWhere(slot)} on one of the document's topics (${(slot.topics ?? this.#pack.topics).join(', ')}), or see \`despatch explain ${this.#pack.id} ${this.#edition.id}\` for what is left out and why.`,
        },
      ),
    );
  }
}

const ofKind = (passage: Passage, slot: Slot): boolean =>
  slot.kinds.includes(passage.kind) &&
  Object.entries(slot.where).every(([name, values]) => values.includes(shownAttributes(passage)[name] ?? ''));

const showWhere = (slot: Slot): string =>
  Object.entries(slot.where)
    .map(([name, values]) => ` with ${name}=${values.join('|')}`)
    .join('');

/** e.g. `an ask`, `a question (oral)`. */
const described = (passage: Passage): string => {
  const trait = passage.kind === 'question' ? ` (${passage.attributes['for']})` : '';
  return `${/^[aeiou]/u.test(passage.kind) ? 'an' : 'a'} ${passage.kind}${trait}`;
};
