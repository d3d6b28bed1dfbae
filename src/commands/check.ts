/** Every rule, and no output: load → select → compose → render, and with the documents print → pdf. */

import type { Message, Told } from '../diagnostics/message.ts';
import type { Day } from '../model/time.ts';
import { sha256 } from '../model/hash.ts';
import { draftAll, type Drafted } from '../produce/drafts.ts';
import { Press } from '../produce/press.ts';
import { produce, type Sink } from '../produce/produce.ts';
import { LeakWatch } from '../produce/leak-watch.ts';
import type { Readers } from '../secrecy/readers.ts';
import type { World } from '../world/world.ts';

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
  const watch = LeakWatch.over(world, drafted);
  const leaks: Message[] = [];
  const look = async (reader: Readers, path: string, hash: string, read: () => Promise<Uint8Array | null>) =>
    void leaks.push(...(await watch.look({ path, hash, read }, reader)));
  // Documents go nowhere.
  const sink: Sink = {
    add: async (made) => {
      leaks.push(...[...(await watch.lookAt(made)).values()].flat());
      const reader = watch.readerOf(made.entry);
      for (const [path, bytes] of made.assets) await look(reader, path, sha256(bytes), async () => bytes);
    },
    restore: async ({ entry, assets }) => {
      const reader = watch.readerOf(entry);
      for (const [path, hash] of Object.entries({ ...entry.sha256, ...assets }))
        await look(reader, path, hash, async () => (await world.store?.read(hash)) ?? null);
      return true;
    },
  };
  try {
    const { messages } = await produce(world, drafted.plans, { ...drafted, press, sink });
    return [...messages, ...leaks];
  } finally {
    await press.close();
  }
};
