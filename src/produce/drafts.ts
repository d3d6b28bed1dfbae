/**
 * Takes planned documents up to their pages where the store does not have them; so that all that is wrong with any of them
 * is found together, and before one is printed.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { tolerated } from '../diagnostics/tolerated.ts';
import { gathered, hasErrors, once, type Message, type Told } from '../diagnostics/message.ts';
import type { Fit } from '../model/fit.ts';
import type { Day } from '../model/time.ts';
import { checkAll } from '../rules/check.ts';
import { idleExcuses } from '../rules/judge.ts';
import type { World } from '../world/world.ts';
import { Characters } from './characters.ts';
import { correctionsOf } from './corrections.ts';
import { Composer, EVERY, type Composed } from './composer.ts';
import { storeKeyParts } from './store-key.ts';
import { Memory } from './memory.ts';
import type { Plan } from './plan.ts';
import { planAll, type Planned } from './planner.ts';

/** A project that has been found free of errors, up to its printing. */
export interface Drafted extends Planned {
  readonly composer: Composer;
  readonly memory: Memory;
  readonly drafts: Drafts;
  /** The names of all documents that were drafted: what there is to tell of these has been told. */
  readonly told: ReadonlySet<string>;
}

/** How many drafts wait: beyond that one is made again when its turn comes, so that memory does not grow with their number. */
const WAITING = 50;

/** Drafts that wait to be printed, by the names of their documents. */
export type Drafts = Map<string, Composed>;

/** Load → select → compose → render of every document, in every format; null where there is an error. `today` is the day in London. */
export const draftAll = async (
  world: Pick<World, 'files' | 'packages' | 'engine' | 'store' | 'readings'>,
  today: Day,
): Promise<Told<Drafted | null>> => {
  const { value, messages } = await planAll(world);
  if (!value) return { value, messages };
  const memory = new Memory(world.store);
  return draft(world, { value, messages }, { plans: value.plans, today, thorough: true, memory });
};

/** What is drafted. */
export interface Drafting {
  readonly plans: readonly Plan[];
  /** The day in London. */
  readonly today: Day;
  readonly memory: Memory;
  /** Whether what is wrong with one recipient's document stops the others. */
  readonly keepGoing?: boolean;
  /** Whether what is for information alone is told too. */
  readonly thorough?: boolean;
  /** Fingerprints of documents of which there was nothing to tell; they are not drafted again, and others join them. */
  readonly clean?: Set<string>;
  /** Waited for before each document, by whoever does something else meanwhile; may throw, to give it up. */
  readonly pause?: () => Promise<void>;
}

/** Compose → render of some documents, in every format; null where there is an error, were it one of planning. */
export const draft = async (
  { files }: Pick<World, 'files'>,
  { value: planned, messages: planning }: Told<Planned>,
  { plans, today, memory, keepGoing = false, thorough = false, clean = new Set(), pause = turn }: Drafting,
): Promise<Told<Drafted | null>> => {
  const composer = new Composer(planned);
  const drafts: Drafts = new Map();
  const told = new Set<string>();
  const messages: Message[] = [...planning];
  const characters = new Characters(files, planned);
  for (const plan of await unknownAmong(plans, memory)) {
    if (clean.has(plan.fingerprint)) continue;
    await pause();
    const { value, messages: found } = await composer.compose(plan.open());
    messages.push(...tolerated(found, keepGoing));
    const isPrintable = value !== null && (await characters.look(value));
    if (isPrintable && !found.length) clean.add(plan.fingerprint);
    told.add(plan.name);
    if (value && drafts.size < WAITING) drafts.set(plan.name, value);
  }
  const { project, used, judge, prose, misspelt } = planned;
  const unprintable = await characters.unprintable();
  const corrections = correctionsOf(planned, today);
  const library = { project, used, today, thorough, unprintable, prose, misspelt, corrections };
  messages.push(...judge(checkAll('library', library)));
  if (!hasErrors(messages)) messages.push(...idleExcuses(project.excuses, messages));
  return {
    value: hasErrors(messages) ? null : { ...planned, composer, memory, drafts, told },
    messages: tidied(messages),
  };
};

/** Each message once, and what many documents say of one passage together. */
export const tidied = (messages: readonly Message[]): readonly Message[] =>
  once(gathered(messages, 'named-passage'));

/** Documents of which it is not known that there is nothing to tell: the store does not have them in every format. */
export const unknownAmong = async (plans: readonly Plan[], memory: Memory): Promise<readonly Plan[]> => {
  const fits = new Map<string, Fit>();
  const unknown: Plan[] = [];
  for (const plan of plans) {
    const stored = await memory.find(storeKeyParts(plan, EVERY, { fits, remembered: new Map() }));
    if (!stored) unknown.push(plan);
    if (stored?.entry.fit) fits.set(plan.name, stored.entry.fit);
  }
  return unknown;
};
