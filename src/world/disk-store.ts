/**
 * The store on disk: `documents/<key>` says of a document which files it has, in JSON with its hash before it;
 * `files/<hash>` holds each file once, whichever documents have it; `last-build` is the record of the last whole build,
 * `readings` what the project's files were read as, `marks/<hash>` the marks of a file, `searched` what the last search
 * for leaks has found clean. A file is written under another name and renamed, so that none is ever half there; each is
 * held against its hash when it is read. What can't be read or written counts as not there: a store saves time, and no
 * build fails for want of it.
 */

import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Alike } from '../model/alike.ts';
import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import { asOrdered, Entry, withShared } from '../model/manifest.ts';
import { bytesOf } from './whole-files.ts';
import type { Store, Stored } from './world.ts';

const Head = z.object({ entry: Entry, assets: z.record(z.string(), z.string()) });

const HOUR = 3_600_000;

/** The store in a folder, which is made where it is not there. */
export const diskStore = (folder: string): Store => {
  const [documents, files, record, pages, readings, marks, searched] = [
    'documents',
    'files',
    'last-build',
    'pages',
    'readings',
    'marks',
    'searched',
  ].map((name) => join(folder, name)) as [string, string, string, string, string, string, string];
  /** The hashes of the files whose marks were asked for, or are to stay: those of others are cleared. */
  const marked = new Set<string>();
  /** What was read and written: to clear the store, it is not read again. */
  const known = new Map<string, Stored>();
  const alike = new Alike();
  const find = async (key: string): Promise<Stored | null> => {
    const bytes = readSealed(join(documents, key));
    // One of another version of despatch may have another form.
    const head = bytes && (Head.safeParse(JSON.parse(bytes.toString())).data ?? null);
    if (!head) return null;
    const entry = asOrdered(withShared(head.entry, alike));
    const stored: Stored = { entry, assets: alike.of('hashes of assets', head.assets) };
    known.set(key, stored);
    return stored;
  };
  return {
    find,
    read: async (hash) => {
      const bytes = bytesOf(join(files, hash));
      if (!bytes || sha256(bytes) === hash) return bytes;
      remove(join(files, hash));
      return null;
    },
    keep: async (key, { entry, files: own, assets: shared }) => {
      const assets: Record<string, string> = {};
      for (const [path, bytes] of [...own, ...shared]) {
        const hash = entry.sha256[path] ?? (assets[path] = hashOf(bytes));
        const file = join(files, hash);
        if (!existsSync(file)) write(file, bytes);
      }
      const stored: Stored = { entry, assets: alike.of('hashes of assets', assets) };
      known.set(key, stored);
      writeSealed(join(documents, key), JSON.stringify(stored));
    },
    record: async () => readSealed(record)?.toString() ?? null,
    keepRecord: async (text) => writeSealed(record, text),
    pages: async () => readSealed(pages)?.toString() ?? null,
    keepPages: async (text) => writeSealed(pages, text),
    readings: async () => readSealed(readings),
    keepReadings: async (bytes) => writeSealed(readings, bytes),
    marks: async (hash) => {
      marked.add(hash);
      const bytes = readSealed(join(marks, hash));
      return bytes && new Int32Array(new Uint8Array(bytes).buffer);
    },
    keepMarks: async (hash, { buffer, byteOffset, byteLength }) =>
      writeSealed(join(marks, hash), new Uint8Array(buffer, byteOffset, byteLength)),
    keepMarksOf: (hash) => void marked.add(hash),
    searched: async () => readSealed(searched)?.toString() ?? null,
    keepSearched: async (text) => writeSealed(searched, text),
    forget: async (isWanted) => {
      const keys = new Set<string>();
      const hashes = new Set<string>();
      for (const key of await readdir(documents).catch(() => [])) {
        const stored = known.get(key) ?? (await find(key));
        if (!stored || !isWanted(key, stored.entry)) continue;
        keys.add(key);
        for (const hash of [...Object.values(stored.entry.sha256), ...Object.values(stored.assets)])
          hashes.add(hash);
      }
      await clear(documents, keys);
      await clear(files, hashes);
      await clear(marks, marked);
    },
  };
};

/** What was written behind its hash; null where there is none, or where it is not as it was written. */
const readSealed = (path: string): Buffer | null => {
  const all = bytesOf(path);
  const content = all?.subarray(SEAL);
  return content?.length && all?.toString('latin1', 0, SEAL) === sealOf(content) ? content : null;
};

const writeSealed = (path: string, content: Uint8Array | string): void => {
  const bytes = Buffer.from(content);
  write(path, Buffer.from(sealOf(bytes)), bytes);
};

const sealOf = (content: Uint8Array): string => `${sha256(content)} `;

const SEAL = sealOf(Buffer.of()).length;

const hashes = new WeakMap<Uint8Array, string>();

/** The hash of a file that many documents share. */
const hashOf = (bytes: Uint8Array): string => memo(hashes, bytes, () => sha256(bytes));

/** Writes a file, piece by piece, whole or not at all. */
const write = (path: string, ...pieces: readonly Uint8Array[]): void => {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (const piece of pieces) appendFileSync(part, piece);
    renameSync(part, path);
  } catch {
    remove(part);
  }
};

/** Takes a file away, where that is allowed. */
const remove = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // What can't be taken away stays.
  }
};

/** Takes out what is not kept; what another build is writing stays for an hour. */
const clear = async (folder: string, kept: ReadonlySet<string>): Promise<void> => {
  const now = Date.now();
  for (const name of await readdir(folder).catch(() => [])) {
    if (kept.has(name)) continue;
    const path = join(folder, name);
    const isFresh = now - ((await stat(path).catch(() => null))?.mtimeMs ?? 0) < HOUR;
    if (!name.endsWith('.part') || !isFresh) await rm(path, { force: true, recursive: true }).catch(() => {});
  }
};
