/**
 * The output folder on disk: read for what a narrowed build carries over, and swapped in whole. Beside it the new one
 * is built; then the old one steps aside, the new one takes its name, and the old one goes.
 */

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { OutsideError } from '../model/outside.ts';
import type { Output } from '../model/world.ts';
import { isManifest, MANIFEST } from './manifest.ts';

/** The output folder at a path on disk, of the project at `root`. */
export const diskOutput = (folder: string, root: string): Output => {
  const whole = resolve(folder);
  return {
    unfit: (force) => unfit(whole, resolve(root), force),
    read: (path) => readFile(join(whole, path)).catch(() => null),
    replace: async (files) => replace(await real(whole), files),
  };
};

/** Fit is a folder that is not there, is empty, or holds an earlier build; by force one outside the project that holds no repository. */
const unfit = async (folder: string, root: string, force: boolean): Promise<string | null> => {
  const [whole, project] = await Promise.all([real(folder), real(root)]);
  if ((project + sep).startsWith(whole + sep)) return 'holds the project itself';
  if (['sources', 'templates'].some((part) => (whole + sep).startsWith(join(project, part) + sep)))
    return "is among the project's own files";
  if (whole.split(sep).includes('.git')) return 'is part of a repository of Git';
  const found = await stat(whole).catch(() => null);
  if (!found) return null;
  if (!found.isDirectory()) return 'is a file';
  const names = await readdir(whole).catch((fault: unknown) => {
    throw outside(fault, whole);
  });
  const manifest = await readFile(join(whole, MANIFEST), 'utf8').catch(() => '');
  if (names.includes('.git')) return 'is a repository of Git, which would be lost';
  if (!names.length || isManifest(manifest)) return null;
  if ((whole + sep).startsWith(project + sep)) return "is among the project's files, and no earlier build";
  if (!force) return 'holds files that are not of an earlier build';
  const repository = await repositoryIn(whole);
  return repository && `holds a repository of Git in \`${repository}\`, which would be lost`;
};

/** The path in a folder of a repository of Git that lies anywhere in it; null where there is none. */
const repositoryIn = async (folder: string): Promise<string | null> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.find(({ name }) => name === '.git');
  return found ? relative(folder, found.parentPath) || '.' : null;
};

/** A path with its links followed, as far as it exists. */
const real = async (path: string): Promise<string> => {
  const found = await realpath(path).catch(() => null);
  if (found) return found;
  return dirname(path) === path ? path : join(await real(dirname(path)), basename(path));
};

const replace = async (whole: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  const fresh = `${whole}.new-${randomUUID().slice(0, 8)}`;
  try {
    await fill(fresh, files);
    await swap(fresh, whole);
  } catch (fault) {
    throw outside(fault, whole);
  } finally {
    // Where it could not be made there is nothing to take away, and the first fault is the one to tell of.
    await rm(fresh, { recursive: true, force: true }).catch(() => {});
  }
};

const fill = async (folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
};

const swap = async (fresh: string, folder: string): Promise<void> => {
  const aside = `${fresh}.old`;
  const before = await patiently(() => rename(folder, aside)).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return false;
      throw fault;
    },
  );
  try {
    await patiently(() => rename(fresh, folder));
  } catch (fault) {
    if (before) await rename(aside, folder);
    throw fault;
  }
  await rm(aside, { recursive: true, force: true });
};

/** Windows refuses to rename a folder while a viewer or a virus scanner holds a file in it: try for two seconds. */
const patiently = async (act: () => Promise<void>): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      return await act();
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
  EBUSY: 'Close the programs that have files of the folder open, and build again.',
};

/** What the system refuses is no fault of despatch. */
const outside = (fault: unknown, folder: string): unknown => {
  const { code, message } = fault as NodeJS.ErrnoException;
  if (!code) return fault;
  const remedy = REMEDIES[code] ?? `Choose another folder with \`--out\`. The system says: ${message}.`;
  return new OutsideError(`\`${folder}\` could not be written`, remedy, { cause: fault });
};
