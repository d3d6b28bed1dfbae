/**
 * A folder's successor on disk. It is filled beside the old one; then the old one steps aside, the new one takes its name,
 * and the old one goes. A folder that can't be moved, such as a mount point, or that lies in one that is read-only, keeps
 * its place: its successor is filled or put within it, and its content is exchanged (`folder-content.ts`).
 */

import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { OutsideError } from '../diagnostics/outside.ts';
import { exchangeContent, withinOf } from './folder-content.ts';
import { asideOf, besideOf, type Processes } from './leftovers.ts';
import { bytesOf } from './whole-files.ts';
import type { NewOutput } from './world.ts';

/** Why a folder can't be moved, or none be made beside it: something is mounted on it, or what it lies in is not ours. */
const IMMOVABLE: ReadonlySet<string> = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'EROFS']);

/**
 * Begins the successor of a folder, which need not be there yet.
 * @throws OutsideError where the system refuses it, as do all that its functions promise.
 */
export const beginFolder = async (folder: string, processes: Processes): Promise<NewOutput> => {
  const told = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      throw outside(fault, folder);
    }
  };
  const fresh = await told(() => makeFresh(folder, processes));
  const files = new Set<string>();
  const folders = new Set<string>();
  /** Does once what puts a file there, and gives whether it is; one that is not may be put there again. */
  const put = (path: string, how: (file: string) => boolean): Promise<boolean> =>
    told(() => {
      if (files.has(path)) return true;
      const file = join(fresh, path);
      const place = dirname(file);
      if (!folders.has(place)) mkdirSync(place, { recursive: true });
      folders.add(place);
      if (!how(file)) return false;
      files.add(path);
      return true;
    });
  // Where it could not be filled, the first fault is the one to tell of.
  const discard = (): Promise<void> => rm(fresh, { recursive: true, force: true }).catch(() => {});
  return {
    write: async (path, content) => {
      await put(path, (file) => {
        if (content instanceof Uint8Array) writeFileSync(file, content);
        else writePieces(file, content);
        return true;
      });
    },
    keep: (path) => put(path, (file) => takeOver(join(folder, path), file)),
    read: async (path) => bytesOf(join(fresh, path)),
    paths: () => [...files],
    alias: async (path, name) => {
      await put(name, (file) => takeOver(join(fresh, path), file));
    },
    publish: () => told(() => swap(fresh, folder)).finally(discard),
    discard,
  };
};

const writePieces = (file: string, pieces: Iterable<Uint8Array>): void => {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
};

/** A new folder: beside the other one, or within it where none can be made there. */
const makeFresh = async (folder: string, processes: Processes): Promise<string> => {
  const beside = besideOf(folder, processes);
  try {
    await mkdir(dirname(folder), { recursive: true });
    // By itself: where that is refused, Node says of `recursive` what is not so.
    await mkdir(beside);
    return beside;
  } catch (fault) {
    if (!(await isImmovable(fault, folder))) throw fault;
    const within = withinOf(folder);
    await mkdir(within);
    return within;
  }
};

const isImmovable = async (fault: unknown, folder: string): Promise<boolean> =>
  IMMOVABLE.has((fault as NodeJS.ErrnoException).code ?? '') &&
  (await stat(folder).catch(() => null)) !== null;

/** The same file under another name; a copy of it where the file system has no two names for one. Whether it was there. */
const takeOver = (old: string, file: string): boolean => {
  try {
    linkOrCopy(old, file);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fault;
  }
};

const linkOrCopy = (old: string, file: string): void => {
  try {
    linkSync(old, file);
  } catch {
    copyFileSync(old, file);
  }
};

const swap = async (fresh: string, folder: string): Promise<void> => {
  if (dirname(fresh) === folder) return exchangeContent(folder, fresh);
  try {
    await patiently(() => exchange(fresh, folder));
  } catch (fault) {
    if (!(await isImmovable(fault, folder))) throw fault;
    const within = withinOf(folder);
    try {
      await cp(fresh, within, { recursive: true });
      await exchangeContent(folder, within);
    } finally {
      await rm(within, { recursive: true, force: true }).catch(() => {});
    }
  }
  await rm(asideOf(fresh), { recursive: true, force: true });
};

/** Two renames in one go, which no signal parts that a process can answer. */
const exchange = (fresh: string, folder: string): void => {
  const aside = asideOf(fresh);
  const before = existsSync(folder);
  if (before) renameSync(folder, aside);
  try {
    renameSync(fresh, folder);
  } catch (fault) {
    if (before) renameSync(aside, folder);
    throw fault;
  }
};

/** Windows refuses to rename a folder while a viewer or a virus scanner holds a file in it: try for two seconds there. */
const patiently = async (act: () => void): Promise<void> => {
  for (let tries = sep === '\\' ? 0 : 20; ; tries++) {
    try {
      return act();
    } catch (fault) {
      const code = (fault as NodeJS.ErrnoException).code ?? '';
      if (tries === 20 || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw fault;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
};

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and build again.',
  EACCES: 'You may not write there. Choose another folder with `--out`.',
  EROFS: 'The disk is read-only. Choose another folder with `--out`.',
  EPERM: 'Close the programs that have files of the folder open, and build again.',
  EBUSY:
    'Close the programs that have files of the folder open, take off what is mounted within it, and build again.',
};

/** What the system refuses is no fault of despatch. */
export const outside = (fault: unknown, folder: string): unknown => {
  const { code, message } = fault as NodeJS.ErrnoException;
  if (!code) return fault;
  const remedy = REMEDIES[code] ?? `Choose another folder with \`--out\`. The system says: ${message}.`;
  return new OutsideError(`\`${folder}\` could not be written`, remedy, { cause: fault });
};
