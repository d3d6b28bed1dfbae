/** Writes files into a project: all of them, or none, and never over one that is there already. */

import { lstat, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { OutsideError } from '../diagnostics/outside.ts';
import { isWithin } from './within.ts';

/** Texts or bytes, by path from the root of the project. */
export type NewContents = ReadonlyMap<string, string | Uint8Array>;

/** Those of the paths at which there is something already. */
export const taken = async (root: string, paths: readonly string[]): Promise<readonly string[]> => {
  const isThere = await Promise.all(
    paths.map((path) =>
      lstat(join(root, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => isThere[index]);
};

/**
 * Writes new files, then changed ones in the place of what they were, and takes away those that are to go.
 * @throws OutsideError where that fails; the folder is then as it was.
 */
export const writeFiles = async (
  root: string,
  fresh: NewContents,
  changed: NewContents = new Map(),
  gone: readonly string[] = [],
): Promise<void> => {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const path of [...fresh.keys(), ...changed.keys(), ...gone]) await refuseOutward(root, path);
    for (const [path, content] of fresh) await writeNew(resolve(root, path), content, undo);
    for (const [path, content] of changed) await exchange(resolve(root, path), content, undo);
    for (const path of gone) await remove(resolve(root, path), undo);
  } catch (fault) {
    for (const step of undo.toReversed()) await step().catch(() => {});
    throw fault instanceof OutsideError ? fault : unwritable(root, fault as NodeJS.ErrnoException);
  }
};

/** Nothing is written, or taken away, behind a link that leads out of the project. */
const refuseOutward = async (root: string, path: string): Promise<void> => {
  const target = await foundOf(resolve(root, path));
  if (isWithin(await foundOf(resolve(root)), target)) return;
  throw new OutsideError(
    `\`${path}\` leads out of the project, to \`${target}\`, and nothing was written`,
    'Put what belongs to the project into its folder, in place of the link.',
  );
};

/** Where a path leads, as far as it is there. */
const foundOf = async (path: string): Promise<string> =>
  (await realpath(path).catch(() => null)) ?? (dirname(path) === path ? path : foundOf(dirname(path)));

type Undo = (() => Promise<unknown>)[];

const writeNew = async (path: string, content: string | Uint8Array, undo: Undo): Promise<void> => {
  const made = await mkdir(dirname(path), { recursive: true });
  if (made !== undefined) undo.push(() => rm(made, { recursive: true }));
  await writeFile(path, content, { flag: 'wx' });
  undo.push(() => rm(path));
};

/** The new file lies beside the old before it takes its place; a link stays one, and what it leads to is changed. */
const exchange = async (link: string, content: string | Uint8Array, undo: Undo): Promise<void> => {
  const path = await realpath(link);
  const before = await readFile(path);
  const { mode } = await stat(path);
  const part = `${path}.part`;
  const file = await open(part, 'wx', mode);
  undo.push(() => rm(part, { force: true }));
  await file.writeFile(content).finally(() => file.close());
  await rename(part, path);
  undo.push(() => writeFile(path, before));
};

const remove = async (path: string, undo: Undo): Promise<void> => {
  const before = await readFile(path);
  await rm(path);
  undo.push(() => writeFile(path, before));
};

const unwritable = (root: string, { code, message, path = root }: NodeJS.ErrnoException): OutsideError => {
  const remedy =
    code === 'EEXIST'
      ? 'Take it away, or choose another folder.'
      : `Choose a folder in which you may write. The system says: ${message}.`;
  return new OutsideError(`\`${path}\` could not be written, and nothing was`, remedy);
};
