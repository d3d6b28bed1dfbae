import { describe, expect, test } from 'vitest';
import type { SearchData } from '../../src/site/in-page/interface.ts';
import { SearchIndex, type Query } from '../../src/site/in-page/search-index.ts';
import { source, statistic } from '../loaded.ts';
import { manyPassages } from './generated.ts';
import { pagesOf, siteOf, siteProject } from './site-world.ts';

/** What the page of search hands to its script. */
const dataIn = (page: string): SearchData => {
  const [, json = ''] =
    /<script id="search--data" type="application\/json">(.*?)<\/script>/su.exec(page) ?? [];
  return JSON.parse(json) as SearchData;
};

const DATA: SearchData = {
  words: { label: '', kind: '', topic: '', year: '', all: '', found: '', shown: '', none: '' },
  kinds: ['Publication', 'Statistic', 'Quotation'],
  topics: [
    ['care', 'Care'],
    ['care/homes', 'Care homes'],
    ['careers', 'Careers'],
  ],
  sources: ['Sam Okoro, A report', 'Siân Ŵyn, Adroddiad'],
  entries: [
    ['../bill/index.html', 0, [0], null, 2025, 'The Bill at Second Reading'],
    ['vacancies', 1, [2], 0, 2024, 'One in five social worker posts was vacant'],
    ['agency', 1, [1], 1, 2023, 'Agency workers in Ynys Môn cost £335 million'],
    ['words', 2, [1, 2], 1, 2023, 'Families meet us too late'],
  ],
};

const index = new SearchIndex(DATA);
const ALL: Query = { words: '', kind: null, topic: null, year: null };
const found = (query: Partial<Query>) => index.find({ ...ALL, ...query }).map(([at]) => at);

describe('search', () => {
  test.each([
    ['vacant', ['vacancies']],
    ['vacent posts', ['vacancies']],
    ['socail wroker', ['vacancies']],
    ['vaca', ['vacancies']],
    ['ynys mon', ['agency']],
    ['okoro', ['vacancies']],
    ['wyn', ['words', 'agency']],
    ['335', ['agency']],
    ['336', []],
    ['agency unheard-of', ['agency']],
    ['second reading', ['../bill/index.html']],
    ['qqqqq', []],
  ])('for %s finds %j', (words, ids) => {
    expect(found({ words }).toSorted()).toEqual(ids.toSorted());
  });

  test('puts what has the word in its text before what has it in its source', () => {
    expect(found({ words: 'report reading' })[0]).toBe('../bill/index.html');
  });

  test.each([
    [{}, ['../bill/index.html', 'vacancies', 'agency', 'words']],
    [{ kind: 1 }, ['vacancies', 'agency']],
    [{ topic: 0 }, ['../bill/index.html', 'agency', 'words']],
    [{ topic: 2 }, ['vacancies', 'words']],
    [{ year: 2023 }, ['agency', 'words']],
    [{ year: 2023, topic: 2, kind: 2 }, ['words']],
    [{ year: 2023, words: 'vacant' }, []],
  ])('leaves by %j what it should', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});

describe('the page of search', () => {
  test('knows publications and evidence, with their kinds, topics, sources and years', async () => {
    const page = (await siteOf(siteProject()))['search/index.html'] ?? '';
    const { kinds, topics, sources, entries } = dataIn(page);
    expect(kinds).toEqual(['Publication', 'Statistic', 'Quotation']);
    expect(topics.map(([path]) => path)).toEqual(['children', 'children/child-protection', 'funding']);
    expect(sources).toEqual(['Sam Okoro, What the Bill means for families']);
    expect(entries).toEqual([
      ['../bill/index.html', 0, [0, 2], null, 2025, expect.stringContaining('The Bill at Second Reading: ')],
      [
        'investigations-growth',
        1,
        [1],
        0,
        2025,
        'Child protection investigations rose by 152%. England is counted from 2009 to 2024.',
      ],
      ['okoro-on-help', 2, [1], 0, 2025, '“Families meet us too late.”'],
    ]);
  });

  test('lets its own script run alone, and reads without it', async () => {
    const page = (await siteOf(siteProject()))['search/index.html'] ?? '';
    expect(page).toMatch(/; script-src &#x27;sha256-[\w+/=]{44}&#x27;;/u);
    expect(page).toContain('<a href="../evidence/index.html">Evidence</a>');
  });

  test('holds no text that could end its data', async () => {
    const more = source('2024', statistic('another', '', 'It is \\</script>\\<b>.'));
    const page = (await siteOf(siteProject({ 'sources/library/more.md': more })))['search/index.html'] ?? '';
    expect(dataIn(page).entries[1]?.[5]).toBe('It is </script><b>.');
  });

  test('with its script is below 300 kB for 1,000 passages', async () => {
    const site = await pagesOf(siteProject(manyPassages(999)), ['search/index.html', 'evidence/index.html']);
    const page = site['search/index.html'] ?? '';
    expect(dataIn(page).entries).toHaveLength(1001);
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    // So many that the page of all evidence names their sources alone.
    const index = site['evidence/index.html'] ?? '';
    expect(index).toContain('href="../sources/many-0.html"');
    expect(index).not.toContain('passage-0-of-them');
    expect(
      dataIn(page)
        .entries.map(([, , , , , text]) => text.length)
        .reduce((a, b) => a + b) / 1000,
    ).toBeGreaterThan(120);
  });
});
