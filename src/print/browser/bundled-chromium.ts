/**
 * The headless shell that comes with despatch (`@sparticuz/chromium`: Linux on x64). The package's own unpacking
 * writes to a fixed path that anybody may have filled before; here it goes into a private folder, whole or not at all.
 */

import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { OutsideError } from '../../diagnostics/outside.ts';
import { writeAtomically } from './write-atomically.ts';
import type { FoundBrowser, Machine } from './machine.ts';
import { privateCache } from './private-folder.ts';

/** An installed package with a headless shell in it. */
export interface Bundle {
  /** The folder with `chromium.br` and `al2023.tar.br`. */
  readonly folder: string;
  readonly version: string;
}

/** The package; null where it is not installed. */
export const findBundledChromium = (): Bundle | null => {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve('@sparticuz/chromium');
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'bin'), version };
  } catch {
    return null;
  }
};

/**
 * Unpacks the shell (2 s the first time, then nothing); its libraries only where the machine lacks them.
 * Null where it cannot run: not on Linux, another processor, another C library.
 * @throws OutsideError where it cannot be written.
 */
export const unpackChromium = async (bundle: Bundle, machine: Machine): Promise<FoundBrowser | null> => {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return null;
  const cache = await privateCache(machine);
  const name = join(cache, `chromium-${bundle.version}`);
  try {
    const path = await shell(bundle, name);
    if (await starts(path, machine.variables)) return { path, origin: 'bundled', variables: {} };
    const folders = [await libraries(bundle, `${name}-libraries`), machine.variables['LD_LIBRARY_PATH']];
    const variables = { LD_LIBRARY_PATH: folders.filter(Boolean).join(':') };
    const runs = await starts(path, { ...machine.variables, ...variables });
    return runs ? { path, origin: 'bundled', variables } : null;
  } catch (fault) {
    throw new OutsideError(
      `The browser could not be unpacked into \`${cache}\`: ${(fault as Error).message}.`,
      'Make room there (250 MB), or set XDG_CACHE_HOME to a folder that has it.',
      { cause: fault },
    );
  }
};

const shell = async (bundle: Bundle, folder: string): Promise<string> => {
  await writeAtomically(folder, (part) =>
    unbrotli(join(bundle.folder, 'chromium.br'), createWriteStream(join(part, 'chromium'), { mode: 0o700 })),
  );
  return join(folder, 'chromium');
};

/** NSS and what it needs, which slim systems do not have. */
const libraries = async (bundle: Bundle, folder: string): Promise<string> => {
  await writeAtomically(folder, (part) => unbrotli(join(bundle.folder, 'al2023.tar.br'), extract(part)));
  return join(folder, 'lib');
};

const MEGABYTE = 2 ** 20;

const unbrotli = (file: string, target: Writable): Promise<void> =>
  pipeline(
    createReadStream(file, { highWaterMark: 4 * MEGABYTE }),
    createBrotliDecompress({ chunkSize: 2 * MEGABYTE }),
    target,
  );

/** Asking for the version loads every library and starts nothing: 10 ms. */
const starts = (path: string, variables: Machine['variables']): Promise<boolean> =>
  promisify(execFile)(path, ['--version'], {
    env: { ...variables },
    timeout: 30_000,
    killSignal: 'SIGKILL',
  }).then(
    () => true,
    () => false,
  );
