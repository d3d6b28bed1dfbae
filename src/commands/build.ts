/**
 * A build: load → select → compose → render (`produce/draft.ts`), fit, print → pdf (`produce/produce.ts`), publish.
 *
 * Nothing is written unless everything is right. A narrowed build prepares every document all the same: so it finds
 * every error, and knows which of the documents that it does not make anew are out of date.
 */

import { isFitted } from '../produce/fit-document.ts';
import { inputsOf } from '../produce/inputs.ts';
import { Memory } from '../produce/memory.ts';
import { produce } from '../produce/produce.ts';
import { hasErrors, stops, type Message, type Told } from '../diagnostics/message.ts';
import { oneOf, suggest } from '../diagnostics/nearest.ts';
import type { Edition, Format, Pack, Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { documentName, type Variant } from '../model/variant.ts';
import type { World } from '../world/world.ts';
import { ALL_FORMATS, draftAll, type Draft, type Formats } from '../produce/draft.ts';
import { deskView } from '../publish/desk-view.ts';
import type { Entry, Manifest } from '../model/manifest.ts';
import {
  assemble,
  carryOver,
  entryOf,
  fitsOf,
  lastBuild,
  nameOf,
  type Carried,
  type Found,
} from '../publish/publish.ts';

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
  /** Formats of documents made anew that were not asked for, and were taken over as they were. */
  readonly kept: readonly FormatsOf[];
  /** Names of documents carried over, and of those kept in some format, that the sources have left behind. */
  readonly outdated: readonly string[];
  /** Names of those made whole because no PDF was made of them to fit them by. */
  readonly unfitted: readonly string[];
  /** Formats that were asked for by name of documents whose templates have none. */
  readonly lacking: readonly FormatsOf[];
  /** Names of those that could not be carried over: their files are gone. */
  readonly lost: readonly string[];
}

/** Formats of one document. */
export interface FormatsOf {
  readonly name: string;
  readonly formats: readonly Format[];
}

/** Builds what is asked for and replaces the output folder; null, and nothing written, where there is an error. */
export const build = async (world: World, request: Request): Promise<Told<Built | null>> => {
  await world.output.recover();
  const { value: prepared, messages: found } = await draftAll(world, request.today);
  if (!prepared) return { value: null, messages: found };
  const { project, drafts, desk } = prepared;
  const wanted = narrow(project, drafts, request);
  refuseNone(wanted, request.formats);
  const { last, earlier } = await lookBack(world.output, drafts, wanted, request);
  const memory = world.store && new Memory(world.store, world, project);
  const { value: made, messages: printed } = await produce(world, project, wanted, {
    version: request.version,
    remembered: fitsOf(last),
    ...(memory ? { memory } : {}),
    ...(request.formats.length ? { formats: formatsIn(request.formats, earlier) } : {}),
  });
  const messages: readonly Message[] = [...found, ...printed];
  if (stops(messages, request.strict ?? false)) return { value: null, messages };

  const order = drafts.map(({ name }) => name);
  const { manifest, files } = assemble(request.version, made, earlier.carried, order);
  const titles = new Map(drafts.map(({ pack, document }) => [pack.id, document.title]));
  const { value: index, messages: onDesk } = desk(deskView(project, manifest, titles));
  if (hasErrors(onDesk)) return { value: null, messages: [...messages, ...onDesk] };
  for (const [path, bytes] of index.assets) files.set(path, bytes);
  files.set('index.html', new TextEncoder().encode(index.html));
  await world.output.replace(files);
  if (wanted.length === drafts.length && !request.formats.length) await memory?.forgetOthers();
  else await memory?.forgetWithdrawn(project);
  const isAnew = ({ entry }: Carried) => made.some((one) => nameOf(one.entry) === nameOf(entry));
  const value: Built = {
    made: made.map(entryOf),
    carried: earlier.carried.filter((one) => !isAnew(one)).map(({ entry }) => entry),
    kept: earlier.carried.filter(isAnew).map(({ entry, formats }) => ({ name: nameOf(entry), formats })),
    outdated: await outdated(project, drafts, earlier.carried, request.version),
    unfitted: wanted
      .filter(
        ({ name, template }) =>
          isFitted(template) && !made.some(({ entry }) => nameOf(entry) === name && entry.fit),
      )
      .map(({ name }) => name),
    lacking: lackingIn(wanted, request.formats),
    lost: earlier.lost,
  };
  return { value, messages };
};

const BESIDES = ALL_FORMATS.filter((format) => format !== 'html');

/** What of the last build stays: documents that are not asked for, and formats of those that are. */
const lookBack = async (
  output: World['output'],
  drafts: readonly Draft[],
  wanted: readonly Draft[],
  { formats }: Request,
): Promise<{ readonly last: Manifest | null; readonly earlier: Found }> => {
  const { manifest: last, foreign } = await lastBuild(output);
  // The web page is always made.
  const others = formats.length ? BESIDES.filter((format) => !formats.includes(format)) : [];
  const staying = new Map(
    drafts.map((draft) => [draft.name, wanted.includes(draft) ? others : ALL_FORMATS] as const),
  );
  if (foreign && [...staying.values()].some((some) => some.length))
    throw new UsageError(
      'The last build is of another version of despatch: nothing of it can be kept',
      'Build everything: name no packs, audiences and formats.',
    );
  const earlier = await carryOver(output, last, staying);
  const [changed] = earlier.changed;
  if (changed !== undefined)
    throw new UsageError(
      `\`${changed}\` is not asked for, and can't be kept: it was changed or taken away since the last build`,
      'Put it back as it was, or build everything: name no packs, audiences and formats.',
    );
  return { last, earlier };
};

/** In which formats a document is made: those asked for; its page names those too that stay of the last build. */
const formatsIn =
  (formats: readonly Format[], { carried }: Found) =>
  ({ pack, edition }: Draft): Formats => {
    const kept = new Map(carried.map((one) => [nameOf(one.entry), one.formats]));
    const keptOf = (variant: Variant) => kept.get(documentName(pack.id, edition.id, variant)) ?? [];
    return { made: formats, there: (variant) => [...formats, ...keptOf(variant)] };
  };

/** Names of those carried over that would be others today: the sources have changed since they were made, or despatch has. */
const outdated = async (
  project: Project,
  drafts: readonly Draft[],
  carried: readonly Carried[],
  version: string,
): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const { entry, formats } of carried) {
    const draft = drafts.find(({ name }) => name === nameOf(entry));
    const today = draft && (await inputsOf(project, draft, version)).all;
    if (formats.some((format) => entry.inputs[format] !== today)) names.push(nameOf(entry));
  }
  return names;
};

/** What is asked for by name and no template makes. */
const lackingIn = (drafts: readonly Draft[], asked: readonly Format[]): readonly FormatsOf[] =>
  drafts.flatMap(({ name, template }) => {
    const formats = asked.filter((format) => !template.formats.includes(format));
    return formats.length ? [{ name, formats }] : [];
  });

/** Refuses formats that none of the documents asked for has. */
const refuseNone = (drafts: readonly Draft[], asked: readonly Format[]): void => {
  const made = ALL_FORMATS.filter((format) =>
    drafts.some(({ template }) => template.formats.includes(format)),
  );
  if (!asked.length || !drafts.length || asked.some((format) => made.includes(format))) return;
  throw new UsageError(
    `None of these documents has the format ${oneOf(asked)}`,
    `Their templates make ${made.join(', ')}: ask for one of these, or add to \`formats\` in a \`template.yaml\`.`,
  );
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
