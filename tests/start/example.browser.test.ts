import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templateTexts } from '../../src/start/template.ts';
import { exampleOf } from '../../src/start/example.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { layered } from '../../src/world/layered-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { memoryFiles } from '../project.ts';
import { produceAll } from '../produced.ts';

const START = join(PACKAGE, 'src', 'start');
const example = await exampleOf(diskFiles(join(START, 'example')));

const produced = (files: Record<string, string>) =>
  produceAll(layered(memoryFiles(files), diskFiles(PACKAGE)));

test('the example is printed without complaint: its pages are full, and nothing that it names is left out', async () => {
  const { made, drafting, printing } = await produced(Object.fromEntries(example));
  const told = [...drafting, ...printing].filter(({ rule }) => rule !== 'unused-passages');
  expect(told).toEqual([]);
  const pages = made.map(({ entry }) => [entry.edition, entry.pages, entry.fit?.dropped]);
  expect(pages).toEqual([
    ['councillor', 1, []],
    ['press', 2, []],
    ['resident', 2, []],
  ]);
});

test('a new template is printed without complaint', async () => {
  const texts = await templateTexts(diskFiles(join(START, 'template')), 'Letter');
  const own = Array.from(texts, ([name, text]) => [`templates/letter/${name}`, text]);
  const audiences = 'sources/audiences.yaml';
  const { made, drafting, printing } = await produced({
    ...Object.fromEntries([...example, ...own]),
    [audiences]: example.get(audiences)?.replace('one-page-brief', 'letter') ?? '',
  });
  const told = [...drafting, ...printing].filter(({ rule }) => rule !== 'unused-passages');
  expect(told).toEqual([]);
  expect(made[0]?.entry).toMatchObject({ edition: 'councillor', template: 'letter', pages: 2 });
});
