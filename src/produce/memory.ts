import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import type { Made } from '../model/made.ts';
import type { Project } from '../model/project.ts';
import type { Store, Stored } from '../world/world.ts';
import type { StoreKeyParts } from './store-key.ts';

/**
 * The store as a build uses it. Only documents of which there was nothing to tell go into it, so that what there is to
 * tell has its place as it is today.
 */
export class Memory {
  readonly #store: Store | null;
  readonly #keys = new Set<string>();
  /** What was looked up: it is asked for before anything is drafted, and again when its turn comes. */
  readonly #found = new Map<string, Promise<Stored | null>>();

  constructor(store: Store | null) {
    this.#store = store;
  }

  /** A document that was made of these before; null where the store does not have it. */
  async find(keyParts: StoreKeyParts): Promise<Stored | null> {
    const store = this.#store;
    if (!store) return null;
    const key = keyOf(keyParts);
    const stored = await memo(this.#found, key, () => store.find(key));
    if (stored) this.#keys.add(key);
    return stored;
  }

  async keep(keyParts: StoreKeyParts, made: Made): Promise<void> {
    if (!this.#store) return;
    const key = keyOf(keyParts);
    await this.#store.keep(key, made);
    this.#keys.add(key);
  }

  /** Takes everything out of the store but what was found and kept. */
  async forgetOthers(): Promise<void> {
    await this.#store?.forget((key) => this.#keys.has(key));
  }

  /** Takes out of the store each document with a passage that the project no longer has, or no longer lets out. */
  async forgetWithdrawn({ passages }: Project): Promise<void> {
    await this.#store?.forget((_, { passages: ids }) =>
      ids.every((id) => passages.get(id)?.status === 'approved'),
    );
  }
}

const keyOf = (keyParts: StoreKeyParts): string => sha256(JSON.stringify(keyParts));
