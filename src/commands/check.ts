/** Every rule, and no output: load → select → compose → render, and with the documents print → pdf. */

import type { Message, Told } from '../diagnostics/message.ts';
import type { Day } from '../model/time.ts';
import { draftAll } from '../produce/drafts.ts';
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
  const printed: readonly Message[] = request.documents
    ? (await produce(world, plans, { ...drafted, sink: NOWHERE })).messages
    : [];
  const value: Checked = {
    sources: project.sources.size,
    passages: project.passages.size,
    documents: plans.length,
    printed: request.documents,
  };
  return { value, messages: [...messages, ...printed] };
};
