/**
 * Why each passage of the library is in a document or not: load → select, and what the last build had to leave out or
 * could take in to fit the document to its pages.
 */

import { isCalled } from './narrow.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import type { EvidenceContext } from '../evidence/checks.ts';
import { evidenceIn } from '../evidence/evidence.ts';
import { toldOf } from '../evidence/told.ts';
import { load } from '../load/load.ts';
import { oneOf, suggest } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import { inLanguage, languageFor } from '../model/read-in.ts';
import type { PassageEvidence } from '../model/evidence.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import type { Reason, Selection } from '../model/selection.ts';
import type { Day } from '../model/time.ts';
import { documentName, formId } from '../model/document-key.ts';
import type { World } from '../world/world.ts';
import { fitsOf, lastBuild } from '../publish/last-build.ts';
import { recipientsFor, type Localised } from '../produce/localised.ts';
import { misspeltIn, readProse } from '../produce/prose.ts';
import { fittedSelection } from '../produce/fitted-selection.ts';
import { checkAll } from '../rules/check.ts';
import { judgeOf } from '../rules/judge.ts';
import { RULES } from '../rules/rules.ts';
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
  /** How many rules its passages are held to here. */
  readonly rules: number;
  /** Of passages of which rules have something to tell, by id, the ids of these. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  /** What stands behind the passages in the document, by id. */
  readonly evidence: ReadonlyMap<string, PassageEvidence>;
}

/** A pack with what can be asked of it. */
export interface ExplainablePack {
  readonly pack: string;
  readonly title: string;
  readonly editions: readonly string[];
}

/** The packs that can be explained; null where the project has errors. */
export const explainable = async ({
  files,
  readings,
}: Pick<World, 'files' | 'readings'>): Promise<Told<readonly ExplainablePack[] | null>> => {
  const { value: project, messages } = await load(files, await readings.begin());
  if (hasErrors(messages)) return { value: null, messages };
  const value = Array.from(project.packs.values(), ({ id, title, editions }) => ({
    pack: id,
    title,
    editions: editions.map((edition) => edition.id),
  }));
  return { value, messages };
};

/** Explains one edition, by its own name or a variant's, the pack's only one where none is named; null where the project has errors. What rules find wrong with its selection is told beside it. Those of the library are asked as at `today`, the document's date where none is given. */
export const explain = async (
  { files, packages, output, readings }: Pick<World, 'files' | 'packages' | 'output' | 'readings'>,
  packId: string,
  editionId: string | undefined,
  recipientName?: string,
  today?: Day,
): Promise<Told<Explained | null>> => {
  const round = await readings.begin();
  const { value: loaded, messages } = await load(files, round);
  if (hasErrors(messages)) return { value: null, messages };
  refuseUnknown('pack', [packId], loaded.packs.keys());
  const pack = loaded.packs.get(packId);
  if (!pack) throw new Error('unreachable: unknown packs are refused');
  const edition = editionOf(pack, editionId);
  const project = inLanguage(loaded, languageFor(loaded, edition));
  const catalogue = new Catalogue(project);
  const recipient = recipientIn(project, edition, recipientName);
  const selection = select(catalogue, pack, edition, recipient);
  const reasons = reasonsFor(catalogue, pack, edition, selection, recipient);
  const prose = await readProse(project, { files, packages }, round);
  const misspelt = await misspeltIn(project, prose, round);
  const { value: judge, messages: onRules } = judgeOf(project);
  const found: readonly Message[] = [
    ...messages,
    ...onRules,
    ...judge(checkAll('pack', { project, pack, edition, selection, prose })),
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
  const standing = fit ? { ...value, ...fittedSelection(value, fit) } : value;
  const used = new Set(standing.reasons.flatMap((reason) => (reason.slot === null ? [] : [reason.passage])));
  const asked = { project, used, today: today ?? date, thorough: false, prose, misspelt };
  const told = toldOf(project, judge(checkAll('library', { ...asked, unprintable: [], corrections: [] })));
  const evidence = evidenceOf(project, used, { audience, date });
  return { value: { ...standing, rules: ASKED.length, told, evidence }, messages: found };
};

/** To those who write, every value may be shown. */
const evidenceOf = (
  project: Project,
  used: ReadonlySet<string>,
  context: Omit<EvidenceContext, 'maySee'>,
): Explained['evidence'] => {
  const evidenceFor = evidenceIn(project);
  return new Map(
    [...used].flatMap((id) => {
      const passage = project.passages.get(id);
      return passage ? [[id, evidenceFor(passage, { ...context, maySee: () => true })] as const] : [];
    }),
  );
};

/** The rules of passages that ask for nothing but what was read: no fonts, no records of what went out, nothing for information. */
const ASKED = RULES.library.filter(
  ({ id, level }) =>
    level !== 'information' && !['missing-character', 'no-font', 'needs-correction'].includes(id),
);

/** The one of an edition's recipients who is named; an edition that has some is explained for one of them. */
const recipientIn = (project: Project, edition: Edition, wanted: string | undefined): Localised | null => {
  if (edition.recipients === null && wanted === undefined) return null;
  const all = recipientsFor(project, edition);
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
  return found.localise();
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
