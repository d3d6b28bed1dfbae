import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { sha256 } from '../../src/model/hash.ts';
import { frozenReadings } from '../readings.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { said } from './said.ts';

const SOURCE = 'sources/library/okoro-2025.md';

/** The base project with this at the head of its source, and these files. */
const project = (original: string, files: Readonly<Record<string, string>> = {}) => {
  const base = baseProject();
  const source = base[SOURCE]?.replace('\ntopics:', `\noriginal: ${original}\ntopics:`) ?? '';
  return { ...base, [SOURCE]: source, ...files };
};

const HASH = sha256('One two.\n');

describe('an original that can’t be read is told where it is named', () => {
  test.each([
    [
      'originals/a.txt',
      '9:11 missing-original',
      /There is no original .*Did you mean `sources\/originals\/b.txt`/u,
    ],
    ['originals/b.doc', '9:11 original-path', /`\.docx` or `\.pdf`/u],
    ['b.txt', '9:11 original-path', /in `sources\/originals\/`/u],
    ['originals/../b.txt', '9:11 original-path', /in `sources\/originals\/`/u],
    ['../../b.txt', '9:11 original-path', /in `sources\/originals\/`/u],
    ['originals/empty.txt', '9:11 unread-original', /is empty/u],
    ['{ file: originals/empty.txt }', '9:19 unread-original', /is empty/u],
    ['{ file: originals/b.txt, sha256: abc }', '9:44 bad-value', /a SHA-256: 64 figures/u],
    [`{ sha256: ${HASH} }`, '9:1 missing-key', /`file`/u],
    ['{ file: originals/b.txt, hash: abc }', '9:36 unknown-key', /`hash`/u],
    ['', '9:11 bad-value', /`original\.file` is empty/u],
  ])('%s', async (original, line, words) => {
    const files = { 'sources/originals/b.txt': 'One two.\n', 'sources/originals/empty.txt': '' };
    const found = await said(project(original, files));
    expect(found.map((one) => one.line)).toEqual([`${SOURCE}:${line}`]);
    expect(`${found[0]?.words}`).toMatch(words);
  });
});

test('an original is read once, whatever is read anew', async () => {
  const readings = frozenReadings();
  const found = [];
  for (const text of ['One two.\n', 'One two.\n', 'One three.\n']) {
    const round = await readings.begin();
    const files = memoryFiles(project('originals/b.txt', { 'sources/originals/b.txt': text }));
    const { value, messages } = await load(files, round);
    await round.end();
    expect(messages).toEqual([]);
    found.push(value.originals.get('sources/originals/b.txt'));
  }
  expect(found[0]).toEqual({ words: 'One two.', pages: [], sha256: HASH });
  expect(found[1]?.pages).toBe(found[0]?.pages);
  expect(found[2]).toMatchObject({ words: 'One three.' });
});

test('an original is no picture of a passage', async () => {
  const base = baseProject();
  const [found] = await said({
    ...base,
    [SOURCE]: `${base[SOURCE]}\n::::context{#scan}\n![A page](../originals/page.png)\n::::\n`,
    'sources/originals/page.png': 'x',
  });
  expect(found?.line).toMatch(/image-address$/u);
});
