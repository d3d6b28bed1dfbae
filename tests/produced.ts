import type { Message } from '../src/diagnostics/message.ts';
import { documentName } from '../src/model/document-key.ts';
import type { Made } from '../src/model/made.ts';
import { draftAll, type Drafted } from '../src/produce/drafts.ts';
import type { Plan } from '../src/produce/plan.ts';
import { Press } from '../src/produce/press.ts';
import { produce } from '../src/produce/produce.ts';
import type { Files } from '../src/world/world.ts';
import { openThisPrinter } from './print/press.ts';
import { memoryWorld } from './world.ts';

/** Documents in memory, in the order of packs and editions, with what was said of them. */
export interface Produced {
  readonly drafted: Drafted;
  readonly made: readonly Made[];
  /** What was told before anything was printed, and while it was. */
  readonly drafting: readonly Message[];
  readonly printing: readonly Message[];
}

/** Makes a project's documents in memory: all, or those that are wanted. */
export const produceAll = async (
  files: Files,
  isWanted: (plan: Plan) => boolean = () => true,
): Promise<Produced> => {
  const { value: drafted, messages: drafting } = await draftAll(memoryWorld({}, { files }), '2026-10-01');
  if (!drafted) throw new Error(drafting.map(({ text }) => text).join('\n'));
  const made = new Map<string, Made>();
  const sink = {
    add: async (one: Made) => void made.set(documentName(one.entry), one),
    restore: async () => false,
  };
  const wanted = drafted.plans.filter(isWanted);
  const press = new Press({ openPrinter: openThisPrinter });
  const world = { browsers: 2, progress: () => {} };
  const { messages: printing } = await produce(world, wanted, { ...drafted, press, sink }).finally(() =>
    press.close(),
  );
  return { drafted, made: wanted.flatMap(({ name }) => made.get(name) ?? []), drafting, printing };
};
