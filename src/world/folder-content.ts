/**
 * Replaces what a folder holds where the folder itself has to stay, such as a mount point. The new files lie in a folder
 * within it; then the old ones step aside, the new ones take their place, and last of all the new manifest that
 * of the old: up to then all is put back where something fails. These are renames in one go, which no signal can part. Where the
 * machine itself stops in between, the old manifest is still there, by which the next build knows what it may replace.
 */

import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MANIFEST } from '../model/manifest.ts';

/** What an interrupted build has left, and what file systems keep at the top of a disk: neither is anybody's work. */
const STRAY = /^(?:\.despatch-(?:new|old)-[0-9a-f]{8}|lost\+found)$/u;

/** What of the names in a folder is somebody's. */
export const ownNames = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !STRAY.test(name));

/** A name for a new folder within this one. */
export const withinOf = (folder: string): string => join(folder, `.despatch-new-${randomUUID().slice(0, 8)}`);

/** Puts what `fresh`, a folder within this one, holds in place of all else that is in it. */
export const exchangeContent = async (folder: string, fresh: string): Promise<void> => {
  const aside = join(folder, basename(fresh).replace('new', 'old'));
  try {
    exchange(folder, fresh, aside);
  } finally {
    // Where it could not be made there is nothing to take away, and the first fault is the one to tell of.
    await rm(aside, { recursive: true, force: true }).catch(() => {});
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
