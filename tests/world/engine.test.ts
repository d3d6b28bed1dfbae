import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineOf } from '../../src/world/engine.ts';

test('an engine is another where Node or the browser is another, and else the same', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'despatch-engine-')), 'chrome');
  await writeFile(path, 'one');
  const chrome = { path, origin: 'installed' } as const;
  const first = await engineOf('v24', chrome);
  expect(await engineOf('v24', chrome)).toBe(first);
  expect(await engineOf('v26', chrome)).not.toBe(first);
  expect(await engineOf('v24', { path, origin: 'bundled' })).not.toBe(first);
  await utimes(path, 0, 0);
  expect(await engineOf('v24', chrome)).not.toBe(first);
});
