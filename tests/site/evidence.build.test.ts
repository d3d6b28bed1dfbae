import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { buildRequest, memoryWorld } from '../world.ts';
import { source, statistic } from '../loaded.ts';
import { LATER, siteOf, siteProject } from './site-world.ts';

const LIBRARY = 'sources/library/more.md';

/** A site with more passages in its library. */
const siteWith = (passages: string, changed: Readonly<Record<string, string>> = {}, issued = '2024-05-01') =>
  siteOf(siteProject({ [LIBRARY]: source(issued, passages), ...changed }));

const evidenceIn = (site: Readonly<Record<string, string>>) =>
  Object.keys(site).flatMap((path) => /^evidence\/(?!index)(.*)\.html$/u.exec(path)?.[1] ?? []);

const OWN = ['investigations-growth', 'okoro-on-help'];

describe('a passage has a page', () => {
  test.each([
    ['', true],
    ['status=draft', false],
    ['status=withdrawn', false],
    ['only=mp', false],
    ['only="mp press"', false],
    ['only="mp public"', true],
    ['embargo=2025-02-01', true],
    ['embargo=2025-02-01T00:01', false],
    ['expires=2025-02-01', true],
    ['expires=2025-01-31', false],
  ])('with %j: %s', async (attributes, isIn) => {
    const found = evidenceIn(await siteWith(statistic('another', attributes)));
    expect(found).toEqual(isIn ? ['another', ...OWN] : OWN);
  });

  test.each([
    ['contact', '::::contact{#another}\nAsk us.\n::::\n'],
    ['boilerplate', '::::boilerplate{#another}\nAbout us.\n::::\n'],
    ['ask', '::::ask{#another to=us}\nDo it.\n::::\n'],
    ['claim', '::::claim{#another}\nAll is well.\n::::\n'],
  ])('but not one that is no evidence of ours: %s', async (_, passage) => {
    expect(evidenceIn(await siteWith(passage))).toEqual(OWN);
  });

  test('but not from a source that is yet to come', async () => {
    expect(evidenceIn(await siteWith(statistic('another'), {}, '2025-02-02'))).toEqual(OWN);
  });

  test('but not with merge fields, nor with charts of recipients', async () => {
    const data = {
      'sources/data/seats.csv': 'code,seat,year,rate\nW1,Leeds,2024,3\n',
      'sources/data/seats.yaml':
        'title: Seats\nkey: code\nname: seat\nsource: more\nperiod: { column: year }\ncolumns:\n  rate: { column: rate, label: Rate, unit: "%" }\n',
    };
    const merged = `::::local{#another}\nHere it is :field[rate].\n::::\n`;
    const chart = `::::local{#a-chart}\nHere it is.\n\n::chart{of=rate periods=2024 title="Rate, :field[name], 2024" alt="It is :field[rate]."}\n::::\n`;
    const fixed = `::::local{#fixed-chart}\nThere it is.\n\n::chart{of=rate data=seats rows=W1}\n::::\n`;
    const site = await siteWith(`${merged}\n${chart}\n${fixed}`, data);
    expect(evidenceIn(site)).toEqual(['fixed-chart', ...OWN]);
    expect(site['evidence/fixed-chart.html']).toContain('<svg');
    // Its figures are from the source that it stands in.
    expect(site['evidence/fixed-chart.html']?.match(/<em>Facts of/gu)).toHaveLength(1);
  });
});

