import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchProject } from '../../src/preview/watch.ts';
import { onDisk } from '../on-disk.ts';

/** A folder that is watched, and what was seen in it. */
const watched = async () => {
  const root = await onDisk({ 'sources/a.md': 'a', 'output/b.html': 'b', 'node_modules/c/d.js': 'd' });
  const seen: string[] = [];
  const told: number[] = [];
  const watching = await watchProject(root, {
    seen: (path) => void seen.push(path),
    changed: () => void told.push(seen.length),
    note: () => {},
  });
  onTestFinished(async () => {
    await watching.close();
    await rm(root, { recursive: true, force: true });
  });
  return { root, seen, told };
};

test('changes that come together are told of once, and each is seen', async () => {
  const { root, seen, told } = await watched();
  await Promise.all(['x', 'y', 'z'].map((name) => writeFile(join(root, `sources/${name}.md`), name)));
  await expect.poll(() => told.length).toBe(1);
  expect(new Set(seen)).toEqual(new Set(['sources/x.md', 'sources/y.md', 'sources/z.md']));
});

test('a change that follows another at once is seen too', async () => {
  const { root, seen } = await watched();
  for (const after of [5, 15, 25, 35, 45]) {
    const first = seen.length;
    await writeFile(join(root, 'sources/a.md'), `one ${after}`);
    await expect.poll(() => seen.length, { interval: 1 }).toBeGreaterThan(first);
    await wait(after);
    const second = seen.length;
    await writeFile(join(root, 'sources/a.md'), `and another ${after}`);
    await expect.poll(() => seen.length).toBeGreaterThan(second);
    await wait(100);
  }
});

test('changes that don’t end are told of all the same', async () => {
  const { root, told } = await watched();
  for (let save = 0; save < 60; save += 1) {
    await writeFile(join(root, 'sources/a.md'), String(save));
    await wait(8);
  }
  expect(told.length).toBeGreaterThan(0);
});

test.each([
  ['sources/output/e.md', true],
  ['templates/dist/page.hbs', true],
  ['images/homes.png', true],
  ['output/e.html', false],
  ['output.new-1/e.html', false],
  ['node_modules/c/e.js', false],
  ['sources/.a.md.swp', false],
])('%s is seen: %s', async (path, isSeen) => {
  const { root, seen } = await watched();
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), 'e');
  await writeFile(join(root, 'sources/last.md'), 'last');
  // What is in a new folder may be seen after what was written later.
  if (isSeen) await expect.poll(() => seen, { timeout: 5000 }).toContain(path);
  await expect.poll(() => seen, { timeout: 5000 }).toContain('sources/last.md');
  await wait(50);
  expect(seen.includes(path)).toBe(isSeen);
});

test('the folder itself may go and come again', async () => {
  const { root, seen, told } = await watched();
  await rename(root, `${root}-away`);
  await expect.poll(() => told.length, { timeout: 5000 }).toBeGreaterThan(0);
  await rename(`${root}-away`, root);
  await expect.poll(() => seen, { timeout: 5000 }).toContain('');
  await writeFile(join(root, 'sources/a.md'), 'other');
  await expect.poll(() => seen, { timeout: 5000 }).toContain('sources/a.md');
});
