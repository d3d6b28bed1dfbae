/**
 * Why each passage of the library is in a document or not: load → select, and what the last build had to leave out or
 * could take in to fit the document to its pages.
 */

import { refuseUnknown } from './refuse-unknown.ts';
import { load } from '../load/load.ts';
import type { Fit } from '../model/fit.ts';
import { oneOf, suggest } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Edition, Pack, Project } from '../model/project.ts';
import type { Reason, Selection } from '../model/selection.ts';
import type { Day } from '../model/time.ts';
import { documentName, formId } from '../model/document-key.ts';
import type { World } from '../world/world.ts';
import { fitsOf, lastBuild } from '../publish/last-build.ts';
import { checkAll } from '../rules/check.ts';
import { Catalogue, documentDate } from '../select/catalogue.ts';
import { reasonsFor } from '../select/reasons.ts';
import { select } from '../select/select.ts';

export interface Explained {
  readonly project: Project;
  readonly pack: string;
  readonly edition: string;
  readonly audience: string;
  readonly template: string;
  readonly date: Day;
  /** In the template's order, as the last build fitted them. */
  readonly slots: Selection['slots'];
  /** One for each passage of the library, in the library's order. */
  readonly reasons: readonly Reason[];
}

/** Explains one edition, by its own name or a variant's, the pack's only one where none is named; null where the project has errors. What rules find wrong with its selection is told beside it. */
export const explain = async (
  { files, output, readings }: Pick<World, 'files' | 'output' | 'readings'>,
  packId: string,
  editionId: string | undefined,
): Promise<Told<Explained | null>> => {
  const { value: project, messages } = await load(files, await readings.begin());
  if (hasErrors(messages)) return { value: null, messages };
  refuseUnknown('pack', [packId], project.packs.keys());
  const pack = project.packs.get(packId);
  if (!pack) throw new Error('unreachable: unknown packs are refused');
  const edition = editionOf(pack, editionId);
  const catalogue = new Catalogue(project);
  const selection = select(catalogue, pack, edition);
  const reasons = reasonsFor(catalogue, pack, edition, selection);
  const found: readonly Message[] = [...messages, ...checkAll('pack', { project, pack, edition, selection })];
  const { id, audience, template } = edition;
  const date = documentDate(pack, edition);
  const fit = fitsOf((await lastBuild(output)).manifest).get(
    documentName({ pack: packId, edition: id, variant: 'standard' }),
  );
  const { slots } = selection;
  const value = { project, pack: packId, edition: id, audience, template, date, slots, reasons };
  return { value: fit ? { ...value, ...asFitted(value, fit) } : value, messages: found };
};

/** A selection as the last build fitted it; what has changed since is left as it was selected. */
const asFitted = (
  selected: Pick<Explained, 'slots' | 'reasons'>,
  { dropped, added }: Pick<Fit, 'dropped' | 'added'>,
): Pick<Explained, 'slots' | 'reasons'> => {
  const slots = selected.slots.map((one) => ({
    ...one,
    passages: [
      ...one.passages.filter(({ id }) => !dropped.includes(id)),
      ...one.reserve.filter(({ id }) => added.includes(id)),
    ],
    reserve: one.reserve.filter(({ id }) => !added.includes(id)),
  }));
  const standing = new Map(
    slots.flatMap(({ slot, passages }) =>
      passages.flatMap(({ id, attributes: { against } }) =>
        [id, against ?? id].map((each) => [each, slot.id] as const),
      ),
    ),
  );
  const reasons = selected.reasons.map((reason): Reason => {
    const { passage, slot: selected, because, why } = reason;
    const slot = standing.get(passage) ?? null;
    if (because === 'chosen' && !slot)
      return {
        passage,
        slot,
        because: 'room',
        why: `left out of \`${selected}\` in the last build, to fit: ${why}`,
      };
    return because !== 'chosen' && slot
      ? { passage, slot, because: 'chosen', why: 'taken in by the last build, to fill its pages' }
      : reason;
  });
  return { slots, reasons };
};

const editionOf = ({ id: pack, editions }: Pack, wanted: string | undefined): Edition => {
  const known = editions.map(({ id }) => id);
  const found =
    wanted === undefined && editions.length === 1
      ? editions[0]
      : editions.find(
          ({ id, variants }) =>
            id === wanted || variants.some((variant) => formId({ edition: id, variant }) === wanted),
        );
  if (found) return found;
  throw wanted === undefined
    ? new UsageError(`The pack \`${pack}\` has several editions`, `Name one after it: ${oneOf(known)}.`)
    : new UsageError(`There is no edition \`${wanted}\` in the pack \`${pack}\``, suggest(wanted, known));
};
