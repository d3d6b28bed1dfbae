import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readAhead } from '../../src/load/read-ahead.ts';
import type { Files } from '../../src/world/world.ts';
import { memoryFiles } from '../project.ts';

const PATHS = Array.from({ length: 30 }, (_, index) => `file-${index}`);

/** Files that take their time, with what was asked of them. */
const slow = (faulty = '') => {
  const seen = { read: [] as string[], atOnce: 0, most: 0 };
  const inner = memoryFiles(Object.fromEntries([...PATHS, 'other'].map((path) => [path, path])));
  const files: Files = {
    ...inner,
    read: async (path) => {
      seen.read.push(path);
      seen.most = Math.max(seen.most, (seen.atOnce += 1));
      await setImmediate();
      seen.atOnce -= 1;
      if (path === faulty) throw new Error('no disk');
      return inner.read(path);
    },
  };
  return { files, seen };
};

const textOf = async (files: Files, path: string) =>
  new TextDecoder().decode((await files.read(path)) ?? undefined);

test('files are read once each, a few at a time, whenever they are asked for', async () => {
  const { files, seen } = slow();
  const ahead = readAhead(files, PATHS);
  expect(await textOf(ahead, 'file-29')).toBe('file-29');
  for (const path of PATHS) expect(await textOf(ahead, path)).toBe(path);
  expect(seen.read.toSorted()).toEqual(PATHS.toSorted());
  expect(seen.most).toBeGreaterThan(4);
  // One is asked for before its turn.
  expect(seen.most).toBeLessThan(10);
});

test('others are read when they are asked for', async () => {
  const { files, seen } = slow();
  const ahead = readAhead(files, ['file-1']);
  await textOf(ahead, 'other');
  await textOf(ahead, 'other');
  expect(seen.read).toEqual(['file-1', 'other', 'other']);
  expect(await ahead.read('none')).toBeNull();
});

test('a fault is told to who asks for the file', async () => {
  const ahead = readAhead(slow('file-1').files, PATHS);
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
  await expect(ahead.read('file-1')).rejects.toThrow('no disk');
  expect(await textOf(ahead, 'file-2')).toBe('file-2');
});
