import { readFile, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { byCodeUnit } from '../model/order.ts';
import type { Files } from '../model/world.ts';

/** A project's files on disk. What lies outside its root, behind `..` or a link, is listed and not to be read: it is told of as missing. */
export const diskFiles = (root: string): Files => {
  const folder = resolve(root);
  return {
    list: async (globs) => {
      const ignore = ['**/node_modules/**'];
      const found = await glob([...globs], {
        cwd: folder,
        ignore,
        followSymbolicLinks: true,
        expandDirectories: false,
      });
      return found.map((path) => path.replaceAll('\\', '/')).toSorted(byCodeUnit);
    },
    read: async (path) => {
      const [inside, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]).catch(
        () => [],
      );
      if (!inside || !file?.startsWith(inside + sep)) return null;
      return readFile(file).catch(() => null);
    },
  };
};
