import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { FoundBrowser } from '../../../src/print/browser/machine.ts';
import { newFolder, onLinux, until } from '../press.ts';

const FIND = fileURLToPath(new URL('../find.ts', import.meta.url));

const find = async (cache: string): Promise<FoundBrowser> => {
  const { stdout } = await promisify(execFile)(process.execPath, [FIND, cache]);
  return JSON.parse(stdout) as FoundBrowser;
};

/** The names in the cache: the finished browser's, and those of what is being unpacked. */
const namesIn = (cache: string): string[] => {
  const folder = join(cache, 'despatch');
  return existsSync(folder) ? readdirSync(folder) : [];
};

const isPart = (name: string): boolean => name.includes('.part-');

describe.runIf(onLinux && process.arch === 'x64')('unpacking the browser', () => {
  test('by two builds at once gives each a whole one, and leaves one', async () => {
    const cache = newFolder();
    const [first, second] = await Promise.all([find(cache), find(cache)]);
    expect(first).toMatchObject({ origin: 'bundled' });
    expect(second).toEqual(first);
    expect(execFileSync(first.path, ['--version'], { encoding: 'utf8' })).toMatch(/^Chromium \d+/);
    expect(namesIn(cache)).toHaveLength(1);
  });

  test('begins anew after a build that was killed half-way', async () => {
    const cache = newFolder();
    const child = spawn(process.execPath, [FIND, cache]);
    await until(() => {
      const part = namesIn(cache).find(isPart);
      const file = part && join(cache, 'despatch', part, 'chromium');
      return !!file && existsSync(file) && statSync(file).size > 1_000_000;
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(namesIn(cache).every(isPart)).toBe(true);
    const { path } = await find(cache);
    expect(execFileSync(path, ['--version'], { encoding: 'utf8' })).toMatch(/^Chromium \d+/);
  });
});
