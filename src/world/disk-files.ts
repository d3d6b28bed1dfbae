import { existsSync, lstat, realpath as followed, realpathSync, stat, type Stats } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { glob, type FileSystemAdapter } from 'tinyglobby';
import { byCodeUnit } from '../diagnostics/order.ts';
import { isWithin } from './within.ts';
import { bytesOf } from './whole-files.ts';
import type { Files } from './world.ts';

/** A project's files on disk. What lies outside its root, behind `..` or a link, is neither looked through nor read. */
export const diskFiles = (root: string): Files => {
  const folder = resolve(root);
  const list: Files['list'] = async (globs) => (await survey(folder, globs)).files;
  return {
    list,
    own: list,
    outward: async (globs) => (await survey(folder, globs)).outward,
    read: async (path) => {
      const inside = targetOf(folder);
      const file = targetOf(join(folder, path));
      return inside !== null && file !== null && isWithin(inside, file) ? bytesOf(file) : null;
    },
  };
};

/** A path with its links followed; null where they lead nowhere. */
const targetOf = (path: string): string | null => {
  try {
    return existsSync(path) ? realpathSync.native(path) : null;
  } catch {
    return null;
  }
};

interface Survey {
  /** The files, sorted. */
  readonly files: readonly string[];
  /** The links that lead out of the root, sorted. */
  readonly outward: readonly string[];
}

/** Looks through the folders that globs name, along links within the root alone. */
const survey = async (folder: string, globs: readonly string[]): Promise<Survey> => {
  const inside = await realpath(folder).catch(() => folder);
  const outward = new Set<string>();
  const leadsOut = async (path: string): Promise<boolean> => {
    const target = await realpath(join(folder, path)).catch(() => null);
    return target !== null && !isWithin(inside, target);
  };
  const [patterns, bases]: [string[], string[]] = [[], []];
  for (const pattern of globs) {
    const base = baseOf(pattern);
    if (await leadsOut(base)) bases.push(base);
    else patterns.push(pattern);
  }
  const found = await glob(patterns, {
    cwd: folder,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    fs: watchful(inside, outward),
  });
  const files = found.map(slashed).filter((path) => !outward.has(slashed(join(folder, path))));
  // One link that is reached in several ways is one.
  const links = await Promise.all(
    [...outward].map(async (path) => {
      const link = resolve(folder, path);
      return slashed(relative(inside, join(await realpath(dirname(link)), basename(link))));
    }),
  );
  // The search begins in a folder that the globs have in common, and meets links there that none of them asks for.
  const asked = links.filter((link) => patterns.some((pattern) => isWithin(baseOf(pattern), link, '/')));
  return {
    files: files.toSorted(byCodeUnit),
    outward: [...new Set([...bases, ...asked])].toSorted(byCodeUnit),
  };
};

/** The folder in which a glob begins to look. */
const baseOf = (pattern: string): string => {
  const parts = pattern.split('/');
  return parts
    .slice(
      0,
      parts.findIndex((part) => part.includes('*')),
    )
    .join('/');
};

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** The file system as the search sees it: a link that leads out, or nowhere, is a file like any other; the former are kept. */
const watchful = (inside: string, outward: Set<string>) => {
  const realpathOf = (path: string, done: (fault: Error | null, target: string) => void): void =>
    followed(path, (fault, target) => {
      if (!fault && isWithin(inside, target)) return done(null, target);
      if (!fault) outward.add(slashed(path));
      done(null, path);
    });
  const statOf = (path: string, done: (fault: Error | null, found: Stats) => void): void =>
    outward.has(slashed(path))
      ? lstat(path, done)
      : stat(path, (fault, found) => (fault ? lstat(path, done) : done(null, found)));
  return { realpath: realpathOf, stat: statOf } as unknown as FileSystemAdapter;
};
