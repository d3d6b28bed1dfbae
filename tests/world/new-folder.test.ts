import fs from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { diskOutput } from '../../src/world/disk-output.ts';
import { replace } from '../on-disk.ts';

const real = { ...fs };

/** Has the disk rename as this does. */
const renamesBy = (rename: typeof fs.renameSync): void => {
  fs.renameSync = rename;
  syncBuiltinESMExports();
};
afterEach(() => renamesBy(real.renameSync));

const files = (text: string) => new Map([['manifest.json', new TextEncoder().encode(text)]]);

test.each([
  ['the old one can’t step aside', (_from: string, to: string) => to.endsWith('.old')],
  [
    'the new one can’t take its place',
    (from: string, to: string) => from.includes('.new-') && !from.endsWith('.old') && !to.endsWith('.old'),
  ],
])('where %s, the output is as it was, and nothing is left beside it', async (_, isRefused) => {
  const root = await mkdtemp(join(tmpdir(), 'despatch-swap-'));
  const out = join(root, 'output');
  const output = diskOutput(out, root, { own: process.pid, isAlive: () => true });
  await replace(output, files('old'));
  renamesBy((from, to) => {
    if (isRefused(String(from), String(to)))
      throw Object.assign(new Error('refused'), { code: 'ENOSPC', syscall: 'rename' });
    real.renameSync(from, to);
  });
  await expect(replace(output, files('new'))).rejects.toThrow(/could not be written/u);
  expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('old');
  expect(await readdir(root)).toEqual(['output']);
});
