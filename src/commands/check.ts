/** Every rule, and no output: load → select → compose → render, and with the documents print → pdf in memory. */

import { Memory } from '../produce/memory.ts';
import { produce } from '../produce/produce.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import type { Day } from '../model/time.ts';
import type { World } from '../world/world.ts';
import { draftAll } from '../produce/draft.ts';

export interface Checked {
  readonly sources: number;
  readonly passages: number;
  readonly documents: number;
  /** Whether the documents were printed too. */
  readonly printed: boolean;
}

/** Checks a project; null where it has errors before anything is printed. */
export const check = async (
  world: World,
  request: { readonly documents: boolean; readonly today: Day },
): Promise<Told<Checked | null>> => {
  const { value: prepared, messages } = await draftAll(world, request.today);
  if (!prepared) return { value: null, messages };
  const { project, drafts } = prepared;
  const memory = world.store && new Memory(world.store, world, project);
  const printed: readonly Message[] = request.documents
    ? (await produce(world, project, drafts, memory ? { memory } : {})).messages
    : [];
  const value: Checked = {
    sources: project.sources.size,
    passages: project.passages.size,
    documents: drafts.length,
    printed: request.documents,
  };
  return { value, messages: [...messages, ...printed] };
};
