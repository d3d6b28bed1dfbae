/**
 * Publish takes the documents that were made, carries over what of the last build was not asked for, documents and
 * formats of them, and gives all files of the output folder, with the desk and the manifest.
 */

import { sha256 } from '../model/hash.ts';
import type { Made } from '../model/made.ts';
import type { Format } from '../model/project.ts';
import { documentName } from '../model/variant.ts';
import type { Output } from '../world/world.ts';
import { MANIFEST, parseManifest, writeManifest, type Entry, type Manifest } from '../model/manifest.ts';

/** A document of the last build, or some formats of it, taken over as they are. */
export interface Carried {
  /** As it was made then, in all its formats. */
  readonly entry: Entry;
  readonly formats: readonly Format[];
  /** The files of these formats. */
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
  const anew = made.map((one) => beside(one, carried));
  const names = new Set(anew.map(({ entry }) => nameOf(entry)));
  const others = carried.filter(({ entry }) => !names.has(nameOf(entry)));
  const entries = [...anew.map(entryOf), ...others.map(({ entry }) => entry)];
  const rank = new Map(order.map((name, index) => [name, index]));
  const documents = entries.toSorted((a, b) => (rank.get(nameOf(a)) ?? 0) - (rank.get(nameOf(b)) ?? 0));
  const files = new Map<string, Uint8Array>();
  for (const { files: own } of others) for (const [path, bytes] of own) files.set(path, bytes);
  for (const one of anew) for (const [path, bytes] of [...one.assets, ...one.files]) files.set(path, bytes);
  const manifest = { despatch: version, documents };
  files.set(MANIFEST, new TextEncoder().encode(writeManifest(manifest)));
  return { manifest, files };
};

/** A document made anew in some formats, beside its others of the last build. */
const beside = (made: Made, carried: readonly Carried[]): Made => {
  const earlier = carried.find(({ entry }) => nameOf(entry) === nameOf(made.entry));
  if (!earlier) return made;
  const { entry, formats } = earlier;
  const kept: Partial<Entry['files']> = Object.assign({}, ...formats.map((format) => partOf(entry, format)));
  const inputs = Object.fromEntries(formats.map((format) => [format, entry.inputs[format]]));
  const pdf = formats.includes('pdf') ? { pages: entry.pages, ...(entry.fit ? { fit: entry.fit } : {}) } : {};
  return {
    ...made,
    entry: {
      ...made.entry,
      ...pdf,
      files: { ...kept, ...made.entry.files },
      inputs: { ...inputs, ...made.entry.inputs },
    },
    files: new Map([...earlier.files, ...made.files]),
  };
};

/** What an entry says of the files of one format. */
const partOf = ({ files: { html, pdf, text, copies } }: Entry, format: Format): Partial<Entry['files']> => {
  if (format === 'html') return { html };
  if (format === 'text') return text ? { text } : {};
  return { ...(pdf ? { pdf } : {}), ...(copies ? { copies } : {}) };
};

/** A document's name: `pack/edition`, `pack/edition-large-print`. */
export const nameOf = ({ pack, edition, variant }: Pick<Entry, 'pack' | 'edition' | 'variant'>): string =>
  documentName(pack, edition, variant);

/** The manifest of the last build, null where there is none; `foreign` where another version of despatch wrote it. */
export const lastBuild = async (
  output: Pick<Output, 'read'>,
): Promise<{ readonly manifest: Manifest | null; readonly foreign: boolean }> => {
  const text = await output.read(MANIFEST);
  const manifest = text && parseManifest(new TextDecoder().decode(text));
  return { manifest, foreign: text !== null && !manifest };
};

/** How documents were fitted to their pages, by name. */
export const fitsOf = (manifest: Manifest | null): ReadonlyMap<string, NonNullable<Entry['fit']>> =>
  new Map(manifest?.documents.flatMap((entry) => (entry.fit ? [[nameOf(entry), entry.fit]] : [])));

/** What was found of the last build. */
export interface Found {
  readonly carried: readonly Carried[];
  /** Names of documents none of whose files is there any more. */
  readonly lost: readonly string[];
  /** Files that are no longer as they were made: missing beside others of their document, or changed by hand. */
  readonly changed: readonly string[];
}

/** Reads what is to stay of the last build: of each document, by name, the formats that are not made anew. */
export const carryOver = async (
  output: Pick<Output, 'read'>,
  last: Manifest | null,
  staying: ReadonlyMap<string, readonly Format[]>,
): Promise<Found> => {
  const found = { carried: [] as Carried[], lost: [] as string[], changed: [] as string[] };
  for (const entry of last?.documents ?? []) {
    const formats = (staying.get(nameOf(entry)) ?? []).filter((format) => entry.inputs[format]);
    if (!formats.length) continue;
    const { files, missing, changed } = await readEntry(output, entry, formats);
    if (missing) found.lost.push(nameOf(entry));
    else if (changed.length) found.changed.push(...changed);
    else found.carried.push({ entry, formats, files });
  }
  return found;
};

/** The files of some formats of a document, with its page the assets of that, as they lie in the output folder. */
const readEntry = async (
  output: Pick<Output, 'read'>,
  entry: Entry,
  formats: readonly Format[],
): Promise<{ files: ReadonlyMap<string, Uint8Array>; missing: boolean; changed: readonly string[] }> => {
  const own = formats.flatMap((format) => pathsOf(partOf(entry, format)));
  const all = [...own, ...(formats.includes('html') ? entry.assets : [])];
  const files = new Map<string, Uint8Array>();
  for (const path of all) {
    const bytes = await output.read(path);
    if (bytes) files.set(path, bytes);
  }
  return {
    files,
    missing: own.every((path) => !files.has(path)),
    changed: all.filter((path) => !isAsMade(path, files.get(path), entry)),
  };
};

const isAsMade = (path: string, bytes: Uint8Array | undefined, { sha256: hashes }: Entry): boolean => {
  const hash = bytes && sha256(bytes);
  // An asset has the beginning of its hash in its name.
  return (
    hash !== undefined && (hashes[path] ? hash === hashes[path] : path.includes(`-${hash.slice(0, 10)}.`))
  );
};

const pathsOf = ({ html, pdf, text, copies }: Partial<Entry['files']>): readonly string[] =>
  [html, pdf, text, ...Object.values(copies ?? {})].filter((path) => path !== undefined);
