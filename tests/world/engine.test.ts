import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, engineOf } from '../../src/world/engine.ts';

test('an engine is another where Node or the browser is another, and else the same', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'despatch-engine-')), 'chrome');
  await writeFile(path, 'one');
  const chrome = { path, origin: 'installed' } as const;
  const first = await engineOf('code', chrome);
  expect(await engineOf('code', chrome)).toBe(first);
  expect(await engineOf('another', chrome)).not.toBe(first);
  expect(await engineOf('code', { path, origin: 'bundled' })).not.toBe(first);
  await utimes(path, 0, 0);
  expect(await engineOf('code', chrome)).not.toBe(first);
});

test('code is another where Node is another, and else the same', async () => {
  const first = await codeOf('v24');
  expect(await codeOf('v24')).toBe(first);
  expect(await codeOf('v26')).not.toBe(first);
});
