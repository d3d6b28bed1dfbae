import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above a path that has a `package.json`. */
const packageAbove = (path: string): string => {
  const folder = dirname(path);
  return existsSync(join(folder, 'package.json')) || folder === path ? folder : packageAbove(folder);
};

/** The folder of despatch itself, with what comes with it: the repository, or the installed package. */
export const PACKAGE = realpathSync(packageAbove(fileURLToPath(import.meta.url)));

/** Where the guide's pages are written. */
export const GUIDE = join(PACKAGE, 'dist', 'guide-pages');
