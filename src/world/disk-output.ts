/**
 * The output folder on disk: read for what a narrowed build carries over, and swapped in whole. Beside it the new one
 * is built; then the old one steps aside, the new one takes its name, and the old one goes. A folder that can't be moved,
 * such as a mount point, keeps its place, and its content is swapped (`folder-content.ts`).
 */

import { existsSync, renameSync } from 'node:fs';
import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { OutsideError } from '../diagnostics/outside.ts';
import { asideOf, besideOf, recover, type Processes } from './leftovers.ts';
import type { Output } from './world.ts';
import { fill, ownNames, replaceContent } from './folder-content.ts';
import { isManifest, MANIFEST } from '../model/manifest.ts';

/** The output folder at a path on disk, of the project at `root`. */
export const diskOutput = (folder: string, root: string, processes: Processes): Output => {
  const whole = resolve(folder);
  return {
    unfit: (force) => unfit(whole, resolve(root), force),
    recover: async () => recover(await real(whole), processes),
    read: (path) => readFile(join(whole, path)).catch(() => null),
    replace: async (files) => replace(await real(whole), files, processes),
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
  if (!ownNames(names).length || isManifest(manifest)) return null;
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

type Files = ReadonlyMap<string, Uint8Array>;

const replace = async (whole: string, files: Files, processes: Processes): Promise<void> => {
  try {
    await replaceFolder(whole, files, processes).catch(async (fault: NodeJS.ErrnoException) => {
      if (!IMMOVABLE.has(fault.code ?? '') || !(await stat(whole).catch(() => null))) throw fault;
      await replaceContent(whole, files);
    });
  } catch (fault) {
    throw outside(fault, whole);
  }
};

/** Why a folder can't be moved, or none be made beside it: something is mounted on it, or what it lies in is not ours. */
const IMMOVABLE: ReadonlySet<string> = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'EROFS']);

const replaceFolder = async (whole: string, files: Files, processes: Processes): Promise<void> => {
  const fresh = besideOf(whole, processes);
  try {
    await fill(fresh, files);
    await swap(fresh, whole);
  } finally {
    // Where it could not be made there is nothing to take away, and the first fault is the one to tell of.
    await rm(fresh, { recursive: true, force: true }).catch(() => {});
  }
};

const swap = async (fresh: string, folder: string): Promise<void> => {
  await patiently(() => exchange(fresh, folder));
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
const outside = (fault: unknown, folder: string): unknown => {
  const { code, message } = fault as NodeJS.ErrnoException;
  if (!code) return fault;
  const remedy = REMEDIES[code] ?? `Choose another folder with \`--out\`. The system says: ${message}.`;
  return new OutsideError(`\`${folder}\` could not be written`, remedy, { cause: fault });
};
