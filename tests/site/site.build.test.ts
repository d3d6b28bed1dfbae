import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { merge } from '../../src/commands/merge.ts';
import { parseManifest } from '../../src/model/manifest.ts';
import { source, statistic } from '../loaded.ts';
import { buildRequest, memoryWorld } from '../world.ts';
import { LATER, linksIn, siteIn, siteOf, siteProject } from './site-world.ts';

const PACK = 'sources/packs/bill.yaml';
const AUDIENCES = 'sources/audiences.yaml';
const project = siteProject();

/** The project with the press release as it is said here, and perhaps more editions. */
const withEditions = (editions: string, status = 'approved') =>
  siteProject({
    [PACK]: (project[PACK] ?? '').replace(
      '  press: { embargo: 2025-01-20T00:01 }\n',
      `${editions}\nstatus: ${status}\n`,
    ),
  });

const documentsIn = (site: Readonly<Record<string, string>>) =>
  Object.keys(site).filter((path) => /^bill\/(?!index)/u.test(path));

describe('documents of the site', () => {
  test('are those of public audiences, at the paths that they have, with what they load', async () => {
    const world = memoryWorld(project);
    await build(world, buildRequest({ today: LATER }));
    const site = siteIn(world.written);
    expect(documentsIn(site)).toEqual(['bill/press.html', 'bill/press.txt']);
    for (const path of documentsIn(site))
      expect(world.written?.get(`site/${path}`)).toBe(world.written?.get(path));
    const [entry] = parseManifest(site['manifest.json'] ?? '')?.documents ?? [];
    expect(entry?.edition).toBe('press');
    for (const asset of entry?.assets ?? []) expect(Object.keys(site)).toContain(asset);
  });

  const instant = (moment: string) => ({ today: moment.slice(0, 10), now: Date.parse(moment) });
  test.each([
    ['its embargo is not over', '  press: { embargo: 2025-01-20T00:01 }', '2025-01-20T00:00Z', false],
    ['its embargo is over', '  press: { embargo: 2025-01-20T00:01 }', '2025-01-20T00:01Z', true],
    ['its day has not come', '  press: { date: 2025-01-20 }', '2025-01-19T23:59Z', false],
    ['its day has come', '  press: { date: 2025-01-20 }', '2025-01-20T00:00Z', true],
    ['it is for members alone', '  second: { audience: mp }', '2025-03-01T00:00Z', false],
  ])('where %s', async (_, editions, now, isIn) => {
    const site = await siteOf(withEditions(editions), instant(now));
    expect(documentsIn(site).length > 0).toBe(isIn);
    expect(Object.keys(site).includes('bill/index.html')).toBe(isIn);
  });

  test('are no drafts', async () => {
    const site = await siteOf(withEditions('  press: {}', 'draft'));
    expect(documentsIn(site)).toEqual([]);
    expect(JSON.stringify(site)).not.toContain('Second Reading');
  });

  test('say nothing that has been taken back since they were made', async () => {
    const before = memoryWorld(withEditions('  press: { slots: { facts: { max: 3 } } }'));
    await build(before, buildRequest({ today: LATER }));
    expect(documentsIn(siteIn(before.written))).not.toEqual([]);
    const LIBRARY = 'sources/library/okoro-2025.md';
    const taken = (project[LIBRARY] ?? '').replace('#okoro-on-help', '#okoro-on-help status=withdrawn');
    const contents = { ...withEditions('  press: {}'), [LIBRARY]: taken };
    const world = memoryWorld(contents, { before: before.written ?? new Map() });
    const { messages } = await build(world, buildRequest({ today: LATER, audiences: ['mp'] }));
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(new Set(['leak']));
    expect(world.written).toBeNull();
  });
});

describe('a document that stays of an earlier build is not there', () => {
  test.each([
    ['when its embargo has been put off', '  press: { embargo: 2025-02-20T00:01 }'],
    ['when its day has been put off', '  press: { date: 2025-02-20 }'],
    ['when its edition is for others now', '  press: { audience: mp }'],
  ])('%s', async (_when, editions) => {
    const before = memoryWorld(withEditions('  press: {}'));
    await build(before, buildRequest({ today: LATER }));
    expect(documentsIn(siteIn(before.written))).not.toEqual([]);
    const other = `${project[PACK]}`.replace('short: bill', 'short: other');
    const contents = { ...withEditions(editions), 'sources/packs/other.yaml': other };
    const world = memoryWorld(contents, { before: before.written ?? new Map() });
    const { value } = await build(world, buildRequest({ today: LATER, packs: ['other'] }));
    expect(value?.carried.map(({ edition }) => edition)).toContain('press');
    expect(documentsIn(siteIn(world.written))).toEqual([]);
  });
});

