/** Whatever stage is at fault: a file of the site that tells what is not for everybody stops the build. */

import { beforeAll, describe, expect, test } from 'vitest';
import { LeakSearch } from '../../src/commands/no-leaks.ts';
import type { Entry } from '../../src/model/manifest.ts';
import { planAll, type Planned } from '../../src/produce/planner.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

const CANARY = 'kestrels plovers lapwings curlews herons wrens';
const WORDING = 'terns gannets egrets puffins skuas petrels';
const ADDRESSEE = 'Wilhelmina Quatermain';

const LIBRARY = `---
title: Letters
publisher: Office of Homes
issued: 2025-01-01
type: letter
topics: children
---

::::context{#kept-letter only=mp}
${CANARY}.
::::

::::context{#told-letter}
Told.

:::wording{for=press}
${WORDING}.
:::
::::
`;

const RECORD = `pack: bill
edition: mp
audience: mp
title: Homes
version: abc1234
on: 2025-01-10
to: ${ADDRESSEE}
files: { bill/mp.html: ${'0'.repeat(64)} }
passages: { told-letter: Told. }
`;

let planned: Planned;
const world = memoryWorld({
  ...baseProject(),
  'sources/library/letters.md': LIBRARY,
  'sources/issued/first.yaml': RECORD,
});
beforeAll(async () => {
  const { value } = await planAll(world);
  if (!value) throw new Error('the project has errors');
  planned = value;
});

/** A document of the build, with these files. */
const entry = (edition: string, files: readonly string[]): Entry => ({
  pack: 'bill',
  edition,
  variant: 'standard',
  audience: edition,
  template: 'brief',
  title: 'Title',
  version: 'abc1234',
  date: '2025-01-16',
  files: { html: `bill/${edition}.html` },
  pages: null,
  passages: [],
  sources: [],
  inputs: { html: '' },
  assets: [],
  sha256: Object.fromEntries(files.map((path) => [path, `the hash of ${path}`])),
  bytes: {},
});

const told = async (files: Readonly<Record<string, string>>, documents: Entry[] = [], now = '2025-03-01') => {
  const publication = {
    paths: () => Object.keys(files),
    read: async (path: string) => new TextEncoder().encode(files[path] ?? ''),
  };
  const manifest = { despatch: '1', documents };
  const found = await new LeakSearch(world, planned).end(publication, manifest, { today: now });
  expect(found.every(({ rule, severity }) => rule === 'leak' && severity === 'error')).toBe(true);
  return found.map(({ text }) => text);
};

describe('a passage for others stops the build', () => {
  test.each([
    ['in a page', 'site/index.html', `<p>${CANARY}</p>`],
    [
      'in what a page says of itself',
      'site/bill/index.html',
      `<meta name="description" content="${CANARY}">`,
    ],
    ['in the data of the search', 'site/assets/search-1234.json', JSON.stringify([[CANARY]])],
    ['in a feed', 'site/feed.xml', `<entry><summary>${CANARY}</summary></entry>`],
    ['in a feed of data', 'site/feed.json', JSON.stringify({ items: [{ summary: CANARY }] })],
    ['by its id in the manifest', 'site/manifest.json', '{"documents":[{"passages":["kept-letter"]}]}'],
    ['by its id in the map', 'site/sitemap.xml', '<loc>https://example.org/evidence/kept-letter.html</loc>'],
    ['by a page that has its name', 'site/evidence/kept-letter.html', ''],
    ['in a document of others that got there', 'site/bill/mp.html', `<p>${CANARY}</p>`],
  ])('%s', async (_what, path, content) => {
    expect(await told({ [path]: content }, [entry('mp', ['bill/mp.html'])])).toEqual([
      expect.stringContaining(`\`${path}\` tells everybody`),
    ]);
  });

  test('but not on the desk, which tells all but to whom documents went', async () => {
    expect(await told({ 'index.html': CANARY, 'passages.html': '<p id="kept-letter">' })).toEqual([]);
    expect(await told({ 'index.html': `<p>${ADDRESSEE}</p>` })).toHaveLength(1);
    expect(await told({ 'site/index.html': `<p>${ADDRESSEE}</p>` })).toHaveLength(1);
  });
});

test('a wording for one public audience is for everybody, and for no other document', async () => {
  const files = { 'bill/mp.html': WORDING, 'site/evidence/told-letter.html': WORDING };
  expect(await told(files, [entry('mp', ['bill/mp.html'])])).toEqual([
    expect.stringContaining('`bill/mp.html` tells Members of Parliament'),
  ]);
});

test('what is shared by several documents is held against the readers of each', async () => {
  const shared = { ...entry('press', []), assets: ['assets/a.svg'] };
  const documents = [{ ...entry('mp', []), assets: ['assets/a.svg'] }, shared];
  expect(await told({ 'assets/a.svg': `<svg><title>${CANARY}</title></svg>` }, documents)).toEqual([
    expect.stringContaining('`assets/a.svg` tells the press'),
  ]);
});
