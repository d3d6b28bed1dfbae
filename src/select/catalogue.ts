/** A project's library as selection reads it: ranked once for all documents, and sifted once for each sort of them. */

import { byCodeUnit } from '../diagnostics/order.ts';
import { memo } from '../model/memo.ts';
import { requestsIn } from '../model/field-syntax.ts';
import { isAbout, shownAttributes, titleFor, type Passage } from '../model/passage.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import type { Slot } from '../model/template.ts';
import { whyUnfilled } from '../model/lack.ts';
import type { Locality } from '../model/selection.ts';
import { documentDate, releaseOf } from '../model/release.ts';
import { firstDay } from '../model/time.ts';
import { ineligible, type Ineligible, type Readership } from './eligible.ts';
import { Openings } from './openings.ts';

export class Catalogue {
  readonly project: Project;
  /** The place of each passage in the ranking, 0 for the best: by priority, then newest source, then id. */
  readonly rank: ReadonlyMap<string, number>;
  /** Passages by kind, the best first. */
  readonly #byKind = new Map<string, Passage[]>();
  readonly #suited = new Map<string, readonly Passage[]>();
  readonly #ineligible = new Map<string, Ineligible>();
  readonly #openings = new Map<string, Openings>();

  constructor(project: Project) {
    this.project = project;
    const issued = new Map([...project.sources.values()].map(({ id, issued: date }) => [id, firstDay(date)]));
    const issuedOf = ({ source }: Passage) => issued.get(source) ?? '';
    const ranked = [...project.passages.values()].toSorted(
      (a, b) => a.priority - b.priority || byCodeUnit(issuedOf(b), issuedOf(a)) || byCodeUnit(a.id, b.id),
    );
    this.rank = new Map(ranked.map(({ id }, index) => [id, index]));
    for (const passage of ranked) {
      const same = this.#byKind.get(passage.kind);
      if (same) same.push(passage);
      else this.#byKind.set(passage.kind, [passage]);
    }
  }

  /** Which passages may stand in which slot of an edition, perhaps for one recipient. */
  openings(pack: Pack, edition: Edition, locality: Locality | null = null): Openings {
    const date = documentDate(pack, edition);
    const released = releaseOf(pack, edition);
    const { audience, recipients } = edition;
    const reader: Readership = { audience, date, released, recipients };
    const { topics } = pack;
    const leftOut = new Set(edition.leftOut.map(({ id }) => id));
    const places = locality?.place ? [locality.place] : placesOf(this.project, pack, edition);
    const openings = (of: readonly string[]): Openings =>
      remembered(this.#openings, [reader, topics, of, [...leftOut]], () => {
        const suited = (slot: Slot, wanted: readonly string[]) => this.#suitedTo(slot, wanted);
        const barred = remembered(this.#ineligible, [reader], () => ineligible(this.project, reader));
        const { areas, tables } = this.project;
        const closed = (slot: Slot) =>
          whyUnfilled(requestsIn(titleFor(slot, audience) ?? ''), recipients, tables);
        return new Openings({ ineligible: barred, places: of, areas, topics, suited, closed, leftOut });
      });
    return locality ? openings([]).for(locality, places) : openings(places);
  }

  #suitedTo(slot: Slot, topics: readonly string[]): readonly Passage[] {
    const { kinds, where } = slot;
    const rankOf = ({ id }: Passage) => this.rank.get(id) ?? 0;
    return remembered(this.#suited, [kinds, where, topics], () =>
      [...new Set(kinds)]
        .flatMap((kind) => this.#byKind.get(kind) ?? [])
        .filter((passage) => isTaken(passage, slot) && isAbout(passage, topics))
        .toSorted((a, b) => rankOf(a) - rankOf(b)),
    );
  }
}

const remembered = <T>(known: Map<string, T>, key: unknown, make: () => T): T =>
  memo(known, JSON.stringify(key), make);

/** The place that an edition or its pack gives; where neither does, those of the passages that it names. */
const placesOf = (project: Project, pack: Pack, edition: Edition): readonly string[] => {
  const own = edition.area ?? pack.area;
  if (own !== null) return [own];
  const named = [...edition.slots.values()].flatMap(({ passages }) => passages);
  return [...new Set(named.flatMap(({ id }) => project.passages.get(id)?.area ?? []))];
};

/** Whether a slot takes passages of this kind, with these attributes. */
export const isTaken = (passage: Passage, { kinds, where }: Slot): boolean => {
  if (!kinds.includes(passage.kind)) return false;
  const attributes = shownAttributes(passage);
  return Object.entries(where).every(([name, values]) => values.includes(attributes[name] ?? ''));
};
