import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { bytesOf } from './whole-files.ts';
import type { Packages } from './world.ts';

/** The packages installed in the project at `root`, else those that despatch itself brings. */
export const installedPackages = (root: string): Packages => {
  const finders = [createRequire(join(resolve(root), 'package.json')), createRequire(import.meta.url)];
  return {
    read: async (specifier) => {
      for (const finder of finders) {
        const bytes = find(finder, specifier);
        if (bytes) return bytes;
      }
      return null;
    },
  };
};

/** A file of a package, whether or not programs may import it. */
const find = (finder: NodeJS.Require, specifier: string): Uint8Array | null => {
  const folders = specifier.includes('..') ? [] : (finder.resolve.paths(specifier) ?? []);
  for (const path of [resolved(finder, specifier), ...folders.map((folder) => join(folder, specifier))]) {
    const bytes = path === null ? null : bytesOf(path);
    if (bytes) return bytes;
  }
  return null;
};

/** Where programs find it; null where they may not. */
const resolved = (finder: NodeJS.Require, specifier: string): string | null => {
  try {
    return finder.resolve(specifier);
  } catch {
    return null;
  }
};
