/**
 * Plans a build: every document that it may make, as what was selected for it and all that it can be made of. Nothing is
 * composed yet.
 */

import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import { tolerated } from '../diagnostics/tolerated.ts';
import { documentName, type DocumentKey } from '../model/document-key.ts';
import { memo } from '../model/memo.ts';
import { inLanguage, languageFor } from '../model/read-in.ts';
import type { Project } from '../model/project.ts';
import type { Selection } from '../model/selection.ts';
import type { Variant } from '../model/variant.ts';
import type { Round, World } from '../world/world.ts';
import { checkAll } from '../rules/check.ts';
import type { Judge } from '../rules/judge.ts';
import type { Misspelt } from '../rules/subjects.ts';
import type { Excerpt } from './excerpt.ts';
import { Fingerprints } from './fingerprint.ts';
import { fontsOf, type Fonts } from './fonts.ts';
import { recipientsFor, type EditionRecipient } from './localised.ts';
import { PerRecipient } from './per-recipient.ts';
import type { Form, OpenPlan, Plan, PlanContents } from './plan.ts';
import { misspeltIn, readProse, type ProseOfPassages } from './prose.ts';
import { prepare, type PreparedProject } from './prepare.ts';
import { ReadLibrary, type PlannedEdition } from './read-library.ts';

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
  async plan(wanted: PlannedEdition, recipient?: string): Promise<readonly Message[]> {
    const { pack, edition } = wanted;
    const project = inLanguage(this.#project, languageFor(this.#project, edition));
    const library = memo(this.#libraries, project, () => new ReadLibrary(project));
    const planning = {
      wanted,
      library,
      forms: library.formsOf(wanted),
      told: new Map(),
    } satisfies EditionPlanning;
    if (edition.recipients === null) return (await this.#planFor(planning, null)).messages;
    const found = new PerRecipient(project, pack, edition);
    for (const one of recipientsFor(project, edition)) {
      if (recipient !== undefined && one.addressee.id !== recipient) continue;
      const { localised, messages, used } = await this.#planFor(planning, one);
      if (localised) found.add(localised, messages, used);
    }
    return found.messages();
  }

  async #planFor({ told, ...planning }: EditionPlanning, recipient: EditionRecipient | null) {
    const { wanted, library } = planning;
    const { pack, edition } = wanted;
    const { project } = library;
    const localised = recipient?.localise() ?? null;
    const read = library.read(wanted, localised);
    const { selection } = read;
    const { found, used } = memo(told, keyOf(selection), () => ({
      found: this.#judge(checkAll('pack', { project, pack, edition, selection, prose: this.#prose })),
      used: passagesIn(selection, project),
    }));
    const messages = [...read.messages, ...found];
    if (hasErrors(messages)) return { localised, messages, used: [] };
    for (const id of used) this.used.add(id);
    this.plans.push(...(await this.#plansOf(planning, recipient, library.excerptOf(read, localised))));
    return { localised, messages, used };
  }

  /** The documents of an edition, for one recipient where it has some: one of each variant. */
  async #plansOf(
    { wanted, library, forms }: Omit<EditionPlanning, 'told'>,
    recipient: EditionRecipient | null,
    excerpt: Excerpt,
  ): Promise<readonly Plan[]> {
    const { pack, edition } = wanted;
    const plans: Plan[] = [];
    for (const { variant, template } of forms) {
      const key = {
        pack: pack.id,
        edition: edition.id,
        variant,
        ...(recipient ? { recipient: recipient.addressee } : {}),
      };
      const follows = plans.find((plan) => plan.key.variant === 'standard') ?? null;
      const contents = library.contentsFor(variant, excerpt);
      plans.push(
        openable(
          {
            key,
            row: recipient?.row ?? null,
            isOnRequest: pack.build === 'on-request',
            name: documentName(key),
            audience: edition.audience,
            forms,
            template,
            follows,
            fingerprint: await this.#fingerprints.of({ key, follows, ...contents }),
          },
          this.plans.length < HELD ? contents : null,
          () => contentsOf(library, wanted, variant, recipient),
        ),
      );
    }
    return plans;
  }
}

/** How many plans hold what they are made of until they are opened, so that it need not be put together again. */
const HELD = 1000;

/** A plan that is put together anew whenever it is opened; but for the first time, where what it is made of is given. */
const openable = (
  known: Omit<Plan, 'open'>,
  given: PlanContents | null,
  contents: () => PlanContents,
): Plan => {
  let held = given;
  const open = (): OpenPlan => {
    const own = held ?? contents();
    held = null;
    return { ...plan, ...own };
  };
  const plan: Plan = { ...known, open };
  return plan;
};

/** What the document of a variant can be made of, for one recipient where its edition has some. */
const contentsOf = (
  library: ReadLibrary,
  wanted: PlannedEdition,
  variant: Variant,
  recipient: EditionRecipient | null,
): PlanContents => {
  const localised = recipient?.localise() ?? null;
  return library.contentsFor(variant, library.excerptOf(library.read(wanted, localised), localised));
};

/** An edition while its documents are planned. */
interface EditionPlanning {
  readonly wanted: PlannedEdition;
  readonly library: ReadLibrary;
  readonly forms: readonly Form[];
  readonly told: ToldBySelection;
}

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

const editionsOf = (project: Project): readonly PlannedEdition[] =>
  [...project.packs.values()].flatMap((pack) =>
    pack.editions.flatMap((edition) => {
      const template = project.templates.get(edition.template);
      return template ? [{ pack, edition, template }] : [];
    }),
  );
