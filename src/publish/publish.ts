/**
 * Publish takes documents as soon as they are made, and what of the last build stays, into the new output folder; with
 * the manifest and the desk it takes the place of the old.
 */

import { documentName } from '../model/document-key.ts';
import { byCodeUnit } from '../diagnostics/order.ts';
import type { Made } from '../model/made.ts';
import { memo } from '../model/memo.ts';
import { documentFiles, MANIFEST, writeManifest, type Entry, type Manifest } from '../model/manifest.ts';
import type { NewOutput, Output, Store, Stored } from '../world/world.ts';
import { KeptPages } from './kept-pages.ts';
import { filesIn, type Carried } from './last-build.ts';

/** The new output folder while it is filled. */
export class Publication {
  readonly #old: Pick<Output, 'hash' | 'list'>;
  readonly #fresh: NewOutput;
  readonly #store: Pick<Store, 'read'> | null;
  /** What was asked for already: many documents share a file. */
  readonly #restored = new Map<string, Promise<boolean>>();

  constructor(old: Pick<Output, 'hash' | 'list'>, fresh: NewOutput, store: Pick<Store, 'read'> | null) {
    this.#old = old;
    this.#fresh = fresh;
    this.#store = store;
  }

  /** Takes a document that was made now. */
  async add({ files, assets }: Made): Promise<void> {
    for (const [path, bytes] of [...assets, ...files]) await this.#fresh.write(path, bytes);
  }

  /** Takes a document that was made before; false where a file of it is lost. */
  async restore({ entry, assets }: Stored): Promise<boolean> {
    const files = [...Object.entries(assets), ...Object.entries(entry.sha256)];
    const restored = await Promise.all(
      files.map(([path, hash]) => memo(this.#restored, path, () => this.#restore(path, hash))),
    );
    return restored.every(Boolean);
  }

  /** Takes a file over where it lies in the old folder as it was made, else from the store. */
  async #restore(path: string, hash: string): Promise<boolean> {
    if ((await this.#old.hash(path)) === hash && (await this.#fresh.keep(path))) return true;
    return this.#writeIfThere(path, (await this.#store?.read(hash)) ?? null);
  }

  /**
   * Takes documents over from the last build, or from another folder; gives the first of their files that is not there
   * any more.
   */
  async carry(documents: readonly Carried[], folder?: Pick<Output, 'read'>): Promise<string | null> {
    for (const path of documents.flatMap(({ files }) => files)) {
      const isThere = folder
        ? await this.#writeIfThere(path, await folder.read(path))
        : await this.#fresh.keep(path);
      if (!isThere) return path;
    }
    return null;
  }

  /** Writes a file; false where there is none. */
  async #writeIfThere(path: string, bytes: Uint8Array | null): Promise<boolean> {
    if (bytes) await this.#fresh.write(path, bytes);
    return bytes !== null;
  }

  /** The pages of the last build that may be taken over; null where nothing is kept. */
  pages(store: Pick<Store, 'pages' | 'keepPages'> | null, engine: string): Promise<KeptPages> {
    return KeptPages.of({ old: this.#old, fresh: this.#fresh, store }, engine);
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return this.#fresh.write(path, bytes);
  }

  /** The paths of all that was added, and what lies there. */
  paths(): readonly string[] {
    return this.#fresh.paths();
  }

  read(path: string): Promise<Uint8Array | null> {
    return this.#fresh.read(path);
  }

  /** Gives a file that was added a second name. */
  alias(path: string, name: string): Promise<void> {
    return this.#fresh.alias(path, name);
  }

  /** Puts all of it into the place of the old folder, which was `made` of these files; what somebody else has put there stays. */
  async publish(manifest: Manifest, made: ReadonlySet<string> | null): Promise<void> {
    const own = new Set(documentFiles(manifest));
    const others = this.#fresh.paths().filter((path) => !own.has(path));
    await this.#fresh.write(MANIFEST, writeManifest({ ...manifest, others: others.toSorted(byCodeUnit) }));
    const strangers = made ? (await this.#old.list()).filter((path) => !made.has(path)) : [];
    for (const path of strangers) await this.#fresh.keep(path);
    await this.#fresh.publish();
  }
}

/** The manifest of what was made and what stays. The documents stand in the order of `order`. */
export const assemble = (
  version: string,
  made: readonly Entry[],
  carried: readonly Carried[],
  order: readonly string[],
): Manifest => {
  const earlier = new Map(carried.map((one) => [documentName(one.entry), one]));
  const anew = made.map((entry) => beside(entry, earlier.get(documentName(entry))));
  const names = new Set(made.map(documentName));
  const others = carried.flatMap(({ entry }) => (names.has(documentName(entry)) ? [] : [entry]));
  const rank = new Map(order.map((name, index) => [name, index]));
  const rankOf = (entry: Entry) => rank.get(documentName(entry)) ?? 0;
  return {
    despatch: version,
    documents: [...anew, ...others].toSorted((a, b) => rankOf(a) - rankOf(b)),
  };
};

/** A document made anew in some formats, beside its others of the last build. */
const beside = (made: Entry, earlier: Carried | undefined): Entry => {
  if (!earlier) return made;
  const { entry, formats, files } = earlier;
  const kept: Partial<Entry['files']> = Object.assign({}, ...formats.map((format) => filesIn(entry, format)));
  const inputs = Object.fromEntries(formats.map((format) => [format, entry.inputs[format]]));
  const pdf = formats.includes('pdf') ? { pages: entry.pages, ...(entry.fit ? { fit: entry.fit } : {}) } : {};
  const ofKept = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).filter(([path]) => files.includes(path)));
  return {
    ...made,
    ...pdf,
    files: { ...kept, ...made.files },
    inputs: { ...inputs, ...made.inputs },
    sha256: { ...ofKept(entry.sha256), ...made.sha256 },
    bytes: { ...ofKept(entry.bytes), ...made.bytes },
  };
};
