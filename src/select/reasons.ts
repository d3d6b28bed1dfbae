/** Why each passage of the library is in a document, or out of it. */

import type { Edition, Pack } from '../model/pack.ts';
import { type Passage, isAbout } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Slot } from '../model/template.ts';
import type { Locality, Reason, Selection } from '../model/selection.ts';
import { isTaken, type Catalogue } from './catalogue.ts';
import type { Openings } from './openings.ts';
import { described } from './select.ts';

/** The reason for each passage of the library, in its order, given what was selected for the edition. */
export const reasonsFor = (
  catalogue: Catalogue,
  pack: Pack,
  edition: Edition,
  { slots }: Pick<Selection, 'slots'>,
  locality: Locality | null = null,
): readonly Reason[] => {
  const { project } = catalogue;
  const openings = catalogue.openings(pack, edition, locality);
  const chosen = chosenIn(slots, openings, project);
  const out = outOf(slots, openings, project);
  return [...project.passages.values()].map((passage) => chosen.get(passage.id) ?? out(passage));
};

/** The reasons of the passages that stand in slots, and of those that they answer. */
const chosenIn = (
  slots: Selection['slots'],
  openings: Openings,
  project: Project,
): ReadonlyMap<string, Reason> => {
  const found = new Map<string, Reason>();
  const say = ({ id }: Pick<Passage, 'id'>, { id: slot }: Slot, why: string): void => {
    if (!found.has(id)) found.set(id, { passage: id, slot, because: 'chosen', why });
  };
  for (const { slot, passages, named } of slots)
    for (const passage of passages.slice(0, named)) say(passage, slot, 'named by the pack');
  for (const { slot, passages, named } of slots) {
    const fitting = openings.fitting(slot).filter(({ id }) => !found.has(id));
    passages.slice(named).forEach((passage, index) => {
      say(passage, slot, `number ${index + 1} of ${fitting.length} that fit: ${standing(passage, project)}`);
    });
  }
  for (const { slot, passages } of slots)
    for (const { id, attributes } of passages)
      if (attributes['against']) say({ id: attributes['against'] }, slot, `answered by \`${id}\``);
  return found;
};

/** Why a passage is out: it may not be used, no slot or topic is for it, or better ones filled the slots. */
const outOf = (slots: Selection['slots'], openings: Openings, project: Project) => {
  const places = new Map(
    slots.map(({ slot }) => [
      slot.id,
      new Map(openings.fitting(slot).map(({ id }, index) => [id, index + 1] as const)),
    ]),
  );
  return (passage: Passage): Reason => {
    const out = (because: Reason['because'], why: string): Reason => ({
      passage: passage.id,
      slot: null,
      because,
      why,
    });
    const takers = slots.flatMap(({ slot }) =>
      isTaken(passage, slot) && openings.closed(slot) === null ? [slot] : [],
    );
    const onTopic = takers.filter((slot) => isAbout(passage, openings.topicsOf(slot)));
    const barred = openings.barred(passage);
    if (barred !== null) return out('barred', barred);
    if (!takers.length) return out('kind', `no slot takes ${described(passage)}`);
    if (!passage.topics.length) return out('topic', 'it has no topic, nor has its source');
    if (!onTopic.length)
      return out('topic', `about ${passage.topics.join(', ')}: not a topic of this document`);
    if (!openings.holdsHere(passage))
      return out('area', `it speaks of ${passage.area}, the document of ${openings.places.join(', ')}`);
    const full = onTopic.map(({ id }) => {
      const fitting = places.get(id);
      return `\`${id}\` is full: number ${fitting?.get(passage.id)} of ${fitting?.size} that fit, ${standing(passage, project)}`;
    });
    return out('full', full.join('; '));
  };
};

/** What a passage is ranked by. */
const standing = ({ priority, source }: Passage, project: Project): string =>
  `priority ${priority}, source of ${project.sources.get(source)?.issued}`;
