/** The output folder on disk: read for what a build carries over, and whether it may be replaced (`new-folder.ts`). */

import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { byCodeUnit } from '../diagnostics/order.ts';
import { sha256 } from '../model/hash.ts';
import { isManifest, MANIFEST } from '../model/manifest.ts';
import { ownNames } from './folder-content.ts';
import { recover, type Processes } from './leftovers.ts';
import { beginFolder, outside } from './new-folder.ts';
import { bytesOf } from './whole-files.ts';
import type { Output } from './world.ts';

/** The output folder at a path on disk, of the project at `root`. */
export const diskOutput = (folder: string, root: string, processes: Processes): Output => {
  const whole = resolve(folder);
  return {
    unfit: (force) => unfit(whole, resolve(root), force),
    recover: async () => recover(await real(whole), processes),
    read: async (path) => bytesOf(join(whole, path)),
    list: async () => {
      const entries = await readdir(whole, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(whole, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .toSorted(byCodeUnit);
    },
    hash: async (path) => {
      const bytes = bytesOf(join(whole, path));
      return bytes && sha256(bytes);
    },
    begin: async () => beginFolder(await real(whole), processes),
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
