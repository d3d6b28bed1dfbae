/** Pages of the desk and the site as the last build made them: what has not changed is taken over, and not filled again. */

import { createHash, type Hash } from 'node:crypto';
import type { Message, Told } from '../diagnostics/message.ts';
import type { NewOutput, Output, Store } from '../world/world.ts';

/** As the store has them: what one despatch has made means nothing to another. */
interface PageRecord {
  readonly engine: string;
  readonly pages: Readonly<Record<string, KeptPage>>;
}

/** The key of all that a page says, the SHA-256 of its file, and a hash of what it is made of, where that is known. */
type KeptPage = readonly [key: string, hash: string, madeOf: string | null];

/** A page that says what its key tells, and the same as before where it is made of the same. */
interface FillablePage {
  readonly madeOf: string | null;
  readonly key: () => string;
  /** Piece by piece: one that lists thousands is never there as a whole. */
  readonly fill: () => Told<Iterable<string>>;
}

type PageStore = Pick<Store, 'pages' | 'keepPages'>;

export class KeptPages {
  readonly #old: Pick<Output, 'hash'>;
  readonly #fresh: Pick<NewOutput, 'keep' | 'write'>;
  readonly #store: PageStore | null;
  readonly #engine: string;
  readonly #before: PageRecord['pages'];
  readonly #now: Record<string, KeptPage> = {};

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

  /** Takes a page over where it says the same as before, else fills it; gives what is wrong with it. */
  async write(path: string, { madeOf, key, fill }: FillablePage): Promise<readonly Message[]> {
    const known = Object.hasOwn(this.#before, path) ? this.#before[path] : undefined;
    const isSame = known !== undefined && madeOf !== null && known[2] === madeOf;
    // What it says is not made where it is made of the same.
    const said = isSame ? known[0] : key();
    if (known?.[0] === said && (await this.#keep(path, known[1]))) {
      this.#now[path] = [said, known[1], madeOf];
      return [];
    }
    const { value, messages } = fill();
    const hash = createHash('sha256');
    await this.#fresh.write(path, encoded(value, hash));
    if (this.#store) this.#now[path] = [said, hash.digest('hex'), madeOf];
    return messages;
  }

  /** Takes a page over where it lies there as it was made. */
  async #keep(path: string, hash: string): Promise<boolean> {
    return (await this.#old.hash(path)) === hash && this.#fresh.keep(path);
  }

  /** Keeps what is known now for the next build. */
  async end(): Promise<void> {
    await this.#store?.keepPages(
      JSON.stringify({ engine: this.#engine, pages: this.#now } satisfies PageRecord),
    );
  }
}

/** The bytes of a page, whose hash is taken on the way. */
function* encoded(pieces: Iterable<string>, hash: Hash): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    const bytes = encoder.encode(piece);
    hash.update(bytes);
    yield bytes;
  }
}

/** Where pages come from and go. */
interface PageFolders {
  readonly old: Pick<Output, 'hash'>;
  readonly fresh: Pick<NewOutput, 'keep' | 'write'>;
  readonly store: PageStore | null;
}
