/** A project's files as they were read last, so that after a save only what has changed is read again. */

import { posix } from 'node:path';
import { memo } from '../model/memo.ts';
import type { Files, Packages } from '../world/world.ts';

type Held<Value> = Map<string, Promise<Value>>;

/** Files that are held in memory until they are forgotten. */
export class HeldFiles implements Files {
  readonly #files: Files;
  readonly #lists: Held<readonly string[]> = new Map();
  readonly #own: Held<readonly string[]> = new Map();
  readonly #outward: Held<readonly string[]> = new Map();
  readonly #contents: Held<Uint8Array | null> = new Map();

  constructor(files: Files) {
    this.#files = files;
  }

  list = (globs: readonly string[]): Promise<readonly string[]> =>
    memo(this.#lists, JSON.stringify(globs), () => this.#files.list(globs));

  outward = (globs: readonly string[]): Promise<readonly string[]> =>
    memo(this.#outward, JSON.stringify(globs), () => this.#files.outward(globs));

  own = (globs: readonly string[]): Promise<readonly string[]> =>
    memo(this.#own, JSON.stringify(globs), () => this.#files.own(globs));

  read = (path: string): Promise<Uint8Array | null> =>
    memo(this.#contents, posix.normalize(path), () => this.#files.read(path));

  /** Forgets a file that has changed; and which there are, where one has come or gone, with all below it if it is a folder. The project itself has no name. */
  forget(path: string, isOther: boolean): void {
    this.#contents.delete(path);
    if (!isOther) return;
    for (const lists of [this.#lists, this.#own, this.#outward]) lists.clear();
    const below = path && `${path}/`;
    for (const held of this.#contents.keys()) if (held.startsWith(below)) this.#contents.delete(held);
  }
}

/** Packages whose files are read once. */
export const heldPackages = (packages: Packages): Packages => {
  const held: Held<Uint8Array | null> = new Map();
  return { read: (specifier) => memo(held, specifier, () => packages.read(specifier)) };
};