describe('the page of a passage', () => {
  test('has its words for everybody, and those of public audiences beside them', async () => {
    const words = (audience: string) => `:::wording{for=${audience}}\nFor ${audience} **5**.\n:::\n\n`;
    const passage = (wordings: string) =>
      `::::statistic{#another period=2024 area=England unit=children locator="page 1" figure="5"}\nFor all others **5**.\n\n${wordings}::::\n`;
    const page = async (wordings: string) =>
      (await siteWith(passage(wordings)))['evidence/another.html'] ?? '';
    const all = await page(words('mp') + words('press') + words('public'));
    expect(all).toContain('For public <strong>5</strong>');
    expect(all).toContain('In other words, for the press');
    expect(all).not.toContain('For all others');
    expect(all).not.toContain('For mp');
    const some = await page(words('mp'));
    expect(some).toContain('For all others <strong>5</strong>');
    expect(some).not.toContain('In other words');
  });

  test('says what it is about, from where, and where it is used', async () => {
    const page = (await siteOf(siteProject()))['evidence/investigations-growth.html'] ?? '';
    for (const said of ['2009-10 to 2023-24', 'England', '% change', 'item 4', 'Child protection'])
      expect(page).toContain(said);
    expect(page).toContain('<a href="../bill/index.html">The Bill at Second Reading</a>');
    expect(page).toContain('<a href="../sources/okoro-2025.html">');
    expect(page).toContain('https://example.org/evidence/investigations-growth.html');
    expect(page).toContain('@techreport{okoro-2025,');
  });

  test('keeps to itself what is for those who write', async () => {
    const study =
      '::::case-study{#another consent="in writing, to Sam" consent-expires=2026-01-01 anonymity="name changed by Sam"}\nA family waited.\n::::\n';
    const page = (await siteWith(study))['evidence/another.html'] ?? '';
    expect(page).toContain('A family waited.');
    expect(page).not.toContain('Sam');
  });

  test('tells of the passage that takes its place, and of the one whose place it takes', async () => {
    const site = await siteWith(
      statistic('newer', 'supersedes="older secret"') + statistic('older') + statistic('secret', 'only=mp'),
    );
    expect(site['evidence/older.html']).toMatch(/taken the place of this one: <a href="newer\.html">/u);
    expect(site['evidence/newer.html']).toContain('<a href="older.html">Text of older.</a>');
    expect(JSON.stringify(site)).not.toContain('secret');
    expect(site['evidence/index.html']).toMatch(/Statistic · superseded<\/span> <a href="older\.html">/u);
    expect(site['search/index.html']).toContain('"newer"');
    expect(site['search/index.html']).not.toContain('"older"');
  });

  test('shows what a rebuttal answers, and leads to passages that have pages alone', async () => {
    const site = await siteWith(
      `::::claim{#they-say}\nAll is well.\n::::\n\n::::rebuttal{#we-say against=they-say}\nIt is not: see [this](#another) and [that](#hidden).\n::::\n\n${statistic('another')}${statistic('hidden', 'only=mp')}`,
    );
    const page = site['evidence/we-say.html'] ?? '';
    expect(page).toContain('All is well.');
    expect(page).toContain('see <a href="another.html">this</a> and that.');
  });
});

describe('former ids', () => {
  test('lead on to the page of today, without a script', async () => {
    const page =
      (await siteWith(statistic('another', 'formerly="one-other"')))['evidence/one-other.html'] ?? '';
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=another.html">');
    expect(page).toContain('<a href="another.html">');
    expect(page).not.toContain('<script');
  });

  test('of what is not for everybody lead nowhere', async () => {
    const site = await siteWith(statistic('another', 'formerly=one-other only=mp'));
    expect(site['evidence/one-other.html']).toBeUndefined();
  });
});

describe('topics and sources', () => {
  test('are there where something public is about them, with those above', async () => {
    const site = await siteOf(siteProject());
    const topics = Object.keys(site).filter((path) => path.startsWith('topics/'));
    expect(topics).toEqual([
      'topics/children.html',
      'topics/children/child-protection.html',
      'topics/funding.html',
      'topics/index.html',
    ]);
    expect(site['topics/children.html']).toContain('The Bill at Second Reading');
    expect(site['topics/children.html']).toContain('href="children/child-protection.html"');
    expect(site['topics/children/child-protection.html']).toContain(
      'href="../../evidence/okoro-on-help.html"',
    );
    expect(site['sources/okoro-2025.html']).toContain('href="../evidence/okoro-on-help.html"');
    expect(site['sources/okoro-2025.html']).not.toContain('local-capacity');
  });

  test('are not there where everything is for some alone', async () => {
    const site = await siteWith(statistic('another', 'only=mp'));
    expect(site['sources/more.html']).toBeUndefined();
    expect(site['sources/index.html']).not.toContain('Facts of');
  });
});

test('a passage, a source or a topic called index would take the place of a list', async () => {
  const contents = siteProject({
    [LIBRARY]: source('2024', statistic('index')),
    'sources/library/index.md': source('2024', statistic('another')),
    'sources/vocabulary.yaml':
      siteProject()['sources/vocabulary.yaml']?.replace('topics:\n', 'topics:\n  index: Index\n') ?? '',
  });
  const { messages } = await build(memoryWorld(contents), buildRequest({ today: LATER }));
  expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([
    ['reserved-name', 'sources/library/index.md'],
    ['reserved-name', LIBRARY],
    ['reserved-name', 'sources/vocabulary.yaml'],
  ]);
});
