import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import type { Store } from '../../src/world/world.ts';
import { source, statistic } from '../loaded.ts';
import { SEATS_CSV, withTables } from '../tables.ts';
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
  request: Partial<Request> = {},
) => {
  const world = memoryWorld(contents, { store, ...(before ? { before } : {}) });
  await build(
    Object.assign(world, { engine: async () => engine }),
    buildRequest({ today: LATER, ...request }),
  );
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

const CHART =
  '::chart{type=bar of=vacancy_rate data=councils rows="E1 E2" alt="Hull has 3.5%, others more."}';
const tables = Object.fromEntries(
  Object.entries(withTables() as Record<string, string>).filter(([path]) => path.startsWith('sources/data/')),
);
const withChart = siteProject({
  ...tables,
  ...library(`It is so.\n\n${CHART}`),
  'sources/images/homes.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="10"/></svg>',
  'sources/library/shown.md': source(
    '2024',
    '::::context{#shown}\nThis is ![A home](../images/homes.svg).\n::::\n',
  ),
});

// Each page lists what any of them may load.
const ALL = ['all'];

test.each<[string, string, string, string, string[]]>([
  ['a number of a chart', 'sources/data/councils.csv', '17.3,1234.6', '16.3,1234.6', ['evidence/one.html']],
  [
    'what a column is called',
    'sources/data/councils.yaml',
    'label: Vacancy rate',
    'label: Posts',
    ['evidence/one.html'],
  ],
  ['a number that no page shows', 'sources/data/councils.csv', '12.2,2158.1', '12.3,2158.1', []],
  ['a picture', 'sources/images/homes.svg', 'width="10"', 'width="12"', ALL],
])(
  'where %s is another, the pages that show it are made anew, and what they say no other',
  async (_, file, written, by, anew) => {
    const text = withChart[file] ?? '';
    expect(text).toContain(written);
    const changed = { ...withChart, [file]: text.replace(written, by) };
    const before = await built(withChart);
    const after = await built(changed, before);
    expect(siteIn(after)).toEqual(await siteOf(changed));
    const kept = taken(after, before);
    const pages = [...after.keys()].flatMap((path) =>
      path.startsWith('site/evidence/') ? [path.slice(5)] : [],
    );
    expect(pages.filter((path) => !kept.includes(path))).toEqual(anew === ALL ? pages : anew);
  },
);

const byAll = (text: string) => text.replace('template: brief\n', 'template: brief\n  public: true\n');
const inTime = siteProject({
  'sources/audiences.yaml': byAll(project['sources/audiences.yaml'] ?? ''),
  'sources/packs/bill.yaml':
    `${project['sources/packs/bill.yaml']}    summary: Families can stay together.\n`.replace(
      '{ embargo: 2025-01-20T00:01 }',
      '\n    embargo: 2025-01-20T00:01',
    ),
  ...library('It is so.'),
  'sources/library/soon.md': source(
    '2024',
    `${statistic('due', 'review=2026-01-01')}::::definition{#over term=home expires=2026-01-01}\nA place.\n::::\n\n::::ask{#newer to="Leeds City Council" topics=funding supersedes=due embargo=2025-01-20}\nCount.\n::::\n`,
  ),
});

const pagesIn = (files: ReadonlyMap<string, Uint8Array>) => ({
  ...siteIn(files),
  'passages.html': Buffer.from(files.get('passages.html') ?? '').toString(),
});

/** All pages of a project that was never built before. */
const anewOf = async (contents: Readonly<Record<string, string>>, request: Partial<Request> = {}) => {
  const world = memoryWorld(contents);
  await build(world, buildRequest({ today: LATER, ...request }));
  return pagesIn(world.written ?? new Map<string, Uint8Array>());
};

test.each<[string, Partial<Request>, Partial<Request>]>([
  ['when another day has come', {}, { today: '2026-03-01' }],
  ['when an embargo has ended', { today: '2025-01-18' }, { today: '2025-01-20' }],
  ['when all has been released', { today: '2020-01-01' }, {}],
  ['with documents for others', { audiences: ['mp'] }, {}],
  ['with documents for others still', { audiences: ['press'] }, {}],
  ['with other formats', { formats: ['html'] }, {}],
])('%s, all is as if nothing had been built', async (_, first, second) => {
  const before = await built(inTime, null, 'engine', first);
  const after = await built(inTime, before, 'engine', second);
  expect(pagesIn(after)).toEqual(await anewOf(inTime, second));
});

test.each([
  ['a passage', statistic('soon', 'embargo=2025-01-20T12:00')],
  [
    'what takes the place of another, and has no page',
    '::::ask{#newer to="Leeds City Council" topics=funding supersedes=one embargo=2025-01-20T12:00}\nCount.\n::::\n',
  ],
])(
  'where the embargo of %s has ended on the same day, all is as if nothing had been built',
  async (_, text) => {
    const contents = siteProject({
      ...library('It is so.'),
      'sources/library/soon.md': source('2024', text),
    });
    const at = (time: string) => ({ today: '2025-01-20', now: Date.parse(`2025-01-20T${time}Z`) });
    const before = await built(contents, null, 'engine', at('11:00'));
    const after = await built(contents, before, 'engine', at('13:00'));
    expect(pagesIn(after)).not.toEqual(pagesIn(before));
    expect(pagesIn(after)).toEqual(await anewOf(contents, at('13:00')));
  },
);

test('where a row of another nation no longer has a passage, no page says so', async () => {
  const contents = siteProject({
    ...tables,
    'sources/audiences.yaml': byAll(project['sources/audiences.yaml'] ?? ''),
    'sources/data/seats.csv': SEATS_CSV.split('\n').slice(0, 2).join('\n'),
    'sources/packs/seats.yaml':
      'title: Seats\ndate: 2025-01-16\ntopics: [children]\nsummary: For all.\neditions:\n  mp: { recipients: seats, headline: A seat, template: brief }\n',
  });
  const path = 'sources/data/seats.csv';
  const changed = { ...contents, [path]: (contents[path] ?? '').replace('E8', 'W8') };
  const before = await built(contents);
  expect(siteIn(before)['evidence/investigations-growth.html']).toContain('Seats');
  const after = await built(changed, before);
  expect(siteIn(after)['evidence/investigations-growth.html']).not.toContain('Seats');
  expect(pagesIn(after)).toEqual(await anewOf(changed));
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
