/** The last build, as it lies in the output folder: what of it stays where a build is narrowed. */

import { documentName } from '../model/document-key.ts';
import type { Format } from '../model/formats.ts';
import { memo } from '../model/memo.ts';
import { documentFiles, MANIFEST, parseManifest, type Entry, type Manifest } from '../model/manifest.ts';
import type { Output } from '../world/world.ts';

/** A document of the last build, or some formats of it, taken over as they are. */
export interface Carried {
  /** As it was made then, in all its formats. */
  readonly entry: Entry;
  readonly formats: readonly Format[];
  /** The paths of the files of these formats, with its page those that this refers to. */
  readonly files: readonly string[];
}

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
  new Map(manifest?.documents.flatMap((entry) => (entry.fit ? [[documentName(entry), entry.fit]] : [])));

/** The paths of all that a build made; null where it does not say that, or there was none. */
export const madeBy = (manifest: Manifest | null): ReadonlySet<string> | null =>
  manifest?.others ? new Set([...documentFiles(manifest), ...manifest.others, MANIFEST]) : null;

/** What was found of the last build. */
export interface LastBuild {
  readonly carried: readonly Carried[];
  /** Names of documents none of whose files is there any more. */
  readonly lost: readonly string[];
  /** Files that are no longer as they were made: missing beside others of their document, or changed by hand. */
  readonly changed: readonly string[];
}

/** Looks what may stay of the last build: of each document, by name, the formats that are not made anew. */
export const carryOver = async (
  output: Pick<Output, 'hash'>,
  last: Manifest | null,
  staying: ReadonlyMap<string, readonly Format[]>,
): Promise<LastBuild> => {
  const found = { carried: [] as Carried[], lost: [] as string[], changed: [] as string[] };
  // Many documents share a file.
  const hashing = new Map<string, Promise<string | null>>();
  for (const entry of last?.documents ?? []) {
    const formats = (staying.get(documentName(entry)) ?? []).filter((format) => entry.inputs[format]);
    if (!formats.length) continue;
    const own = formats.flatMap((format) => pathsOf(filesIn(entry, format)));
    const files = [...own, ...(formats.includes('html') ? entry.assets : [])];
    const hashes = new Map<string, string | null>();
    for (const path of files) hashes.set(path, await memo(hashing, path, () => output.hash(path)));
    const changed = files.filter((path) => !isAsMade(path, hashes.get(path) ?? null, entry));
    if (own.every((path) => hashes.get(path) === null)) found.lost.push(documentName(entry));
    else if (changed.length) found.changed.push(...changed);
    else found.carried.push({ entry, formats, files });
  }
  return found;
};

/** An asset has the beginning of its hash in its name. */
const isAsMade = (path: string, hash: string | null, { sha256: hashes }: Entry): boolean =>
  hash !== null && (hashes[path] ? hash === hashes[path] : path.includes(`-${hash.slice(0, 10)}.`));

/** What an entry says of the files of one format. */
export const filesIn = (
  { files: { html, pdf, text, copies } }: Entry,
  format: Format,
): Partial<Entry['files']> => {
  if (format === 'html') return { html };
  if (format === 'text') return text ? { text } : {};
  return { ...(pdf ? { pdf } : {}), ...(copies ? { copies } : {}) };
};

const pathsOf = ({ html, pdf, text, copies }: Partial<Entry['files']>): readonly string[] =>
  [html, pdf, text, ...Object.values(copies ?? {})].filter((path) => path !== undefined);
