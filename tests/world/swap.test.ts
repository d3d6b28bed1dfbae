import type * as fs from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { diskOutput } from '../../src/world/disk-output.ts';
import { replace } from '../on-disk.ts';

/** A disk that refuses to rename what `refused` says. */
const disk = vi.hoisted(() => ({ refused: (_from: string, _to: string): boolean => false }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const renameSync: typeof real.renameSync = (from, to) => {
    if (disk.refused(String(from), String(to)))
      throw Object.assign(new Error('refused'), { code: 'ENOSPC', syscall: 'rename' });
    real.renameSync(from, to);
  };
  return { ...real, renameSync };
});

const files = (text: string) => new Map([['manifest.json', new TextEncoder().encode(text)]]);

test.each([
  ['the old one can’t step aside', (_from: string, to: string) => to.endsWith('.old')],
  [
    'the new one can’t take its place',
    (from: string, to: string) => from.includes('.new-') && !from.endsWith('.old') && !to.endsWith('.old'),
  ],
])('where %s, the output is as it was, and nothing is left beside it', async (_, refused) => {
  const root = await mkdtemp(join(tmpdir(), 'despatch-swap-'));
  const out = join(root, 'output');
  const output = diskOutput(out, root, { own: process.pid, isAlive: () => true });
  await replace(output, files('old'));
  disk.refused = refused;
  await expect(replace(output, files('new'))).rejects.toThrow(/could not be written/u);
  disk.refused = () => false;
  expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('old');
  expect(await readdir(root)).toEqual(['output']);
});
