import type { Told } from '../diagnostics/message.ts';
import type { Made } from '../model/made.ts';
import type { Project } from '../model/project.ts';
import type { Store, World } from '../world/world.ts';
import type { Draft } from './draft.ts';
import { Fingerprints } from './fingerprint.ts';

/**
 * Makes documents by way of the store: those that it has are not made again. Only documents of which there was nothing to
 * tell go into it, so that what there is to tell has its place as it is today. A document without a PDF is made as soon
 * as it is looked up.
 */
export class Memory {
  readonly #store: Store;
  readonly #fingerprints: Fingerprints;
  readonly #keys = new Set<string>();

  constructor(store: Store, world: Pick<World, 'files' | 'engine'>, project: Project) {
    this.#store = store;
    this.#fingerprints = new Fingerprints(world, project);
  }

  /** A document from the store, or made now. `from` is what it is made of besides its page and its passages. */
  async recall(
    draft: Draft,
    from: readonly unknown[],
    make: () => Promise<Told<Made | null>>,
  ): Promise<Told<Made | null>> {
    if (draft.rendered.print === null) return make();
    const key = await this.#fingerprints.of(draft, from);
    const before = await this.#store.find(key);
    if (before) this.#keys.add(key);
    if (before) return { value: before, messages: [] };
    const made = await make();
    if (!made.value || made.messages.length) return made;
    await this.#store.keep(key, made.value);
    this.#keys.add(key);
    return made;
  }

  /** Takes everything out of the store but what was recalled and made. */
  async forgetOthers(): Promise<void> {
    await this.#store.forget((key) => this.#keys.has(key));
  }

  /** Takes out of the store each document with a passage that the project no longer has, or no longer lets out. */
  async forgetWithdrawn({ passages }: Project): Promise<void> {
    await this.#store.forget((_, { passages: ids }) =>
      ids.every((id) => passages.get(id)?.status === 'approved'),
    );
  }
}
