/**
 * What a process that is killed leaves behind: folders with its number in their names. Whoever comes next clears those of
 * the dead, and leaves those of the living. Numbers are of one machine: builds of several that share a disk must not
 * write to one folder.
 */

import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The processes of this machine. */
export interface Processes {
  /** The number of this one. */
  readonly own: number;
  readonly isAlive: (number: number) => boolean;
}

/** A name for a new folder beside this one. */
export const besideOf = (folder: string, { own }: Processes): string =>
  `${folder}.new-${own}-${randomUUID().slice(0, 8)}`;

/** The name under which the old folder waits until the new one has its place. */
export const asideOf = (fresh: string): string => `${fresh}.old`;

/**
 * Takes back a folder that a dead process had set aside and put nothing in place of, and clears the others of the dead.
 * What is refused stays: a build will say so where it matters.
 */
export const recover = async (folder: string, processes: Processes): Promise<void> => {
  const place = dirname(folder);
  const dead = (await readdir(place).catch(() => [])).filter((name) => isOfTheDead(name, folder, processes));
  const aside = await newest(dead.filter((name) => name.endsWith('.old')).map((name) => join(place, name)));
  if (aside && !(await stat(folder).catch(() => null))) await rename(aside, folder).catch(() => {});
  for (const name of dead) await rm(join(place, name), { recursive: true, force: true }).catch(() => {});
};

const isOfTheDead = (name: string, folder: string, { own, isAlive }: Processes): boolean => {
  const stem = `${basename(folder)}.new-`;
  const number = /^(\d+)-[0-9a-f]{8}(?:\.old)?$/u.exec(
    name.startsWith(stem) ? name.slice(stem.length) : '',
  )?.[1];
  return number !== undefined && Number(number) !== own && !isAlive(Number(number));
};

const newest = async (paths: readonly string[]): Promise<string | null> => {
  const times = await Promise.all(
    paths.map(async (path) => ({ path, time: (await stat(path).catch(() => null))?.mtimeMs ?? 0 })),
  );
  return times.toSorted((a, b) => b.time - a.time)[0]?.path ?? null;
};

/** How the names begin of the folders of a process among the temporary files. */
export const temporaryOf = ({ own }: Processes): string => `despatch-${own}-`;

/** Clears the temporary folders of dead processes. */
export const clearTemporary = async (place: string, { own, isAlive }: Processes): Promise<void> => {
  for (const name of await readdir(place).catch(() => [])) {
    const number = Number(/^despatch-(\d+)-\w{6}$/u.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(number) || number === own || isAlive(number)) continue;
    await rm(join(place, name), { recursive: true, force: true }).catch(() => {});
  }
};
