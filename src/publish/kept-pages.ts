/** Pages of the desk and the site as the last build made them: what has not changed is taken over, and not filled again. */

import type { Message, Told } from '../diagnostics/message.ts';
import { sha256 } from '../model/hash.ts';
import type { NewOutput, Output, Store } from '../world/world.ts';

/** As the store has them: what one despatch has made means nothing to another. */
interface PageRecord {
  readonly engine: string;
  /** By path: the key of all that a page was made of, and the SHA-256 of its file. */
  readonly pages: Readonly<Record<string, readonly [key: string, hash: string]>>;
}

/** A page that is made of what its key tells. */
interface FillablePage {
  readonly key: () => string;
  readonly fill: () => Told<string>;
}

type PageStore = Pick<Store, 'pages' | 'keepPages'>;

export class KeptPages {
  readonly #old: Pick<Output, 'hash'>;
  readonly #fresh: Pick<NewOutput, 'keep' | 'write'>;
  readonly #store: PageStore | null;
  readonly #engine: string;
  readonly #before: PageRecord['pages'];
  readonly #now: Record<string, readonly [key: string, hash: string]> = {};

  private constructor({ old, fresh, store }: PageFolders, engine: string, before: PageRecord['pages']) {
    this.#old = old;
    this.#fresh = fresh;
    this.#store = store;
    this.#engine = engine;
    this.#before = before;
  }

  /** What the store knows of the pages that lie in the old folder. */
  static async of(shelf: PageFolders, engine: string): Promise<KeptPages> {
    const text = await shelf.store?.pages();
    const record = text ? (JSON.parse(text) as PageRecord) : null;
    return new KeptPages(shelf, engine, record?.engine === engine ? record.pages : {});
  }

  /** Takes a page over where it was made of the same, else fills it; gives what is wrong with it. */
  async write(path: string, { key, fill }: FillablePage): Promise<readonly Message[]> {
    const madeOf = key();
    if (await this.#keep(path, madeOf)) return [];
    const { value, messages } = fill();
    const bytes = new TextEncoder().encode(value);
    await this.#fresh.write(path, bytes);
    if (this.#store) this.#now[path] = [madeOf, sha256(bytes)];
    return messages;
  }

  /** Takes a page over where it was made of the same, and lies there as it was made. */
  async #keep(path: string, key: string): Promise<boolean> {
    const known = Object.hasOwn(this.#before, path) ? this.#before[path] : undefined;
    if (known?.[0] !== key || (await this.#old.hash(path)) !== known[1]) return false;
    if (!(await this.#fresh.keep(path))) return false;
    this.#now[path] = known;
    return true;
  }

  /** Keeps what is known now for the next build. */
  async end(): Promise<void> {
    await this.#store?.keepPages(
      JSON.stringify({ engine: this.#engine, pages: this.#now } satisfies PageRecord),
    );
  }
}

/** Where pages come from and go. */
interface PageFolders {
  readonly old: Pick<Output, 'hash'>;
  readonly fresh: Pick<NewOutput, 'keep' | 'write'>;
  readonly store: PageStore | null;
}
