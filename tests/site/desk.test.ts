import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model/manifest.ts';
import { deskView } from '../../src/site/pages/desk.ts';
import { passagesView, usesIn } from '../../src/site/pages/passages.ts';
import { loaded, source, statistic } from '../loaded.ts';
import { baseProject } from '../project.ts';

const entry = (over: Partial<Entry> = {}): Entry => ({
  pack: 'bill',
  edition: 'press',
  variant: 'standard',
  audience: 'press',
  template: 'brief',
  title: 'The Bill',
  version: '1f6a9c0',
  date: '2025-01-16',
  files: { html: 'bill/press.html', pdf: 'bill/press.pdf', copies: { office: 'bill/press-office.pdf' } },
  pages: 2,
  passages: ['investigations-growth'],
  sources: [],
  inputs: { html: '' },
  assets: [],
  sha256: {},
  bytes: { 'bill/press.html': 12_345, 'bill/press.pdf': 2_000_000, 'bill/press-office.pdf': 400 },
  ...over,
});

const AT = { today: '2025-01-20', now: Date.parse('2025-01-20T00:00Z') };

/** The rows of a desk for these documents. */
const rowsOf = async (documents: readonly Entry[], changed = {}, present = AT) => {
  const project = await loaded(changed);
  const desk = {
    project,
    manifest: { despatch: '1', documents: [...documents] },
    titles: new Map(),
    messages: [],
  };
  return deskView(desk, present).packs.flatMap((pack) => pack.documents);
};

describe('the desk tells of a document', () => {
  test('its files in all formats, with their sizes', async () => {
    const [row] = await rowsOf([entry()]);
    expect(row?.files.map(({ name, href, size }) => [name, href, size])).toEqual([
      ['Web page', 'bill/press.html', '12 kB'],
      ['PDF', 'bill/press.pdf', '2.0 MB'],
      ['For the office copier', 'bill/press-office.pdf', '1 kB'],
    ]);
  });

  test.each([
    ['2025-01-20T00:00Z', '00:01, Monday 20 January 2025'],
    ['2025-01-20T00:01Z', undefined],
  ])('at %s until when it is under embargo', async (now, shown) => {
    const [row] = await rowsOf([entry({ embargo: '2025-01-20T00:01' })], {}, { ...AT, now: Date.parse(now) });
    expect(row?.embargo?.text).toBe(shown);
  });

  test('how it was fitted, and what had to go', async () => {
    const fit = { scale: 0.95, size: 11.4, spacing: 1, dropped: ['a', 'b'], added: [], inputs: '' };
    expect(await rowsOf([entry({ fit })])).toMatchObject([{ fit: '11.4pt (95%)', dropped: 'a, b' }]);
    expect(await rowsOf([entry()])).toMatchObject([{ fit: null, dropped: null }]);
  });

  test.each([
    ['2025-01-20', 'investigations-growth'],
    ['2025-01-21', null],
  ])('which of its passages are due for review: %s', async (day, ids) => {
    const file = 'sources/library/okoro-2025.md';
    const text =
      baseProject()[file]?.replace('#investigations-growth', `#investigations-growth review=${day}`) ?? '';
    expect(await rowsOf([entry()], { [file]: text })).toMatchObject([{ review: ids }]);
  });

  test('for many in one row, with how many had to do without what', async () => {
    const recipient = (key: string) => ({ id: key, key, name: key });
    const fit = (dropped: string[]) => ({ scale: 1, size: 12, spacing: 1, dropped, added: [], inputs: '' });
    const rows = await rowsOf([
      entry({ recipient: recipient('a'), fit: fit(['x']) }),
      entry({ recipient: recipient('b'), fit: fit(['x', 'y']) }),
    ]);
    expect(rows).toMatchObject([{ recipients: 2, dropped: 'x (2 documents), y (1 document)', fit: null }]);
  });
});

test.each([
  [['The Bill', 'The Bill'], 'The Bill'],
  [['Social work in Leeds', 'Social work in Hull and Ely'], 'Social work in …'],
  [['Leeds and the Bill', 'Ynys Môn and the Bill'], '… and the Bill'],
  [['Why Leeds needs help', 'Why Hull needs help'], 'Why … needs help'],
  [['Care', 'Care in Hull'], 'Care …'],
  [['Care for care', 'Care'], 'Care …'],
  [['Leeds', 'Hull'], 'Recipients'],
  [['The Bill'], 'The Bill'],
])('those of %j are called %j on the desk', async (titles, expected) => {
  const documents = titles.map((title, at) =>
    entry({ title, recipient: { id: `${at}`, key: `${at}`, name: `${at}` } }),
  );
  expect((await rowsOf(documents)).map(({ headline }) => headline)).toEqual([expected]);
});

describe('the page of all passages', () => {
  const passagesOf = async (passages: string, documents: readonly Entry[] = []) => {
    const project = await loaded({ 'sources/library/more.md': source('2024-05', passages) });
    const view = passagesView(project, usesIn({ documents: [...documents] }), AT);
    return new Map(view.passages.map((passage) => [passage.id, passage]));
  };

  test.each([
    ['', []],
    ['status=draft', ['Draft']],
    ['status=withdrawn', ['Withdrawn']],
    ['embargo=2025-01-20', []],
    ['embargo=2025-01-20T00:01', ['Embargo: 00:01, Monday 20 January 2025']],
    ['expires=2025-01-19', ['Expired on 19 January 2025']],
    ['expires=2025-01-20', []],
    ['review=2025-01-20', ['To be looked at again by 20 January 2025']],
    ['review=2025-01-21', []],
    ['only="mp press"', ['Only for Members of Parliament, the press']],
    ['status=draft only=mp', ['Draft', 'Only for Members of Parliament']],
  ])('tells the state of one with %j: %j', async (attributes, states) => {
    expect((await passagesOf(statistic('another', attributes))).get('another')?.states).toEqual(states);
  });

  test('tells which has taken its place, where that may be used', async () => {
    const found = await passagesOf(
      statistic('old') +
        statistic('new', 'supersedes=old') +
        statistic('next', 'supersedes=new status=draft'),
    );
    expect(found.get('old')?.states).toEqual(['Superseded by new']);
    expect(found.get('new')?.states).toEqual([]);
  });

  test('tells its figure, where it stands and where it is used', async () => {
    const documents = Array.from({ length: 8 }, (_, at) =>
      entry({ edition: `e${at}`, passages: ['another'] }),
    );
    const found = await passagesOf(statistic('another', 'figure="5"', 'It is **5**.'), documents);
    expect(found.get('another')).toMatchObject({
      kind: 'Statistic',
      text: 'It is 5.',
      figure: '5',
      place: 'sources/library/more.md:9',
      uses: ['bill/e0', 'bill/e1', 'bill/e2', 'bill/e3', 'bill/e4', 'bill/e5'],
      more: 2,
    });
    expect(found.get('okoro-on-help')).toMatchObject({ figure: null, uses: [], more: null });
  });
});
