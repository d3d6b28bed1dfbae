/**
 * Why each passage of the library is in a document or not: load → select, and what the last build had to leave out or
 * could take in to fit the document to its pages.
 */

import { isCalled } from './narrow.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { load } from '../load/load.ts';
import { oneOf, suggest } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Edition, Pack, Project } from '../model/project.ts';
import type { Reason, Selection } from '../model/selection.ts';
import type { Day } from '../model/time.ts';
import { documentName, formId } from '../model/document-key.ts';
import type { World } from '../world/world.ts';
import { fitsOf, lastBuild } from '../publish/last-build.ts';
import { localisedFor, type Localised } from '../produce/localised.ts';
import { standingAs } from '../produce/standing.ts';
import { checkAll } from '../rules/check.ts';
import { judgeOf } from '../rules/judge.ts';
import { documentDate } from '../model/release.ts';
import { Catalogue } from '../select/catalogue.ts';
import { reasonsFor } from '../select/reasons.ts';
import { select } from '../select/select.ts';

export interface Explained {
  readonly project: Project;
  readonly pack: string;
  readonly edition: string;
  /** For whom of many; null where it is for all its readers alike. */
  readonly recipient: string | null;
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
  recipientName?: string,
): Promise<Told<Explained | null>> => {
  const { value: project, messages } = await load(files, await readings.begin());
  if (hasErrors(messages)) return { value: null, messages };
  refuseUnknown('pack', [packId], project.packs.keys());
  const pack = project.packs.get(packId);
  if (!pack) throw new Error('unreachable: unknown packs are refused');
  const edition = editionOf(pack, editionId);
  const catalogue = new Catalogue(project);
  const recipient = recipientIn(project, edition, recipientName);
  const selection = select(catalogue, pack, edition, recipient);
  const reasons = reasonsFor(catalogue, pack, edition, selection, recipient);
  const { value: judge, messages: onRules } = judgeOf(project);
  const found: readonly Message[] = [
    ...messages,
    ...onRules,
    ...judge(checkAll('pack', { project, pack, edition, selection, prose: new Map() })),
  ];
  const { id, audience, template } = edition;
  const date = documentDate(pack, edition);
  const fit = fitsOf((await lastBuild(output)).manifest).get(
    documentName({ pack: packId, edition: id, variant: 'standard', recipient: recipient?.addressee }),
  );
  const { slots } = selection;
  const { name = null } = recipient?.addressee ?? {};
  const value = {
    project,
    pack: packId,
    edition: id,
    recipient: name,
    audience,
    template,
    date,
    slots,
    reasons,
  };
  return { value: fit ? { ...value, ...standingAs(value, fit) } : value, messages: found };
};

/** The one of an edition's recipients who is named; an edition that has some is explained for one of them. */
const recipientIn = (project: Project, edition: Edition, wanted: string | undefined): Localised | null => {
  if (edition.recipients === null && wanted === undefined) return null;
  const all = localisedFor(project, edition);
  if (edition.recipients === null || !all.length)
    throw new UsageError(
      `The edition \`${edition.id}\` is for no recipients`,
      'Name the pack and the edition alone.',
    );
  const names = all.flatMap(({ addressee: { name, key } }) => [name, key]);
  if (wanted === undefined)
    throw new UsageError(
      `The edition \`${edition.id}\` is for ${all.length} recipients`,
      `Name one of them too, by key or name, such as ${oneOf(names.slice(0, 2))}.`,
    );
  const found = all.find(({ addressee }) => isCalled(addressee, wanted));
  if (!found) throw new UsageError(`There is no recipient \`${wanted}\``, suggest(wanted, names));
  return found;
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
