import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import type { Store } from '../../src/world/world.ts';
import { source, statistic } from '../loaded.ts';
import { buildRequest, memoryWorld, type MemoryWorld } from '../world.ts';
import { LATER, siteIn, siteOf, siteProject } from './site-world.ts';

const LIBRARY = 'sources/library/more.md';
const library = (text: string) => ({
  [LIBRARY]: source('2024', statistic('one', '', text) + statistic('two')),
});
const project = siteProject(library('It is so.'));
const edited = siteProject(library('It is not so.'));

let store: Store;
beforeEach(async () => {
  store = diskStore(await mkdtemp(join(tmpdir(), 'despatch-pages-')));
});

const built = async (
  contents: Readonly<Record<string, string>>,
  before: MemoryWorld['written'] = null,
  engine = 'engine',
) => {
  const world = memoryWorld(contents, { store, ...(before ? { before } : {}) });
  await build(Object.assign(world, { engine: async () => engine }), buildRequest({ today: LATER }));
  return world.written ?? new Map<string, Uint8Array>();
};

/** The pages of the site that were taken over as they lay there. */
const taken = (after: ReadonlyMap<string, Uint8Array>, before: ReadonlyMap<string, Uint8Array>) =>
  [...after].flatMap(([path, bytes]) =>
    /^site\/(?:evidence|topics|sources)\//u.test(path) && before.get(path) === bytes ? [path.slice(5)] : [],
  );

test('after an edit what says the same is taken over, and all is as if nothing had been', async () => {
  const before = await built(project);
  const after = await built(edited, before);
  expect(siteIn(after)).toEqual(await siteOf(edited));
  const kept = taken(after, before);
  expect(kept).toContain('evidence/two.html');
  expect(kept).toContain('topics/index.html');
  for (const path of [
    'evidence/one.html',
    'evidence/index.html',
    'topics/children.html',
    'sources/more.html',
  ])
    expect(kept).not.toContain(path);
});

test.each([
  [
    'was edited by hand',
    (files: Map<string, Uint8Array>) => files.set('site/evidence/two.html', new Uint8Array([1])),
  ],
  ['is gone', (files: Map<string, Uint8Array>) => files.delete('site/evidence/two.html')],
])('a page that %s is made anew', async (_, change) => {
  const before = new Map(await built(project));
  change(before);
  expect(siteIn(await built(edited, before))).toEqual(await siteOf(edited));
});

test('what another despatch has made is made anew', async () => {
  const before = await built(project);
  expect(taken(await built(edited, before, 'another'), before)).toEqual([]);
});

test.each([
  ['the frame of every page', 'templates/partials/site/page.hbs', '<main', '<main data-x'],
  ['the page of a passage', 'templates/site/evidence.hbs', '<article', '<article data-x'],
  ['the style', 'templates/site/site.css', 'margin', 'padding'],
  ['the name of the organisation', 'sources/organisation.yaml', 'Social Workers', 'Workers'],
])('where %s is another, so are the pages', async (_, file, written, by) => {
  const changed = { ...edited, [file]: (edited[file] ?? '').replace(written, by) };
  const before = await built(edited);
  const after = await built(changed, before);
  expect(taken(after, before)).not.toContain('evidence/two.html');
  expect(siteIn(after)).toEqual(await siteOf(changed));
});

/** The pages of the desk, and which of them were taken over. */
const deskOf = (files: ReadonlyMap<string, Uint8Array>, before: ReadonlyMap<string, Uint8Array>) => {
  const pages = ['index.html', 'passages.html'];
  const texts = pages.map((path) => new TextDecoder().decode(files.get(path)));
  return { texts, kept: pages.filter((path) => files.get(path) === before.get(path)) };
};

test.each([
  ['what it does not show', LIBRARY, 'page 1', 'page 2', ['index.html', 'passages.html']],
  ['the words of a passage', LIBRARY, 'It is so.', 'It is not so.', ['index.html']],
  ['the title of a pack', 'sources/packs/bill.yaml', 'title: ', 'title: New ', ['passages.html']],
])(
  'where %s is another, a page of the desk is made anew if it shows that',
  async (_, file, written, by, kept) => {
    const changed = { ...project, [file]: (project[file] ?? '').replace(written, by) };
    expect(changed).not.toEqual(project);
    const before = await built(project);
    const after = deskOf(await built(changed, before), before);
    const clean = memoryWorld(changed);
    await build(clean, buildRequest({ today: LATER }));
    expect(after.texts).toEqual(deskOf(clean.written ?? new Map<string, Uint8Array>(), before).texts);
    expect(after.kept).toEqual(kept);
  },
);
