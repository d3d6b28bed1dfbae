/**
 * The store on disk: `documents/<key>` holds a document, a line of JSON and the bytes of its files behind it;
 * `assets/<hash>` what several of them share. A file is written under another name and renamed, so that none is ever
 * half there; each is held against its hash when it is read. What can't be read or written counts as not there: a store
 * saves time, and no build fails for want of it.
 */

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../model/hash.ts';
import type { Made } from '../model/made.ts';
import { MadeEntry } from '../model/manifest.ts';
import type { Store } from './world.ts';

/** Each file's path and length, in the order of their bytes; each asset's path and hash. */
const Head = z.object({
  entry: MadeEntry,
  files: z.array(z.tuple([z.string(), z.number().int().nonnegative()])),
  assets: z.array(z.tuple([z.string(), z.string()])),
  sha256: z.string(),
});

const NEWLINE = 10;
const HOUR = 3_600_000;

/** The store in a folder, which is made where it is not there. */
export const diskStore = (folder: string): Store => {
  const [documents, shared] = [join(folder, 'documents'), join(folder, 'assets')];
  return {
    find: async (key) => {
      const bytes = await readFile(join(documents, key)).catch(() => null);
      return bytes && unpack(bytes, (hash) => readFile(join(shared, hash)).catch(() => null));
    },
    keep: async (key, made) => {
      await mkdir(documents, { recursive: true }).catch(() => {});
      await mkdir(shared, { recursive: true }).catch(() => {});
      for (const bytes of made.assets.values()) {
        const asset = join(shared, sha256(bytes));
        if (!(await stat(asset).catch(() => null))) await write(asset, bytes);
      }
      await write(join(documents, key), pack(made));
    },
    forget: async (isWanted) => {
      const kept = new Set<string>();
      for (const key of await readdir(documents).catch(() => [])) {
        const head = headOf(await readFile(join(documents, key)).catch(() => Buffer.alloc(0)))?.head;
        if (!head || !isWanted(key, head.entry)) continue;
        kept.add(key);
        for (const [, hash] of head.assets) kept.add(hash);
      }
      for (const place of [documents, shared]) await clear(place, kept);
    },
  };
};

const pack = ({ entry, files, assets }: Made): Uint8Array => {
  const body = Buffer.concat([...files.values()]);
  const head: z.input<typeof Head> = {
    entry,
    files: [...files].map(([path, bytes]) => [path, bytes.length]),
    assets: [...assets].map(([path, bytes]) => [path, sha256(bytes)]),
    sha256: sha256(body),
  };
  const line = JSON.stringify(head);
  return Buffer.concat([Buffer.from(`${sha256(line)} ${line}\n`), body]);
};

/** The head of a document and where its bytes begin; null where it is not as it was written. */
const headOf = (bytes: Buffer): { readonly head: z.infer<typeof Head>; readonly from: number } | null => {
  const end = bytes.indexOf(NEWLINE);
  const [hash = '', ...rest] = bytes.toString('utf8', 0, Math.max(0, end)).split(' ');
  const line = rest.join(' ');
  return end > 0 && sha256(line) === hash ? { head: Head.parse(JSON.parse(line)), from: end + 1 } : null;
};

const unpack = async (
  bytes: Buffer,
  asset: (hash: string) => Promise<Uint8Array | null>,
): Promise<Made | null> => {
  const { head, from } = headOf(bytes) ?? {};
  if (!head || sha256(bytes.subarray(from)) !== head.sha256) return null;
  const files = new Map<string, Uint8Array>();
  let at = from ?? 0;
  for (const [path, length] of head.files) files.set(path, bytes.subarray(at, (at += length)));
  const assets = new Map<string, Uint8Array>();
  for (const [path, hash] of head.assets) {
    const found = await asset(hash);
    if (!found || sha256(found) !== hash) return null;
    assets.set(path, found);
  }
  return { entry: head.entry, files, assets };
};

/** Writes a file whole or not at all. */
const write = async (path: string, bytes: Uint8Array): Promise<void> => {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  await writeFile(part, bytes)
    .then(() => rename(part, path))
    .catch(() => rm(part, { force: true }).catch(() => {}));
};

/** Takes out what is not kept; what another build is writing stays for an hour. */
const clear = async (folder: string, kept: ReadonlySet<string>): Promise<void> => {
  const now = Date.now();
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const isFresh =
      name.endsWith('.part') && now - ((await stat(path).catch(() => null))?.mtimeMs ?? 0) < HOUR;
    if (!kept.has(name) && !isFresh) await rm(path, { force: true, recursive: true }).catch(() => {});
  }
};
