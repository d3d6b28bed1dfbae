import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, check, diskWorld, explain, load, UsageError, type Manifest } from '../src/index.ts';
import { onDisk } from './on-disk.ts';
import { baseProject } from './project.ts';

const TODAY = '2025-01-16';

test('a program can load, check, explain and build a project on disk', async () => {
  const root = await onDisk(baseProject());
  const names: string[] = [];
  const world = diskWorld({ root, progress: (_done, _all, name) => void names.push(name) });
  expect((await load(world.files)).value.packs.has('bill')).toBe(true);
  expect((await check(world, { documents: false, today: TODAY })).value).toMatchObject({ printed: false });
  expect((await explain(world, 'bill', 'mp')).value?.reasons.length).toBeGreaterThan(0);
  const request = { packs: [], audiences: [], formats: ['html'], version: '9', today: TODAY } as const;
  const { value, messages } = await build(world, request);
  expect(messages).toEqual([]);
  expect(value?.made.map(({ files }) => files.html)).toEqual(names.map((name) => `${name}.html`));
  const manifest: unknown = JSON.parse(await readFile(join(root, 'output', 'manifest.json'), 'utf8'));
  expect((manifest as Manifest).despatch).toBe('9');
});

test('a folder that is not there is told', () => {
  expect(() => diskWorld({ root: '/nowhere/at/all' })).toThrow(UsageError);
});
