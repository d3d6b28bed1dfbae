import { describe, expect, test } from 'vitest';
import { changedSince, traced } from '../../src/world/trace.ts';
import type { Packages } from '../../src/world/world.ts';
import { memoryFiles } from '../project.ts';

const packages = (text: string): Packages => ({
  read: async (specifier) => (specifier === 'font' ? new TextEncoder().encode(text) : null),
});

const before = { 'a.md': 'one', 'b.md': 'two', 'other.md': 'three' };
const sources = (files: Record<string, string>, font = 'font') => ({
  files: memoryFiles(files),
  packages: packages(font),
});

/** Asks for the list, for one file that is there, for one that is not, and for two packages. */
const ask = async () => {
  const { trace, files, packages: fonts } = traced(sources(before));
  const said = await Promise.all([
    files.list(['?.md']),
    files.outward(['?.md']),
    files.own(['b.*']),
    files.read('a.md'),
    files.read('c.md'),
    fonts.read('font'),
    fonts.read('none'),
  ]);
  return { said, trace: await trace() };
};

describe('a trace', () => {
  test('leaves the answers as they are, and holds while they are the same', async () => {
    const { said, trace } = await ask();
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(said).toEqual([['a.md', 'b.md'], [], ['b.md'], encode('one'), null, encode('font'), null]);
    expect(await changedSince(trace, sources(before))).toEqual([]);
  });

  test.each([
    ['a file that was read is another', { ...before, 'a.md': 'other' }, 'font', ['a.md']],
    ['one that was not there is there', { ...before, 'c.md': 'new' }, 'font', null],
    ['a list has one more', { ...before, 'd.md': 'new' }, 'font', null],
    ['a list has one less', { 'a.md': 'one' }, 'font', null],
    ['one more is its own', { ...before, 'b.hbs': 'new' }, 'font', null],
    ['a package is another', before, 'other', null],
    ['a package and a file are', { ...before, 'a.md': 'other' }, 'other', null],
  ])('does not hold where %s', async (_, files, font, changed) => {
    expect(await changedSince((await ask()).trace, sources(files, font))).toEqual(changed);
  });

  test('holds where what was not asked for is another', async () => {
    const other = { ...before, 'b.md': 'other', 'other.md': 'other' };
    expect(await changedSince((await ask()).trace, sources(other))).toEqual([]);
  });
});
