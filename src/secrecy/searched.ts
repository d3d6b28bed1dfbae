/**
 * Files that were searched before and told nothing: in these only that is sought which was not sought then, for the same
 * readers.
 */

import { sha256 } from '../model/hash.ts';
import { lazy } from '../model/memo.ts';
import type { Store } from '../world/world.ts';
import type { Readers } from './readers.ts';
import type { Secrets } from './secrets.ts';
import type { SignIndex } from './sign-index.ts';

/** A file, and whoever reads it. */
interface ReadFile {
  /** Below the output folder. */
  readonly path: string;
  readonly hash: string;
  readonly readers: Iterable<Readers>;
}

/** All that is sought. */
interface Sought {
  /** A hash of all that it is made of: where that is the same, nothing else is sought than before. */
  readonly hash: string;
  readonly secrets: Pick<Secrets, 'all' | 'keyed'>;
}

/** As the store has it: what one despatch has found means nothing to another. */
interface SearchRecord {
  readonly engine: string;
  readonly hash: string;
  /** Of the texts that were sought: see `Secrets.keyed`. */
  readonly keys: readonly string[];
  /** By path: a hash of the file's hash and of who reads it. */
  readonly clean: Readonly<Record<string, string>>;
}

const NOTHING: Omit<SearchRecord, 'engine'> = { hash: '', keys: [], clean: {} };

type SearchStore = Pick<Store, 'searched' | 'keepSearched' | 'keepMarksOf'>;

export class Searched {
  readonly #store: SearchStore | null;
  readonly #engine: string;
  readonly #sought: Sought;
  readonly #before: Omit<SearchRecord, 'engine'>;
  readonly #clean: ReadonlyMap<string, string>;
  readonly #now: Record<string, string> = {};
  readonly #keyed: () => ReturnType<Secrets['keyed']>;
  /** What is sought and was not sought before; null where that is nothing. */
  readonly #added: () => SignIndex | null;

  private constructor(
    store: SearchStore | null,
    engine: string,
    sought: Sought,
    before: Omit<SearchRecord, 'engine'>,
  ) {
    this.#store = store;
    this.#engine = engine;
    this.#sought = sought;
    this.#before = before;
    this.#clean = new Map(Object.entries(before.clean));
    this.#keyed = lazy(() => sought.secrets.keyed());
    this.#added = lazy(() => this.#addedTo(new Set(before.keys)));
  }

  /** What the store knows of the last search. */
  static async of(store: SearchStore | null, engine: string, sought: Sought): Promise<Searched> {
    const text = await store?.searched();
    const record = text ? (JSON.parse(text) as SearchRecord) : null;
    return new Searched(store, engine, sought, record?.engine === engine ? record : NOTHING);
  }

  /** What has to be sought in a file: of one that told these readers nothing, what was not sought then; null where that is nothing. */
  leftIn({ path, hash, readers }: ReadFile): SignIndex | null {
    if (this.#clean.get(path) !== keyOf(hash, readers)) return this.#sought.secrets.all;
    const added = this.#added();
    if (!added) this.#store?.keepMarksOf(hash);
    return added;
  }

  /** A file tells these readers nothing. */
  add({ path, hash, readers }: ReadFile): void {
    this.#now[path] = keyOf(hash, readers);
  }

  /** Keeps what is known now for the next search. */
  async end(): Promise<void> {
    if (!this.#store) return;
    const record: SearchRecord = {
      engine: this.#engine,
      hash: this.#sought.hash,
      keys: this.#isSame() ? this.#before.keys : [...this.#keyed().keys()],
      clean: this.#now,
    };
    await this.#store.keepSearched(JSON.stringify(record));
  }

  #isSame(): boolean {
    return this.#before.hash === this.#sought.hash;
  }

  #addedTo(known: ReadonlySet<string>): SignIndex | null {
    if (this.#isSame()) return null;
    const added = new Set([...this.#keyed()].flatMap(([key, signs]) => (known.has(key) ? [] : signs)));
    return added.size ? this.#sought.secrets.all.only(added) : null;
  }
}

const keyOf = (hash: string, readers: Iterable<Readers>): string =>
  sha256([hash, ...Array.from(readers, ({ key }) => key)].join(' '));
