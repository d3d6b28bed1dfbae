/** The passages of a document by slot, and the change to its pack that puts one elsewhere. */

import { toString } from 'mdast-util-to-string';
import { leaveOut, nameForSlot } from '../edit/edition.ts';
import { requestsIn } from '../model/field-syntax.ts';
import { findEdition } from '../model/find-edition.ts';
import { sha256 } from '../model/hash.ts';
import { titleFor, wordingFor, type Passage } from '../model/passage.ts';
import type { Edition } from '../model/pack.ts';
import type { Slot } from '../model/template.ts';
import type { FilledSlot, Reason } from '../model/selection.ts';
import { Catalogue, isTaken } from '../select/catalogue.ts';
import { textOf } from '../world/file-text.ts';
import type { Files } from '../world/world.ts';
import { beginning } from './beginning.ts';
import type { Editor } from './editor.ts';
import type { Arrangement, ArrangedSlot, Move, OtherPassage } from './interface.ts';
import { reasonsOf, type ShownDocument } from './standing-view.ts';
import type { FileChange } from './writing.ts';

/** How many passages that are out are shown at once: a search finds the others. */
const MOST_SHOWN = 60;

/** Slot by slot what stands in the document that is shown, and of what is out that in which `search` is found. */
export const arrangementOf = async (
  shown: ShownDocument,
  search: string,
  { files, editor }: { readonly files: Files; readonly editor: Editor },
): Promise<Arrangement | null> => {
  const found = findEdition(shown.project, shown.plan.key);
  const text = found && (await textOf(files, found.pack.place.file));
  if (!found || !text) return null;
  const { edition } = found;
  const { selection } = shown.plan;
  const place = { ...edition.place, href: editor.href(edition.place) };
  const slots = selection.slots.map((slot) => slotCard(shown, edition, slot));
  const standing = new Set(slots.flatMap(({ passages }) => passages.map(({ id }) => id)));
  const others = othersIn(shown, search).filter(({ id }) => !standing.has(id));
  return { hash: sha256(text), place, slots, others: others.slice(0, MOST_SHOWN) };
};

/** What a slot is called in this document; its name where nothing fills the merge fields of its title. */
const titleOf = ({ plan: { template } }: ShownDocument, { id }: Slot, audience: string): string => {
  const slot = template.slots.find((one) => one.id === id);
  const title = slot ? titleFor(slot, audience) : null;
  return title === null || requestsIn(title).length ? id : title;
};

const slotCard = (
  shown: ShownDocument,
  edition: Edition,
  { slot, passages, named, most }: FilledSlot,
): ArrangedSlot => ({
  id: slot.id,
  title: titleOf(shown, slot, edition.audience),
  min: slot.min,
  max: Number.isFinite(most) ? most : null,
  passages: passages.map((passage, index) => ({
    id: passage.id,
    text: beginning(toString(wordingFor(passage, edition.audience))),
    isNamed: index < named,
    isLead: edition.slots.get(slot.id)?.lead === passage.id,
    isDropped: shown.fit?.dropped.includes(passage.id) ?? false,
  })),
});

/** What is nearest to being in a document comes first. */
const NEAREST: readonly Reason['because'][] = ['room', 'full', 'barred', 'area', 'kind', 'topic', 'chosen'];

const othersIn = (shown: ShownDocument, search: string): readonly OtherPassage[] => {
  const { project, plan } = shown;
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const reasons = reasonsOf(shown).toSorted(
    (a, b) => NEAREST.indexOf(a.because) - NEAREST.indexOf(b.because),
  );
  return reasons.flatMap(({ passage: id, why }) => {
    const passage = project.passages.get(id);
    if (!passage) return [];
    const slots = plan.selection.slots.flatMap(({ slot }) => (isTaken(passage, slot) ? [slot.id] : []));
    const text = toString(wordingFor(passage, plan.edition.audience));
    const all = `${id} ${text}`.toLowerCase();
    if (!slots.length || !words.every((word) => all.includes(word))) return [];
    return [{ id, text: beginning(text), why, slots }];
  });
};

/** The change that puts a passage elsewhere, or out; null where there is nothing like it. */
export const moveChange = (shown: ShownDocument, hash: string, move: Move): FileChange | null => {
  const found = findEdition(shown.project, shown.plan.key);
  const passage = shown.project.passages.get(move.passage);
  if (!found || !passage) return null;
  const { pack, edition } = found;
  const edit = (text: string) => moved(text, shown, edition, { ...move, passage });
  return { path: pack.place.file, line: edition.place.line, hash, edit };
};

/** A pack's text as it is to be; null where that has to be written by hand. */
const moved = (
  text: string,
  shown: ShownDocument,
  edition: Edition,
  { passage, slot: to, index }: Omit<Move, 'passage'> & { readonly passage: Passage },
): string | null => {
  const { id } = passage;
  // What leads is no matter of order.
  if ([...edition.slots.values()].some(({ lead }) => lead === id)) return null;
  let result: string | null = text;
  for (const filled of shown.plan.selection.slots) {
    const before = namedIn(edition, filled.slot.id);
    const after =
      filled.slot.id === to
        ? namesFor(filled, before, { id, index, lead: edition.slots.get(filled.slot.id)?.lead ?? null })
        : before.filter((one) => one !== id);
    const isSame = after.length === before.length && after.every((one, at) => one === before[at]);
    if (result !== null && !isSame) result = nameForSlot(result, edition.id, filled.slot.id, after);
  }
  const left = edition.leftOut.map((one) => one.id);
  const wanted =
    to === null && isChosenAnyway(shown, edition, passage)
      ? [...new Set([...left, id])]
      : left.filter((one) => one !== id);
  return result === null || wanted.length === left.length ? result : leaveOut(result, edition.id, wanted);
};

/** The ids that a pack names for a slot: that which leads stands first by itself. */
const namedIn = (edition: Edition, slot: string): readonly string[] => {
  const choice = edition.slots.get(slot);
  return choice?.passages.flatMap(({ id }) => (id === choice.lead ? [] : [id])) ?? [];
};

/** Those that have to be named for a passage to stand at a place: all before it, and those that are named as it is. */
const namesFor = (
  { passages }: FilledSlot,
  named: readonly string[],
  { id, index, lead }: { readonly id: string; readonly index: number; readonly lead: string | null },
): readonly string[] => {
  const others = passages.map((passage) => passage.id).filter((one) => one !== id);
  const at = Math.min(index, others.length);
  const wanted = [...others.slice(0, at), id, ...others.slice(at)];
  const last = Math.max(at, ...named.map((one) => wanted.indexOf(one)));
  return wanted.slice(0, last + 1).filter((one) => one !== lead);
};

/** Whether a passage that no pack names would be chosen by what it is about. */
const isChosenAnyway = ({ project, plan }: ShownDocument, edition: Edition, passage: Passage): boolean => {
  const pack = project.packs.get(plan.key.pack);
  const openings = pack && new Catalogue(project).openings(pack, edition);
  return plan.selection.slots.some(({ slot }) => openings?.fitting(slot).some(({ id }) => id === passage.id));
};
