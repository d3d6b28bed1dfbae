/**
 * A build: load → select → compose → render (`prepare.ts`), fit, print → pdf (`make.ts`), publish.
 *
 * Nothing is written unless everything is right. A narrowed build prepares every document all the same: so it finds
 * every error, and knows which of the documents that it does not make anew are out of date.
 */

import { isFitted } from './fit-document.ts';
import { inputsOf, make } from './make.ts';
import { hasErrors, type Message, type Told } from './model/message.ts';
import { suggest } from './model/nearest.ts';
import type { Edition, Format, Pack, Project } from './model/project.ts';
import type { Day } from './model/time.ts';
import { UsageError } from './model/usage.ts';
import type { World } from './model/world.ts';
import { prepare, type Draft } from './prepare.ts';
import { deskView } from './publish/desk-view.ts';
import type { Entry } from './publish/manifest.ts';
import { assemble, carryOver, entryOf, fitsOf, lastManifest, nameOf } from './publish/publish.ts';

/** What is to be built; empty lists mean all. */
export interface Request {
  readonly packs: readonly string[];
  readonly audiences: readonly string[];
  readonly formats: readonly Format[];
  /** Despatch's own version, for the manifest. */
  readonly version: string;
  /** The present day in London: for warnings alone, no document knows it. */
  readonly today: Day;
  /** Whether warnings stop the build too. */
  readonly strict?: boolean;
}

export interface Built {
  readonly made: readonly Entry[];
  /** Documents of the last build that were taken over as they were. */
  readonly carried: readonly Entry[];
  /** Names of those carried over that the sources have left behind. */
  readonly outdated: readonly string[];
  /** Names of those made whole because no PDF was made of them to fit them by. */
  readonly unfitted: readonly string[];
  /** Formats that were not asked for: the documents made have lost theirs, if they had any. */
  readonly unmade: readonly Format[];
  /** Names of those that could not be carried over: their files are gone or were changed by hand. */
  readonly lost: readonly string[];
}

/** Every format that a template may have. */
export const ALL_FORMATS: readonly Format[] = ['html', 'pdf', 'text'];

/** Builds what is asked for and replaces the output folder; null, and nothing written, where there is an error. */
export const build = async (world: World, request: Request): Promise<Told<Built | null>> => {
  const formats = request.formats.length ? request.formats : ALL_FORMATS;
  // What is not made anew is rendered as a whole build would, to tell whether it is out of date.
  const formatsOf = (pack: Pack, edition: Edition) =>
    asksFor(request, pack, edition) ? formats : ALL_FORMATS;
  const { value: prepared, messages: found } = await prepare(world, formatsOf, request.today);
  if (!prepared) return { value: null, messages: found };
  const { project, drafts, desk } = prepared;
  const wanted = narrow(project, drafts, request);
  const last = await lastManifest(world.output);
  const { value: made, messages: printed } = await make(world, project, wanted, fitsOf(last));
  const messages: readonly Message[] = [...found, ...printed];
  if (hasErrors(messages) || (request.strict && messages.length)) return { value: null, messages };

  const others = drafts.filter((draft) => !wanted.includes(draft));
  const { carried, lost } = await carryOver(
    world.output,
    others.map(({ name }) => name),
  );
  const { manifest, files } = assemble(
    request.version,
    made,
    carried,
    drafts.map(({ name }) => name),
  );
  const titles = new Map(drafts.map(({ pack, document }) => [pack.id, document.title]));
  const { value: index, messages: onDesk } = desk(deskView(project, manifest, titles));
  if (hasErrors(onDesk)) return { value: null, messages: [...messages, ...onDesk] };
  for (const [path, bytes] of index.assets) files.set(path, bytes);
  files.set('index.html', new TextEncoder().encode(index.html));
  await world.output.replace(files);
  const outdated: string[] = [];
  for (const { entry } of carried) if (await isOutdated(entry, project, drafts)) outdated.push(nameOf(entry));
  const value: Built = {
    unmade: ALL_FORMATS.filter((format) => !formats.includes(format)),
    made: made.map(entryOf),
    unfitted: wanted
      .filter(
        ({ name, template }) =>
          isFitted(template) && !made.some(({ entry }) => nameOf(entry) === name && entry.fit),
      )
      .map(({ name }) => name),
    carried: carried.map(({ entry }) => entry),
    outdated,
    lost,
  };
  return { value, messages };
};

/** Whether the sources have changed since a document was made: it would be another today. */
const isOutdated = async (entry: Entry, project: Project, drafts: readonly Draft[]): Promise<boolean> => {
  const draft = drafts.find(({ name }) => name === nameOf(entry));
  return draft !== undefined && (await inputsOf(project, draft)) !== entry.inputs;
};

const asksFor = ({ packs, audiences }: Request, pack: Pack, edition: Edition): boolean =>
  (!packs.length || packs.includes(pack.id)) && (!audiences.length || audiences.includes(edition.audience));

/** The documents that are asked for. */
const narrow = (project: Project, drafts: readonly Draft[], request: Request): readonly Draft[] => {
  refuseUnknown('pack', request.packs, project.packs.keys());
  refuseUnknown('audience', request.audiences, project.audiences.keys());
  const wanted = drafts.filter(({ pack, edition }) => asksFor(request, pack, edition));
  if (!wanted.length && drafts.length)
    throw new UsageError('No document is for that pack and audience', 'Leave one of the two out.');
  return wanted;
};

/** Refuses the name of a pack, edition or audience that the project does not have. */
export const refuseUnknown = (what: string, names: readonly string[], known: Iterable<string>): void => {
  const all = [...known];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no ${what} \`${unknown}\``, suggest(unknown, all));
};
