/**
 * Publish takes the documents that were made, carries over those of the last build that were not asked for, and gives
 * all files of the output folder, with the desk and the manifest.
 */

import { sha256 } from '../model/hash.ts';
import { documentName } from '../model/variant.ts';
import type { Output } from '../model/world.ts';
import { MANIFEST, parseManifest, writeManifest, type Entry, type Manifest } from './manifest.ts';

/** A document as made in this build. */
export interface Made {
  readonly entry: Omit<Entry, 'assets' | 'sha256'>;
  /** The document's own files, by path below the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** A document of the last build, taken over as it is. */
export interface Carried {
  readonly entry: Entry;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The entry of a made document, whole: with its assets and the hashes of its files. */
export const entryOf = ({ entry, files, assets }: Made): Entry => ({
  ...entry,
  assets: [...assets.keys()].toSorted(),
  sha256: Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)])),
});

/** Everything that goes into the output folder, the desk apart. The documents stand in the order of `order`. */
export const assemble = (
  version: string,
  made: readonly Made[],
  carried: readonly Carried[],
  order: readonly string[],
): { readonly manifest: Manifest; readonly files: Map<string, Uint8Array> } => {
  const entries = [...made.map(entryOf), ...carried.map(({ entry }) => entry)];
  const rank = new Map(order.map((name, index) => [name, index]));
  const documents = entries.toSorted((a, b) => (rank.get(nameOf(a)) ?? 0) - (rank.get(nameOf(b)) ?? 0));
  const files = new Map<string, Uint8Array>();
  for (const { files: own } of carried) for (const [path, bytes] of own) files.set(path, bytes);
  for (const one of made) for (const [path, bytes] of [...one.assets, ...one.files]) files.set(path, bytes);
  const manifest = { despatch: version, documents };
  files.set(MANIFEST, new TextEncoder().encode(writeManifest(manifest)));
  return { manifest, files };
};

/** A document's name: `pack/edition`, `pack/edition-large-print`. */
export const nameOf = ({ pack, edition, variant }: Pick<Entry, 'pack' | 'edition' | 'variant'>): string =>
  documentName(pack, edition, variant);

/** The manifest of the last build; null where there is none of this version. */
export const lastManifest = async (output: Pick<Output, 'read'>): Promise<Manifest | null> => {
  const text = await output.read(MANIFEST);
  return text && parseManifest(new TextDecoder().decode(text));
};

/** How documents were fitted to their pages, by name. */
export const fitsOf = (manifest: Manifest | null): ReadonlyMap<string, NonNullable<Entry['fit']>> =>
  new Map(manifest?.documents.flatMap((entry) => (entry.fit ? [[nameOf(entry), entry.fit]] : [])));

/**
 * Reads those documents of the last build that are to be carried over, by name. One whose files are gone or were
 * changed by hand is left out, and named in `lost`.
 */
export const carryOver = async (
  output: Pick<Output, 'read'>,
  names: readonly string[],
): Promise<{ readonly carried: readonly Carried[]; readonly lost: readonly string[] }> => {
  const text = names.length ? await output.read(MANIFEST) : null;
  const last = text && parseManifest(new TextDecoder().decode(text));
  // What another version wrote can't be taken over.
  if (text && !last) return { carried: [], lost: names };
  const carried: Carried[] = [];
  const lost: string[] = [];
  for (const entry of last?.documents.filter((one) => names.includes(nameOf(one))) ?? []) {
    const files = await readEntry(output, entry);
    if (files) carried.push({ entry, files });
    else lost.push(nameOf(entry));
  }
  return { carried, lost };
};

/** A document's files and assets as they lie in the output folder; null where one is not as it was made. */
const readEntry = async (
  output: Pick<Output, 'read'>,
  { sha256: hashes, assets }: Entry,
): Promise<ReadonlyMap<string, Uint8Array> | null> => {
  const files = new Map<string, Uint8Array>();
  for (const path of [...Object.keys(hashes), ...assets]) {
    const bytes = await output.read(path);
    const hash = bytes && sha256(bytes);
    // An asset has the beginning of its hash in its name.
    const whole = hash && (hashes[path] ? hash === hashes[path] : path.includes(`-${hash.slice(0, 10)}.`));
    if (!bytes || !whole) return null;
    files.set(path, bytes);
  }
  return files;
};
