import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleOf } from '../../src/start/example.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { layered } from '../../src/world/layered-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { memoryFiles } from '../project.ts';
import { produceAll } from '../produced.ts';

test('the example is printed without complaint: its pages are full, and nothing that it names is left out', async () => {
  const files = Object.fromEntries(await exampleOf(diskFiles(join(PACKAGE, 'src', 'start', 'example'))));
  const { made, drafting, printing } = await produceAll(layered(memoryFiles(files), diskFiles(PACKAGE)));
  expect([...drafting, ...printing]).toEqual([]);
  const pages = made.map(({ entry }) => [entry.edition, entry.pages, entry.fit?.dropped]);
  expect(pages).toEqual([
    ['councillor', 1, []],
    ['press', 2, []],
    ['resident', 2, []],
  ]);
});
