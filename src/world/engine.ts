/** What reads files and makes documents, in texts that are others where any of it is another. */

import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../diagnostics/order.ts';
import { sha256 } from '../model/hash.ts';
import { PACKAGE } from './package.ts';

/** A program that prints. */
export interface Program {
  readonly path: string;
  readonly origin: string;
}

/** All that runs but the browser; `node` is the version of Node. */
export const codeOf = async (node: string): Promise<string> =>
  sha256(JSON.stringify([node, await ownFiles(), await packagesUsed()]));

/** All that makes documents. `browser` is the one that prints, or the versions of several; null where there is none. */
export const engineOf = async (code: string, browser: Program | readonly string[] | null): Promise<string> =>
  sha256(JSON.stringify([code, browser && 'path' in browser ? await programOf(browser) : browser]));

/** The files that run: `src/` or `dist/` of despatch. */
const CODE = fileURLToPath(new URL('..', import.meta.url));

const ownFiles = async (): Promise<readonly string[]> => {
  const entries = await readdir(CODE, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted(byCodeUnit);
  return paths.map((path) => `${path.slice(CODE.length)} ${sha256(readFileSync(path))}`);
};

/** The versions of the packages that despatch names, and of all that npm has installed where it says so. */
const packagesUsed = async (): Promise<readonly string[]> => {
  const about = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as PackageJson;
  const require = createRequire(import.meta.url);
  const named = Object.keys(about.dependencies ?? {}).map(async (name) => {
    const folders = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name, 'package.json'));
    for (const file of folders) {
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text) return `${name} ${(JSON.parse(text) as PackageJson).version}`;
    }
    return name;
  });
  const places = require.resolve.paths('despatch') ?? [];
  const installed = await Promise.all(
    places.map((folder) => readFile(join(folder, '.package-lock.json'), 'utf8').catch(() => '')),
  );
  return [...(await Promise.all(named)), ...installed.filter(Boolean).slice(0, 1).map(sha256)];
};

interface PackageJson {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A bundled browser has its version in its folder's name; of others the file tells. */
const programOf = async ({ path, origin }: Program): Promise<readonly unknown[]> => {
  const { size, mtimeMs } = await stat(path);
  return origin === 'bundled' ? [basename(dirname(path)), size] : [path, size, mtimeMs];
};
