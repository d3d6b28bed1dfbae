/**
 * A build, as far as the store does not have it: load → select (`produce/planner.ts`), compose → render of what is not
 * known yet (`produce/drafts.ts`), fit, print → pdf (`produce/produce.ts`), publish.
 *
 * Nothing is published unless everything is right. A narrowed build plans every document all the same: so it finds every
 * error, and knows which of the documents that it does not make anew are out of date.
 */

import { hasErrors, stops, type Message, type Told } from '../diagnostics/message.ts';
import { oneOf } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { documentName } from '../model/document-key.ts';
import type { Entry } from '../model/manifest.ts';
import { ALL_FORMATS, type Format } from '../model/formats.ts';
import type { Formats } from '../produce/composer.ts';
import { draft, tidied, unknownAmong, type Drafted } from '../produce/drafts.ts';
import { isFitted } from '../produce/fit-document.ts';
import type { Remembered } from '../produce/store-key.ts';
import { Memory } from '../produce/memory.ts';
import { standingAt } from '../model/release.ts';
import type { Plan } from '../produce/plan.ts';
import { planAll, type Planned } from '../produce/planner.ts';
import { Press } from '../produce/press.ts';
import { isPrinted, produce } from '../produce/produce.ts';
import { forgetDictionaries } from '../produce/prose.ts';
import { carryOver, fitsOf, lastBuild, madeBy, type Carried, type LastBuild } from '../publish/last-build.ts';
import { assemble, Publication } from '../publish/publish.ts';
import type { World } from '../world/world.ts';
import { presentOf, type Built, type FormatsOf, type Request } from './request.ts';
import { LeakSearch } from './no-leaks.ts';
import { addPages } from './site-pages.ts';
import { narrow } from './narrow.ts';

/** Builds what is asked for and replaces the output folder; null, and nothing published, where there is an error. */
export const buildAnew = async (world: World, request: Request): Promise<Told<Built | null>> => {
  const { value: planned, messages } = await planAll(world, request);
  await forgetDictionaries();
  if (!planned) return { value: null, messages };
  const press = new Press(world);
  try {
    return await buildPlanned(world, request, { value: planned, messages }, press);
  } finally {
    await press.close();
  }
};

const buildPlanned = async (
  world: World,
  request: Request,
  planning: Told<Planned>,
  press: Press,
): Promise<Told<Built | null>> => {
  const { plans } = planning.value;
  const memory = new Memory(world.store);
  const drafting = (some: readonly Plan[]) => draft(world, planning, { ...request, plans: some, memory });
  if (hasErrors(planning.messages)) return { ...(await drafting(plans)), value: null };
  const wanted = narrow(planning.value, request);
  if (!request.shard) refuseNone(wanted, request.formats);
  const before = await lookBack(world.output, plans, wanted, request);
  const formats = request.formats.length ? { formats: formatsIn(request.formats, before.carried) } : {};
  const printed = wanted.filter((plan) => isPrinted(plan, formats));
  if ((await unknownAmong(printed, memory)).length) press.warm();
  // What is not printed is made at once, and what there is to tell of it told then.
  const isWanted = new Set(wanted);
  const others = request.shard ? [] : plans.filter((plan) => !isWanted.has(plan) && !plan.isOnRequest);
  const { value: drafted, messages: found } = await drafting([...printed, ...others]);
  if (!drafted) {
    // What is not printed has not been looked at yet.
    const isAll = printed.length === wanted.length;
    return { value: null, messages: isAll ? found : (await drafting([...wanted, ...others])).messages };
  }
  const fresh = await world.output.begin();
  try {
    const publication = new Publication(world.output, fresh, world.store);
    const search = new LeakSearch(world, drafted);
    const { keepGoing = false } = request;
    const sink = search.along(publication);
    const order = { ...drafted, ...formats, press, sink, remembered: before.fits, keepGoing };
    const { value: made, messages: making } = await produce(world, wanted, order);
    // Browsers end while pages of the site are made.
    void press.close();
    const messages = [...tidied([...found, ...making])];
    if (stops(messages, request.strict ?? false)) return { value: null, messages };
    const outcome = { made, before, request, messages };
    messages.push(...(await publish(world, { publication, search }, drafted, outcome)));
    if (stops(messages, request.strict ?? false)) return { value: null, messages };
    await forget(memory, drafted, wanted, request);
    return { value: report(drafted, wanted, request, { made, before }), messages };
  } finally {
    await fresh.discard();
  }
};

/** Takes out of the store what no document is made of any more; a narrowed build does not know it of all. */
const forget = async (
  memory: Memory,
  { plans, project }: Planned,
  wanted: readonly Plan[],
  { formats }: Request,
): Promise<void> => {
  const asked = new Set(wanted);
  const others = plans.filter((plan) => !asked.has(plan));
  if (formats.length || others.some(({ isOnRequest }) => !isOnRequest))
    return memory.forgetWithdrawn(project);
  // What is made on request alone stays for the next.
  await unknownAmong(others, memory);
  await memory.forgetOthers();
};

/** What is known of the last build; its manifest takes too much room to be kept. */
interface Before extends LastBuild {
  readonly fits: Remembered;
  /** The paths of the files that it made; null where it does not say that, or there was none. */
  readonly files: ReadonlySet<string> | null;
}

