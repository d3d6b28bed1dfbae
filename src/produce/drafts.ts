/**
 * Plans all documents of a project, and takes up to their pages those that the store does not have; so that all that is
 * wrong with any of them is found together, and before one is printed.
 */

import { gathered, hasErrors, once, type Message, type Told } from '../diagnostics/message.ts';
import type { Fit } from '../model/fit.ts';
import type { Shard } from '../model/shard.ts';
import type { Day } from '../model/time.ts';
import { checkAll } from '../rules/check.ts';
import type { World } from '../world/world.ts';
import { Characters } from './characters.ts';
import { Composer, EVERY, type Composed } from './composer.ts';
import { makingsOf } from './makings.ts';
import { Memory } from './memory.ts';
import type { Plan } from './plan.ts';
import { planAll, type Planned } from './planner.ts';
import { shardOf } from './shard.ts';

/** A project that has been found free of errors, up to its printing. */
export interface Drafted extends Planned {
  readonly composer: Composer;
  readonly memory: Memory;
  readonly drafts: Drafts;
}

/** Drafts that wait to be printed, by the names of their documents. */
export type Drafts = Map<string, Composed>;

/** How many wait: beyond that a draft is made again when its turn comes, so that memory does not grow with their number. */
const WAITING = 50;

/**
 * Load → select → compose → render, in every format; null where there is an error. `today` is the day in London. Of a
 * shard of the documents, only these are composed.
 */
export const draftAll = async (
  world: Pick<World, 'files' | 'packages' | 'engine' | 'store'>,
  today: Day,
  shard?: Shard,
): Promise<Told<Drafted | null>> => {
  const { value: planned, messages: planning } = await planAll(world);
  if (!planned) return { value: null, messages: planning };
  const [composer, memory] = [new Composer(planned.renderer), new Memory(world.store)];
  const drafts: Drafts = new Map();
  const messages: Message[] = [...planning];
  const characters = new Characters(world.files, planned);
  const wanted = shard ? shardOf(planned.plans, shard) : planned.plans;
  for (const plan of await unknownAmong(wanted, memory)) {
    const { value: draft, messages: found } = await composer.compose(plan);
    messages.push(...found);
    if (draft) await characters.look(draft);
    if (draft && drafts.size < WAITING) drafts.set(plan.name, draft);
  }
  const { project, used } = planned;
  const unprintable = await characters.unprintable();
  messages.push(...checkAll('library', { project, used, today, unprintable }));
  return {
    value: hasErrors(messages) ? null : { ...planned, composer, memory, drafts },
    messages: once(gathered(messages, 'named-passage')),
  };
};

/** Documents of which it is not known that there is nothing to tell: the store does not have them in every format. */
const unknownAmong = async (plans: readonly Plan[], memory: Memory): Promise<readonly Plan[]> => {
  const fits = new Map<string, Fit>();
  const unknown: Plan[] = [];
  for (const plan of plans) {
    const stored = await memory.find(makingsOf(plan, EVERY, { fits, remembered: new Map() }));
    if (!stored) unknown.push(plan);
    if (stored?.entry.fit) fits.set(plan.name, stored.entry.fit);
  }
  return unknown;
};
