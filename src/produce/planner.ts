/**
 * Plans a build: every document that it may make, as what was selected for it and all that it can be made of. Nothing is
 * composed yet.
 */

import type { EvidenceById } from '../compose/annex.ts';
import { addressOf } from '../compose/compose.ts';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import { tolerated } from '../diagnostics/tolerated.ts';
import { evidenceIn, type EvidenceFor } from '../evidence/evidence.ts';
import { documentName, type DocumentKey } from '../model/document-key.ts';
import { templateFor } from '../model/template-for.ts';
import { lazy, memo } from '../model/memo.ts';
import { inLanguage, languageFor } from '../model/read-in.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Template } from '../model/template.ts';
import type { Selection } from '../model/selection.ts';
import type { Round, World } from '../world/world.ts';
import { checkAll } from '../rules/check.ts';
import type { Judge } from '../rules/judge.ts';
import type { Misspelt } from '../rules/subjects.ts';
import { Catalogue } from '../select/catalogue.ts';
import { releaseOf } from '../model/release.ts';
import { whyWithheld } from '../select/eligible.ts';
import { select } from '../select/select.ts';
import { Excerpts, type Excerpt } from './excerpt.ts';
import { Fingerprints } from './fingerprint.ts';
import { fontsOf, type Fonts } from './fonts.ts';
import { localisedFor, type Localised } from './localised.ts';
import { PerRecipient } from './per-recipient.ts';
import type { Plan } from './plan.ts';
import { misspeltIn, readProse, type ProseOfPassages } from './prose.ts';
import { prepare, type PreparedProject } from './prepare.ts';

/** What a plan is made for. */
export interface Asking {
  /** Whether what is wrong with one row of a table stops the others. */
  readonly keepGoing?: boolean;
  /** The packs that are named: of others that are made on request, errors alone are told. All where this is not given. */
  readonly packs?: readonly string[] | null;
  /** Waited for before each edition, by whoever does something else meanwhile; may throw, to give it up. */
  readonly pause?: () => Promise<void>;
}

/** All documents of a project. */
export interface Planned extends PreparedProject {
  /** In the order of packs, their editions and the variants of those: one comes after what it follows. */
  readonly plans: readonly Plan[];
  /** The ids of the passages that stand in any of them, before they are fitted. */
  readonly used: ReadonlySet<string>;
  /** Of the documents that are printed. */
  readonly fonts: Fonts;
  /** By the ids of passages. */
  readonly prose: ProseOfPassages;
  /** Words of it that no dictionary has. */
  readonly misspelt: readonly Misspelt[];
}

/**
 * Load → select, for every document of a project, with what the rules say of packs; null where no document can be planned.
 * Editions with errors have no plans; where a build keeps going, rows of tables with errors have none, and the others do.
 */
export const planAll = async (
  world: Pick<World, 'files' | 'packages' | 'engine' | 'readings'>,
  asked: Asking = {},
): Promise<Told<Planned | null>> => {
  const round = await world.readings.begin();
  const planned = await planIn(world, round, asked);
  await round.end();
  return planned;
};

const planIn = async (
  world: Pick<World, 'files' | 'packages' | 'engine'>,
  round: Round,
  { keepGoing = false, packs = null, pause = async () => {} }: Asking,
): Promise<Told<Planned | null>> => {
  const { value: prepared, messages: preparing } = await prepare(world, round, keepGoing);
  if (!prepared) return { value: null, messages: preparing };
  const { project, renderer } = prepared;
  const messages: Message[] = [...preparing];
  const prose = await readProse(project, world, round);
  const planner = new Planner(prepared, new Fingerprints(world, renderer), prose);
  for (const wanted of editionsOf(project)) {
    await pause();
    const found = tolerated(await planner.plan(wanted), keepGoing);
    const { id, build } = wanted.pack;
    const isAsked = build === 'always' || !packs || packs.includes(id);
    messages.push(
      ...(isAsked ? found : found.filter(({ severity, excused }) => severity === 'error' || excused)),
    );
  }
  const { plans, used } = planner;
  const fonts = await fontsOf(plans, renderer, round);
  const misspelt = await misspeltIn(project, prose, round);
  return { value: { ...prepared, plans, used, fonts, prose, misspelt }, messages };
};

/** The documents of one edition, for the one of its recipients where it has some, with what the rules say of its pack. */
export const planEdition = async (
  world: Pick<World, 'files' | 'engine'>,
  prepared: PreparedProject,
  { pack, edition, recipient }: Omit<DocumentKey, 'variant'>,
): Promise<Told<readonly Plan[]>> => {
  const planner = new Planner(prepared, new Fingerprints(world, prepared.renderer), new Map());
  const wanted = editionsOf(prepared.project).find(
    (one) => one.pack.id === pack && one.edition.id === edition,
  );
  const messages = wanted ? await planner.plan(wanted, recipient?.id) : [];
  return { value: planner.plans, messages };
};

/** The ids of what a selection puts into a document, with what rebuttals answer. */
const passagesIn = ({ slots }: Selection, { passages: library }: Project): readonly string[] =>
  slots.flatMap(({ passages }) =>
    passages.flatMap(({ id, attributes: { against = '' } }) => (library.has(against) ? [against, id] : [id])),
  );

class Planner {
  readonly plans: Plan[] = [];
  readonly used = new Set<string>();
  readonly #project: Project;
  readonly #judge: Judge;
  readonly #prose: ProseOfPassages;
  readonly #libraries = new Map<Project, ReadLibrary>();
  readonly #fingerprints: Fingerprints;

