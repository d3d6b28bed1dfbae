/** Every rule, and no output: load → select → compose → render, and with the documents print → pdf. */

import type { Message, Told } from '../diagnostics/message.ts';
import type { Day } from '../model/time.ts';
import { draftAll, type Drafted } from '../produce/drafts.ts';
import { Press } from '../produce/press.ts';
import { produce, type Sink } from '../produce/produce.ts';
import type { World } from '../world/world.ts';

export interface Checked {
  readonly sources: number;
  readonly passages: number;
  readonly documents: number;
  /** Whether the documents were printed too. */
  readonly printed: boolean;
}

/** Documents are checked, and go nowhere. */
const NOWHERE: Sink = { add: async () => {}, restore: async () => true };

/** Checks a project; null where it has errors before anything is printed. */
export const check = async (
  world: World,
  request: { readonly documents: boolean; readonly today: Day },
): Promise<Told<Checked | null>> => {
  const { value: drafted, messages } = await draftAll(world, request.today);
  if (!drafted) return { value: null, messages };
  const { project, plans } = drafted;
  const printed = request.documents ? await printAll(world, drafted) : [];
  const value: Checked = {
    sources: project.sources.size,
    passages: project.passages.size,
    documents: plans.length,
    printed: request.documents,
  };
  return { value, messages: [...messages, ...printed] };
};

/** What is told of documents while they are printed. */
const printAll = async (world: World, drafted: Drafted): Promise<readonly Message[]> => {
  const press = new Press(world);
  try {
    return (await produce(world, drafted.plans, { ...drafted, press, sink: NOWHERE })).messages;
  } finally {
    await press.close();
  }
};
