import { expect, test } from 'vitest';
import { HeldFiles } from '../../src/preview/held-files.ts';
import { memoryFiles, type Contents } from '../project.ts';

/** Files that are held, and how often those behind them were asked. */
const held = (contents: Contents) => {
  const files = memoryFiles(contents);
  const asked: string[] = [];
  const counted = {
    ...files,
    list: (globs: readonly string[]) => (asked.push('list'), files.list(globs)),
    read: (path: string) => (asked.push(path), files.read(path)),
  };
  const over = new HeldFiles(counted);
  const text = async (path: string) => new TextDecoder().decode((await over.read(path)) ?? undefined);
  return { over, asked, text };
};

test('a file is read once until it is forgotten', async () => {
  const contents: Contents = { 'sources/a.md': 'one', 'sources/b.md': 'two' };
  const { over, asked, text } = held(contents);
  expect([await text('sources/a.md'), await text('sources/x/../a.md'), await text('sources/b.md')]).toEqual([
    'one',
    'one',
    'two',
  ]);
  expect(asked).toEqual(['sources/a.md', 'sources/b.md']);
  contents['sources/a.md'] = 'three';
  over.forget('sources/a.md', false);
  expect([await text('sources/a.md'), await text('sources/b.md')]).toEqual(['three', 'two']);
  expect(asked).toEqual(['sources/a.md', 'sources/b.md', 'sources/a.md']);
});

test('which there are is asked again where one has come or gone', async () => {
  const contents: Contents = { 'sources/a.md': 'one' };
  const { over, asked } = held(contents);
  const list = () => over.list(['sources/*.md']);
  expect([await list(), await list()]).toEqual([['sources/a.md'], ['sources/a.md']]);
  over.forget('sources/a.md', false);
  await list();
  expect(asked).toEqual(['list']);
  contents['sources/b.md'] = 'two';
  over.forget('sources/b.md', true);
  expect(await list()).toEqual(['sources/a.md', 'sources/b.md']);
});

test('with a folder all below it is forgotten', async () => {
  const contents: Contents = { 'sources/a.md': 'one', 'sourcesb.md': 'two' };
  const { over, asked, text } = held(contents);
  await Promise.all([text('sources/a.md'), text('sourcesb.md')]);
  over.forget('sources', true);
  await Promise.all([text('sources/a.md'), text('sourcesb.md')]);
  expect(asked).toEqual(['sources/a.md', 'sourcesb.md', 'sources/a.md']);
  over.forget('', true);
  await Promise.all([text('sources/a.md'), text('sourcesb.md')]);
  expect(asked).toHaveLength(5);
});
