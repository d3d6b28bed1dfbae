/** Files that were searched before and told nothing: while the same is sought in them for the same readers, that stands. */

import { sha256 } from '../model/hash.ts';
import type { Store } from '../world/world.ts';
import type { Readers } from './readers.ts';

/** A file, and whoever reads it. */
interface ReadFile {
  /** Below the output folder. */
  readonly path: string;
  readonly hash: string;
  readonly readers: Iterable<Readers>;
}

/** As the store has it. */
interface SearchRecord {
  /** A hash of all that was sought. */
  readonly sought: string;
  /** By path: a hash of the file's hash and of who reads it. */
  readonly clean: Readonly<Record<string, string>>;
}

type SearchStore = Pick<Store, 'searched' | 'keepSearched' | 'keepMarksOf'>;

export class Searched {
  readonly #store: SearchStore | null;
  readonly #sought: string;
  readonly #before: ReadonlyMap<string, string>;
  readonly #now: Record<string, string> = {};

  private constructor(store: SearchStore | null, sought: string, before: SearchRecord['clean']) {
    this.#store = store;
    this.#sought = sought;
    this.#before = new Map(Object.entries(before));
  }

  /** What the store knows of a search for the same; `sought` is a hash of all that is sought. */
  static async of(store: SearchStore | null, sought: string): Promise<Searched> {
    const text = await store?.searched();
    const record = text ? (JSON.parse(text) as SearchRecord) : null;
    return new Searched(store, sought, record?.sought === sought ? record.clean : {});
  }

  /** Whether a file told these readers nothing. */
  isClean({ path, hash, readers }: ReadFile): boolean {
    const isClean = this.#before.get(path) === keyOf(hash, readers);
    if (isClean) this.#store?.keepMarksOf(hash);
    return isClean;
  }

  /** A file tells these readers nothing. */
  add({ path, hash, readers }: ReadFile): void {
    this.#now[path] = keyOf(hash, readers);
  }

  /** Keeps what is known now for the next search. */
  async end(): Promise<void> {
    await this.#store?.keepSearched(
      JSON.stringify({ sought: this.#sought, clean: this.#now } satisfies SearchRecord),
    );
  }
}

const keyOf = (hash: string, readers: Iterable<Readers>): string =>
  sha256([hash, ...Array.from(readers, ({ key }) => key)].join(' '));
