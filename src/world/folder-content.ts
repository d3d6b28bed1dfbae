/**
 * Replaces what a folder holds where the folder itself has to stay, such as a mount point. The new files are written into
 * a folder within it; then the old ones step aside, the new ones take their place, and last of all the new manifest that
 * of the old: up to then all is put back where something fails. These are renames in one go, which no signal can part. Where the
 * machine itself stops in between, the old manifest is still there, by which the next build knows what it may replace.
 */

import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { MANIFEST } from '../model/manifest.ts';

/** What an interrupted build has left, and what file systems keep at the top of a disk: neither is anybody's work. */
const STRAY = /^(?:\.despatch-(?:new|old)-[0-9a-f]{8}|lost\+found)$/u;

/** What of the names in a folder is somebody's. */
export const ownNames = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !STRAY.test(name));

/** Puts these files into the folder, in place of all that it holds. */
export const replaceContent = async (
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  const id = randomUUID().slice(0, 8);
  const [fresh, aside] = ['new', 'old'].map((age) => join(folder, `.despatch-${age}-${id}`)) as [
    string,
    string,
  ];
  try {
    await fill(fresh, files);
    exchange(folder, fresh, aside);
  } finally {
    // Where they could not be made there is nothing to take away, and the first fault is the one to tell of.
    for (const one of [fresh, aside]) await rm(one, { recursive: true, force: true }).catch(() => {});
  }
};

/** Writes files into a new folder. It is made by itself: where that is refused, Node says of `recursive` what is not so. */
export const fill = async (folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder);
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
};

const exchange = (folder: string, fresh: string, aside: string): void => {
  const undo: (() => void)[] = [];
  const move = (name: string, from: string, to: string): void => {
    renameSync(join(from, name), join(to, name));
    undo.push(() => renameSync(join(to, name), join(from, name)));
  };
  const staying = new Set([basename(fresh), basename(aside), MANIFEST, 'lost+found']);
  mkdirSync(aside);
  try {
    for (const name of readdirSync(folder)) if (!staying.has(name)) move(name, folder, aside);
    for (const name of readdirSync(fresh)) if (name !== MANIFEST) move(name, fresh, folder);
    renameSync(join(fresh, MANIFEST), join(folder, MANIFEST));
  } catch (fault) {
    for (const back of undo.toReversed()) back();
    throw fault;
  }
};
