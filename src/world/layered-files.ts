/** A project's files with the templates that come with despatch below its own: what the project lacks is taken from there. */

import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { byCodeUnit } from '../diagnostics/order.ts';
import { diskFiles } from './disk-files.ts';
import { PACKAGE } from './package.ts';
import type { Files } from './world.ts';

/** Where the templates lie that come with despatch, in its folder as in a project. */
export const SHARED = 'templates/';

const isShared = (path: string): boolean => path.startsWith(SHARED);

/** The project's files, and below them the templates of `brought`: each file of its own takes the place of one of the same path. */
export const layered = (own: Files, brought: Pick<Files, 'list' | 'read'>): Files => ({
  ...own,
  list: async (globs) => {
    const files = await Promise.all([own.list(globs), brought.list(globs.filter(isShared))]);
    return [...new Set(files.flat())].toSorted(byCodeUnit);
  },
  read: async (path) => (await own.read(path)) ?? (isShared(path) ? brought.read(path) : null),
});

/** The files of the project at `root`, over the templates of despatch. Where it is despatch's own, they are the same. */
export const projectFiles = (root: string): Files => {
  const own = diskFiles(root);
  return isPackage(root) ? own : layered(own, diskFiles(PACKAGE));
};

const isPackage = (root: string): boolean => existsSync(root) && realpathSync(root) === PACKAGE;

/** Where a file of a project lies on disk, and whether it is one that comes with despatch. */
export const whereabouts = (root: string, file: string): { path: string; isBrought: boolean } => {
  const path = resolve(root, file);
  const isBrought = isShared(file) && !existsSync(path) && existsSync(join(PACKAGE, file));
  return { path: isBrought ? join(PACKAGE, file) : path, isBrought };
};

/** A file that comes with despatch, as `despatch eject` names it, e.g. `partials/masthead`. */
export const nameOfBrought = (file: string): string => file.slice(SHARED.length).replace(/\.[^./]*$/u, '');