/** What came of this build, and what stays of the last. */
interface BuildOutcome {
  readonly made: readonly Entry[];
  readonly before: Before;
}

/** Puts what was made and what stays into the place of the output folder; nothing where the desk is faulty. */
const publish = async (
  world: World,
  { publication, search }: { readonly publication: Publication; readonly search: LeakSearch },
  drafted: Drafted,
  {
    made,
    before: { carried, files },
    request,
    messages: told,
  }: BuildOutcome & { readonly request: Request; readonly messages: readonly Message[] },
): Promise<readonly Message[]> => {
  const order = drafted.plans.map(({ name }) => name);
  const manifest = assemble(request.version, made, carried, order);
  refuseChanged(await publication.carry(carried));
  const found = [
    ...(await addPages(world, publication, drafted, manifest, request, told)),
    ...(await search.end(publication, manifest, request, new Set(carried.flatMap(({ files }) => files)))),
  ];
  // What a page of one part leads to may be in another: `merge` looks for it.
  const messages = request.shard ? found.filter(({ rule }) => rule !== 'site-link') : found;
  if (!stops(messages, request.strict ?? false)) await publication.publish(manifest, files);
  return messages;
};

const report = (
  { plans, project }: Drafted,
  wanted: readonly Plan[],
  request: Request,
  { made, before: { carried, lost } }: BuildOutcome,
): Built => {
  const anew = new Map(made.map((entry) => [documentName(entry), entry]));
  const isAnew = ({ entry }: Carried) => anew.has(documentName(entry));
  return {
    made,
    carried: carried.filter((one) => !isAnew(one)).map(({ entry }) => entry),
    kept: carried.filter(isAnew).map((one) => ({ name: documentName(one.entry), formats: one.formats })),
    outdated: outdated(plans, carried),
    unfitted: wanted
      .filter(({ name, template }) => isFitted(template) && !anew.get(name)?.fit)
      .map(({ name }) => name),
    lacking: lackingIn(wanted, request.formats),
    lost,
    standing: standingAt(presentOf(request).now, project),
  };
};

const BESIDES = ALL_FORMATS.filter((format) => format !== 'html');

/** What of the last build stays: documents that are not asked for, and formats of those that are. */
const lookBack = async (
  output: World['output'],
  plans: readonly Plan[],
  wanted: readonly Plan[],
  { formats, shard }: Request,
): Promise<Before> => {
  const { manifest: last, foreign } = await lastBuild(output);
  // The web page is always made.
  const others = formats.length ? BESIDES.filter((format) => !formats.includes(format)) : [];
  const asked = new Set(wanted);
  const staying = new Map(
    plans.map((plan) => [plan.name, asked.has(plan) ? others : shard ? [] : ALL_FORMATS] as const),
  );
  // Nobody asked for what is made on request: it goes, where it can't stay.
  if (foreign && plans.some(({ name, isOnRequest }) => !isOnRequest && staying.get(name)?.length))
    throw new UsageError(
      'The last build is of another version of despatch: nothing of it can be kept',
      'Build everything: name no packs, audiences and formats.',
    );
  const found = await carryOver(output, last, staying);
  refuseChanged(found.changed[0] ?? null);
  return { ...found, fits: fitsOf(last), files: madeBy(last) };
};

/** Refuses to go on where a file that is to stay is not as it was made. */
const refuseChanged = (path: string | null): void => {
  if (path !== null)
    throw new UsageError(
      `\`${path}\` is not asked for, and can't be kept: it was changed or taken away since the last build`,
      'Put it back as it was, or build everything: name no packs, audiences and formats.',
    );
};

/** In which formats a document is made: those asked for; its page names those too that stay of the last build. */
const formatsIn = (formats: readonly Format[], carried: readonly Carried[]) => {
  const kept = new Map(carried.map((one) => [documentName(one.entry), one.formats]));
  return ({ key }: Plan): Formats => ({
    made: formats,
    there: (variant) => [...formats, ...(kept.get(documentName({ ...key, variant })) ?? [])],
  });
};

/** Names of those carried over that would be others today: the sources have changed since they were made, or despatch has. */
const outdated = (plans: readonly Plan[], carried: readonly Carried[]): readonly string[] => {
  const today = new Map(plans.map(({ name, fingerprint }) => [name, fingerprint]));
  return carried.flatMap(({ entry, formats }) => {
    const name = documentName(entry);
    return formats.some((format) => entry.inputs[format] !== today.get(name)) ? [name] : [];
  });
};

/** What is asked for by name and no template makes. */
const lackingIn = (plans: readonly Plan[], asked: readonly Format[]): readonly FormatsOf[] =>
  plans.flatMap(({ name, template }) => {
    const formats = asked.filter((format) => !template.formats.includes(format));
    return formats.length ? [{ name, formats }] : [];
  });

/** Refuses formats that none of the documents asked for has. */
const refuseNone = (plans: readonly Plan[], asked: readonly Format[]): void => {
  const made = ALL_FORMATS.filter((format) =>
    plans.some(({ template }) => template.formats.includes(format)),
  );
  if (!asked.length || !plans.length || asked.some((format) => made.includes(format))) return;
  throw new UsageError(
    `None of these documents has the format ${oneOf(asked)}`,
    `Their templates make ${made.join(', ')}: ask for one of these, or add to \`formats\` in a \`template.yaml\`.`,
  );
};
