import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test, type TestContext } from 'vitest';
import { watchProject } from '../../src/preview/watch.ts';
import { onDisk } from '../on-disk.ts';

/** A folder that is watched, and what was seen in it. */
const watched = async (onTestFinished: TestContext['onTestFinished']) => {
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

test('changes that come together are told of once, and each is seen', async ({ expect, onTestFinished }) => {
  const { root, seen, told } = await watched(onTestFinished);
  await Promise.all(['x', 'y', 'z'].map((name) => writeFile(join(root, `sources/${name}.md`), name)));
  await expect.poll(() => told.length).toBe(1);
  expect(new Set(seen)).toEqual(new Set(['sources/x.md', 'sources/y.md', 'sources/z.md']));
});

// What takes time here is to wait: these tests do so side by side.
describe.concurrent('a project that is watched', () => {
  test('a change that follows another at once is seen too', async ({ expect, onTestFinished }) => {
    const follows = async (after: number) => {
      const { root, seen } = await watched(onTestFinished);
      await writeFile(join(root, 'sources/a.md'), 'one');
      await expect.poll(() => seen.length, { interval: 1 }).toBeGreaterThan(0);
      await wait(after);
      const first = seen.length;
      await writeFile(join(root, 'sources/a.md'), 'and another');
      await expect.poll(() => seen.length).toBeGreaterThan(first);
    };
    await Promise.all([5, 15, 25, 35, 45].map(follows));
  });

  test('changes that don’t end are told of all the same', async ({ expect, onTestFinished }) => {
    const { root, told } = await watched(onTestFinished);
    for (let save = 0; save < 40; save += 1) {
      await writeFile(join(root, 'sources/a.md'), String(save));
      await wait(8);
    }
    expect(told.length).toBeGreaterThan(0);
  });

  test.for<readonly [path: string, isSeen: boolean]>([
    ['sources/output/e.md', true],
    ['templates/dist/page.hbs', true],
    ['images/homes.png', true],
    ['output/e.html', false],
    ['output.new-1/e.html', false],
    ['node_modules/c/e.js', false],
    ['sources/.a.md.swp', false],
  ])('%s is seen: %s', async ([path, isSeen], { expect, onTestFinished }) => {
    const { root, seen } = await watched(onTestFinished);
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), 'e');
    await writeFile(join(root, 'sources/last.md'), 'last');
    // What is in a new folder may be seen after what was written later.
    if (isSeen) await expect.poll(() => seen).toContain(path);
    await expect.poll(() => seen).toContain('sources/last.md');
    await wait(50);
    expect(seen.includes(path)).toBe(isSeen);
  });

  test('the folder itself may go and come again', async ({ expect, onTestFinished }) => {
    const { root, seen, told } = await watched(onTestFinished);
    await rename(root, `${root}-away`);
    await expect.poll(() => told.length).toBeGreaterThan(0);
    await rename(`${root}-away`, root);
    await expect.poll(() => seen).toContain('');
    await writeFile(join(root, 'sources/a.md'), 'other');
    await expect.poll(() => seen).toContain('sources/a.md');
  });
});