  constructor({ project, judge }: PreparedProject, fingerprints: Fingerprints, prose: ProseOfPassages) {
    this.#prose = prose;
    this.#project = project;
    this.#judge = judge;
    this.#fingerprints = fingerprints;
  }

  /** Plans the documents of an edition, for each of its recipients where it has some, or the one named; gives what there is to tell. */
  async plan({ pack, edition, template }: PlannedEdition, recipient?: string): Promise<readonly Message[]> {
    const project = inLanguage(this.#project, languageFor(this.#project, edition));
    const library = memo(this.#libraries, project, () => new ReadLibrary(project));
    const wanted = { pack, edition, template };
    if (edition.recipients === null) return (await this.#planFor(wanted, library, null, new Map())).messages;
    const found = new PerRecipient(project, pack, edition);
    const told: ToldBySelection = new Map();
    for (const localised of localisedFor(project, edition)) {
      if (recipient !== undefined && localised.addressee.id !== recipient) continue;
      const { messages, used } = await this.#planFor(wanted, library, localised, told);
      found.add(localised, messages, used);
    }
    return found.messages();
  }

  async #planFor(
    { pack, edition, template }: PlannedEdition,
    library: ReadLibrary,
    localised: Localised | null,
    told: ToldBySelection,
  ): Promise<{ readonly messages: readonly Message[]; readonly used: readonly string[] }> {
    const { project, catalogue } = library;
    const selection = select(catalogue, pack, edition, localised);
    const own = localised?.texts(pack, template) ?? { pack, edition, template, messages: [] };
    const { found, used } = memo(told, keyOf(selection), () => ({
      found: this.#judge(checkAll('pack', { project, pack, edition, selection, prose: this.#prose })),
      used: passagesIn(selection, project),
    }));
    const messages = [...own.messages, ...found];
    if (hasErrors(messages)) return { messages, used: [] };
    for (const id of used) this.used.add(id);
    this.plans.push(...(await this.#plansOf(own, library, selection, localised)));
    return { messages, used };
  }

  /** The documents of an edition, for one recipient where it has some: one of each variant. */
  async #plansOf(
    { pack, edition, template: whole }: PlannedEdition,
    library: ReadLibrary,
    selection: Selection,
    localised: Localised | null,
  ): Promise<readonly Plan[]> {
    const { notice } = this.#project.organisation;
    const address = addressOf(this.#project.organisation, pack);
    const excerpt = library.excerpts.of(pack, edition, whole, selection, localised);
    const recipient = localised ? { recipient: localised.addressee } : {};
    const isOnRequest = pack.build === 'on-request';
    const plans: Plan[] = [];
    for (const variant of edition.variants) {
      const key = { pack: pack.id, edition: edition.id, variant, ...recipient };
      const template = templateFor(excerpt.template, variant, { notice, title: pack.title, address });
      const follows = plans.find((plan) => plan.key.variant === 'standard') ?? null;
      const row = localised?.row ?? null;
      const evidence = variant === 'annex' ? evidenceFor(library, excerpt) : null;
      const plan = {
        key,
        row,
        isOnRequest,
        name: documentName(key),
        ...excerpt,
        template,
        follows,
        evidence,
      };
      plans.push({ ...plan, fingerprint: await this.#fingerprints.of(plan) });
    }
    return plans;
  }
}

/** A project as it is read in one language. */
class ReadLibrary {
  readonly project: Project;
  readonly catalogue: Catalogue;
  readonly excerpts: Excerpts;
  /** Asked for where there is an annex. */
  readonly evidence: () => EvidenceFor;

  constructor(project: Project) {
    this.project = project;
    this.catalogue = new Catalogue(project);
    this.excerpts = new Excerpts(project);
    this.evidence = lazy(() => evidenceIn(project));
  }
}

/** What stands behind each passage that an annex may hold. */
const evidenceFor = (
  { project: whole, evidence }: ReadLibrary,
  { project, pack, edition, selection: { date } }: Excerpt,
): EvidenceById => {
  const { audience } = edition;
  const reader = { audience, date, released: releaseOf(pack, edition) };
  const maySee = (passage: Passage): boolean => whyWithheld(passage, reader) === null;
  const found = [...project.passages.keys()].flatMap((id) => whole.passages.get(id) ?? []);
  return new Map(found.map((passage) => [passage.id, evidence()(passage, { audience, date, maySee })]));
};

/** What rules say of an edition, and which passages it holds, by what was selected: for most recipients of one that is the same. */
type ToldBySelection = Map<string, { readonly found: readonly Message[]; readonly used: readonly string[] }>;

/** All that tells what was selected for one recipient from what was for another. */
const keyOf = ({ slots }: Selection): string =>
  JSON.stringify(
    slots.map(({ passages, named, most, unfit, lack, reserve }) => [
      passages.map(({ id }) => id),
      [named, most],
      unfit.map(({ passage, why }) => [passage.id, why]),
      lack && [lack.topics, lack.later.map(({ id }) => id)],
      reserve.map(({ id }) => id),
    ]),
  );

/** What documents are planned of. */
interface PlannedEdition {
  readonly pack: Pack;
  readonly edition: Edition;
  readonly template: Template;
}

const editionsOf = (project: Project): readonly PlannedEdition[] =>
  [...project.packs.values()].flatMap((pack) =>
    pack.editions.flatMap((edition) => {
      const template = project.templates.get(edition.template);
      return template ? [{ pack, edition, template }] : [];
    }),
  );
