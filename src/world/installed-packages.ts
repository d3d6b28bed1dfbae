import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
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

const find = (finder: NodeJS.Require, specifier: string): Uint8Array | null => {
  try {
    return readFileSync(finder.resolve(specifier));
  } catch {
    return null;
  }
};