describe('a document with a case study', () => {
  const TEMPLATE = 'templates/brief/template.yaml';
  const study = `::::case-study{#study consent="in writing" consent-expires=2025-01-25 anonymity=full}\nA study.\n::::\n`;
  const contents = {
    ...withEditions('  press: { slots: { facts: { passages: [study] } } }'),
    'sources/library/study.md': source('2024', study),
    [TEMPLATE]: (project[TEMPLATE] ?? '').replace('quote]', 'quote, case-study]'),
  };

  test.each([
    ['2025-01-25', true],
    ['2025-01-26', false],
  ])('is there as long as its consent lasts: on %s', async (today, isIn) => {
    const world = memoryWorld(contents);
    const { messages } = await build(world, buildRequest({ today }));
    const site = siteIn(world.written);
    expect(documentsIn(site).length > 0).toBe(isIn);
    expect(JSON.stringify(site).includes('A study.')).toBe(isIn);
    expect(messages).toEqual(
      isIn
        ? []
        : [
            expect.objectContaining({
              rule: 'site-consent',
              severity: 'warning',
              place: expect.objectContaining({ file: 'sources/library/study.md' }),
              text: "The consent to `study` expired on 2025-01-25: `bill/press.html` can't be in the site",
            }),
          ],
    );
  });
});

test('every link of every page leads to a file of the site', async () => {
  const site = await siteOf(
    withEditions(`  press: { date: 2025-01-17 }
  second: { audience: press }
  third: { audience: press, date: 2025-02-20 }`),
  );
  expect(documentsIn(site)).toContain('bill/second.html');
  const pages = Object.entries(site).filter(([path]) => path.endsWith('.html'));
  const dead = pages.flatMap(([path, page]) =>
    linksIn(page).flatMap((href) => {
      const target = posix.join(posix.dirname(path), href);
      return site[target] === undefined ? [`${path}: ${href}`] : [];
    }),
  );
  expect(dead).toEqual([]);
  expect(pages.length).toBeGreaterThan(3);
});

test('an edition that a page leads to and that has not been built is told', async () => {
  const contents = withEditions('  press: {}\n  second: { audience: public, template: brief }');
  const world = memoryWorld(contents);
  const { messages } = await build(world, buildRequest({ today: LATER, audiences: ['press'] }));
  expect(messages).toEqual([
    expect.objectContaining({
      rule: 'site-link',
      severity: 'warning',
      place: expect.objectContaining({ file: PACK, line: 13 }),
      text: '`bill/press.html` leads to `bill/second.html`, which is not in the site',
    }),
  ]);
  const whole = memoryWorld(contents);
  expect((await build(whole, buildRequest({ today: LATER }))).messages).toEqual([]);
});

test('a site that nothing is in says so', async () => {
  const site = await siteOf(project, { today: '2025-01-16' });
  expect(site['index.html']).toContain('Nothing has been published yet.');
});

