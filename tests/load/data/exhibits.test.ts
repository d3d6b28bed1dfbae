import { describe, expect, test } from 'vitest';
import { exhibitsOf } from '../../../src/model/exhibit.ts';
import { baseProject, memoryFiles, type Contents } from '../../project.ts';
import { withTables } from '../../tables.ts';
import { loadShared } from '../../readings.ts';
import { said } from '../said.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const OWN = 'Child protection investigations rose by **152%**. England is counted from 2009 to 2024.';

/** The project with tables, and this text behind a paragraph of its fact; its lines count from its own first. */
const withText = (text: string): Contents =>
  withTables({ [SOURCE]: (baseProject()[SOURCE] ?? '').replace(OWN, () => `${OWN}\n\n${text}`) });

const saidOf = async (text: string) => {
  const written = baseProject()[SOURCE] ?? '';
  const first = written.slice(0, written.indexOf(OWN)).split('\n').length + 1;
  return (await said(withText(text))).map(({ line, words }) => {
    const [, at = '0', column = '', rule = ''] = /:(\d+):(\d+) (.*)$/u.exec(line) ?? [];
    return { place: `${Number(at) - first}:${column} ${rule}`, words };
  });
};

test('an exhibit is read with all that it asks for', async () => {
  const written =
    '::chart{type=line of=vacancy_rate with="region england" periods="2024 2023" data=councils rows="E1 E2" title="Rates, :field[name], 2024" alt="They rise."}';
  const { value, messages } = await loadShared(
    memoryFiles(withText(`${written}\n::table{of="headcount vacancy_rate"}`)),
  );
  expect(messages).toEqual([]);
  const passage = value.passages.get('investigations-growth');
  expect(passage && exhibitsOf(passage.text).map(({ request }) => request)).toEqual([
    {
      form: 'line',
      of: ['vacancy_rate'],
      with: ['region', 'england'],
      periods: ['2023', '2024'],
      rows: { table: 'councils', keys: ['E1', 'E2'] },
      title: 'Rates, :field[name], 2024',
      alt: 'They rise.',
    },
    {
      form: 'table',
      of: ['headcount', 'vacancy_rate'],
      with: [],
      periods: null,
      rows: null,
      title: null,
      alt: null,
    },
  ]);
});

describe('what is wrong with an exhibit is told once, at its place', () => {
  test.each<[written: string, place: string, words: RegExp]>([
    ['::chart{}', '1:1 missing-attribute', /no `of`.*of=vacancy_rate/u],
    ['::chart{of=}', '1:9 attribute-value', /`of` has no value/u],
    ['::chart{type=pie of=vacancy_rate}', '1:14 bad-attribute', /no form of chart.*`bar`/u],
    ['::chart{type=slpe of=vacancy_rate}', '1:14 bad-attribute', /Did you mean `slope`/u],
    ['::chart{of=vacancy_rate colour=red}', '1:25 unknown-attribute', /no `colour`/u],
    ['::table{of=vacancy_rate alt="It rises."}', '1:25 unknown-attribute', /A table has no `alt`/u],
    ['::chart{of="vacancy_rate headcount"}', '1:13 bad-attribute', /one column/u],
    ['::table{of="vacancy_rate vacancy_rate"}', '1:13 bad-attribute', /twice/u],
    ['::chart{of=vacancy_rat}', '1:12 unknown-field', /`vacancy_rat`.*Did you mean `vacancy_rate`/u],
    ['::chart{of=member}', '1:12 unknown-field', /`member` is no number/u],
    ['::chart{of=name}', '1:12 unknown-field', /`name` is no number/u],
    ['::table{of=vacancy_rate with="region wales"}', '1:31 unknown-field', /no comparison `wales`/u],
    [
      '::table{of=vacancy_rate periods="2022 2023"}',
      '1:34 unknown-field',
      /nothing of 2022.*`2023` or `2024`/u,
    ],
    ['::table{of=vacancy_rate periods=three}', '1:33 bad-attribute', /`three` is no period/u],
    ['::table{of=vacancy_rate periods=0}', '1:33 bad-attribute', /`0` is no period/u],
    ['::chart{of=vacancy_rate data=councils}', '1:1 missing-attribute', /no `rows`/u],
    ['::chart{of=vacancy_rate rows=E1}', '1:1 missing-attribute', /no `data`/u],
    ['::chart{of=vacancy_rate data=council rows=E1}', '1:30 unknown-table', /Did you mean `councils`/u],
    ['::chart{of=vacancy_rate data=councils rows="E1 E9"}', '1:45 unknown-row', /no row `E9`/u],
    ['::chart{of=vacancy_rate title="In :field[nam]"}', '1:32 unknown-field', /no field `nam`/u],
    ['::chart{of=vacancy_rate title="**Bold**"}', '1:32 plain-text-only', /Markdown/u],
    ['::chart{of=vacancy_rate', '1:24 fence-brace', /brace `\}` is missing/u],
    ['::chart{of=vacancy_rate} and more', '1:24 fence-text', /behind the brace of a chart/u],
    ['::chart{of=vacancy_rate, with=region}', '1:24 attribute-comma', /comma/u],
    [':chart{of=vacancy_rate}', '1:1 exhibit', /not read as one.*`::chart\{of=…\}`/u],
    [':::chart{of=vacancy_rate}', '1:1 exhibit', /not read as one/u],
    ['  ::chart{of=vacancy_rate}', '1:3 exhibit', /from its first column/u],
    ['> ::table{of=vacancy_rate}', '1:3 exhibit', /A table of figures/u],
    ['::chart {of=vacancy_rate}', '1:1 exhibit', /not read as one/u],
    ['::chrat{of=vacancy_rate}', '1:1 exhibit', /A chart of figures/u],
    ['::Table{of=vacancy_rate}', '1:1 exhibit', /A table of figures/u],
    [':: chart{of=vacancy_rate}', '1:1 exhibit', /not read as one/u],
    ['::chart', '1:1 exhibit', /not read as one/u],
  ])('%s', async (written, place, words) => {
    const found = await saidOf(written);
    expect(found.map((one) => one.place)).toEqual([place]);
    expect(found[0]?.words).toMatch(words);
  });

  test('outside a passage', async () => {
    const files = withTables({ [SOURCE]: `${baseProject()[SOURCE] ?? ''}\n::chart{of=vacancy_rate}\n` });
    expect((await said(files)).map(({ words }) => words)).toEqual([
      expect.stringMatching(/outside any passage/u),
    ]);
  });

  test('in a quotation, which is somebody’s own words', async () => {
    const written = baseProject()[SOURCE] ?? '';
    const quote = `\n::::quote{#said speaker="A B" role=chair said=2025 locator="page 1"}\nSo it is.\n\n::chart{of=vacancy_rate}\n::::\n`;
    const found = await said(withTables({ [SOURCE]: written + quote }));
    expect(found.map(({ line, words }) => [line.split(' ')[1], words])).toEqual([
      ['merge-field', expect.stringMatching(/is a quotation/u)],
    ]);
  });

  test('behind a wording', async () => {
    const found = await saidOf(':::wording{for=mp}\nIt rose by 152%.\n:::\n::chart{of=vacancy_rate}');
    expect(found.map(({ place }) => place)).toEqual(['4:1 text-after-wording']);
  });
});