describe('the page of a pack', () => {
  const revisions = `  press: {}
revisions:
  - { date: 2025-01-18, note: "A figure is put right -- it was too high", correction: true }
  - { date: 2025-01-25, note: The second summary }
  - { date: 2025-03-01, note: What nobody knows yet }
`;

  test('lies at the printed address, and at the name of the file where there is none', async () => {
    expect(
      Object.keys(
        await siteOf(siteProject({ [PACK]: (project[PACK] ?? '').replace('short: bill', 'short: b') })),
      ),
    ).toContain('b/index.html');
    expect(
      Object.keys(await siteOf(siteProject({ [PACK]: (project[PACK] ?? '').replace('short: bill\n', '') }))),
    ).toContain('bill/index.html');
  });

  test('tells what has changed, corrections apart, and what is to come to nobody', async () => {
    const page = (await siteOf(withEditions(revisions)))['bill/index.html'] ?? '';
    const [corrections, changes] = [page.indexOf('Corrections'), page.indexOf('Changes')];
    expect(page.slice(corrections, changes)).toContain('A figure is put right – it was too high');
    expect(page.slice(changes)).toContain('The second summary');
    expect(page).toContain('Last changed <time datetime="2025-01-25">');
    expect(page).not.toContain('nobody knows');
  });

  test('says the version that its documents bear', async () => {
    const site = await siteOf(project);
    const version = parseManifest(site['manifest.json'] ?? '')?.documents[0]?.version ?? '';
    expect(version).toMatch(/^[0-9a-f]{7}$/u);
    expect(site['bill/index.html']).toContain(`version ${version}`);
  });

  test('shows the summary of public editions', async () => {
    const contents = withEditions('  press: { summary: For all to read. }');
    contents[PACK] = (contents[PACK] ?? '').replace(
      'summary: The Bill',
      'summary: Among ourselves, the Bill',
    );
    const site = await siteOf(contents);
    expect(site['bill/index.html']).toContain('For all to read.');
    expect(JSON.stringify(site)).not.toContain('Among ourselves');
  });
});

test('the page of a pack lists the evidence in its public documents, and what that has replaced', async () => {
  const more = source(
    '2024-05',
    statistic('newer', 'supersedes="older hidden"') + statistic('older') + statistic('hidden', 'only=mp'),
  );
  const slots = '    slots:\n      facts: { passages: [newer, okoro-on-help] }\n';
  const contents = withEditions(`  press:\n${slots}`);
  const page = (await siteOf({ ...contents, 'sources/library/more.md': more }))['bill/index.html'] ?? '';
  const [replaced, evidence, end] = [
    page.indexOf('What has replaced earlier evidence'),
    page.indexOf('The evidence in these documents'),
    page.length,
  ];
  expect(linksIn(page.slice(replaced, evidence))).toEqual([
    '../evidence/newer.html',
    '../evidence/older.html',
  ]);
  expect(linksIn(page.slice(evidence, end)).slice(0, 4)).toEqual([
    '../evidence/newer.html',
    '../evidence/okoro-on-help.html',
    '../evidence/investigations-growth.html',
    '../topics/children.html',
  ]);
});

test('an audience called public is public whatever is said of it, and always there', async () => {
  const audiences = (project[AUDIENCES] ?? '').replace('press:', 'public:');
  const pack = (project[PACK] ?? '').replace('  press: {', '  public: {');
  const site = await siteOf(
    siteProject({
      [AUDIENCES]: audiences.replace('public: true', 'public: false'),
      [PACK]: pack,
      'sources/library/okoro-2025.md': (project['sources/library/okoro-2025.md'] ?? '').replace(
        'for=press',
        'for=public',
      ),
    }),
  );
  expect(site['bill/public.html']).toContain('Ministers should pay');
});

test('a change of a pack leaves its documents as they are', async () => {
  const before = memoryWorld(project);
  const { value: first } = await build(before, buildRequest({ today: LATER }));
  const changed = siteProject({
    [PACK]: `${project[PACK]}revisions:\n  - { date: 2025-01-25, note: A note }\n`,
  });
  const { value: second } = await build(memoryWorld(changed), buildRequest({ today: LATER }));
  expect(second?.made).toEqual(first?.made);
});

test('parts that are merged give the same site', async () => {
  const parts = [];
  for (const part of [1, 2]) {
    const world = memoryWorld(project);
    await build(world, buildRequest({ today: LATER, shard: { part, of: 2 } }));
    parts.push({ name: `part ${part}`, folder: world.output });
  }
  const merged = memoryWorld(project);
  await merge(merged, parts, { version: '1', today: LATER });
  expect(siteIn(merged.written)).toEqual(await siteOf(project));
});

test('a part of a build tells nothing of what is in another part', async () => {
  const contents = withEditions('  press: {}\n  second: { audience: public, template: brief }');
  const parts = [];
  for (const part of [1, 2]) {
    const world = memoryWorld(contents);
    const request = buildRequest({ today: LATER, shard: { part, of: 2 }, strict: true });
    expect((await build(world, request)).messages).toEqual([]);
    parts.push({ name: `part ${part}`, folder: world.output });
  }
  const { messages } = await merge(memoryWorld(contents), parts, { version: '1', today: LATER });
  expect(messages).toEqual([]);
});
