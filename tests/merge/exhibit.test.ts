import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { mergePassage, showExhibits } from '../../src/merge/merge.ts';
import type { Chart } from '../../src/model/chart.ts';
import { languageOf } from '../../src/model/languages/languages.ts';
import { recipientOf } from '../../src/model/recipient.ts';
import { visit } from '../../src/model/visit.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { withTables } from '../tables.ts';
import { loadShared } from '../readings.ts';

const SOURCE = 'sources/library/okoro-2025.md';

/** The project whose one fact has this text. */
const projectWith = async (text: string) => {
  const written = (baseProject()[SOURCE] ?? '').replace(
    'Child protection investigations rose by **152%**. England is counted from 2009 to 2024.',
    () => text,
  );
  const { value, messages } = await loadShared(memoryFiles(withTables({ [SOURCE]: written })));
  expect(messages).toEqual([]);
  const passage = value.passages.get('investigations-growth');
  if (!passage) throw new Error('no passage');
  return { project: value, passage };
};

const readBy = async (text: string, key: string, table = 'councils', language = 'en-GB') => {
  const { project, passage } = await projectWith(text);
  const recipient = recipientOf(project.tables, table, key);
  if (!recipient) throw new Error(`no recipient ${key}`);
  return mergePassage(passage, 'mp', { recipient, language: languageOf(language) });
};

const chartIn = (text: Root | undefined): Chart => {
  let found: Chart | null = null;
  if (text) visit(text, 'chart', (chart) => void (found = chart));
  if (!found) throw new Error('there is no chart');
  return found;
};

/** A table as lines of cells, below its title. */
const tableIn = (text: Root | undefined): readonly string[] => {
  const lines: string[] = [];
  if (text)
    visit(text, 'table', ({ data, children }) => {
      lines.push(data?.caption ?? '');
      for (const row of children) lines.push(row.children.map((cell) => toString(cell)).join(' | '));
    });
  return lines;
};

/** Each place of a chart with what is shown of it. */
const shownIn = ({ series }: Chart) =>
  series.map(
    ({ name, own, points }) => `${own ? '*' : ''}${name}: ${points.map((one) => one.shown).join(' ')}`,
  );

describe('a chart', () => {
  test.each<[written: string, key: string, form: string, title: string, shown: readonly string[]]>([
    ['of=vacancy_rate', 'E1', 'bar', 'Vacancy rate, Hull, City of, 2024', ['*Hull, City of: 3.5%']],
    [
      'type=bar of=vacancy_rate with="region england neighbours"',
      'E1',
      'bar',
      'Vacancy rate, Hull, City of, 2024',
      [
        '*Hull, City of: 3.5%',
        'North: 12.2%',
        'England: 17.3%',
        "King's Lynn: 17.3%",
        'Ynys Môn: not available',
      ],
    ],
    [
      'type=line of=headcount with=england',
      'E2',
      'line',
      "Social workers in post, King's Lynn, 2023 to 2024",
      ["*King's Lynn: 1,100 1,235", 'England: 33,119 34,328'],
    ],
    [
      'type=slope of=vacancy_rate periods=2',
      'E2',
      'slope',
      "Vacancy rate, King's Lynn, 2023 to 2024",
      ["*King's Lynn: 12.0% 17.3%"],
    ],
    [
      'type=dot of=vacancy_rate periods=2023',
      'E2',
      'dot',
      "Vacancy rate, King's Lynn, 2023",
      ["*King's Lynn: 12.0%"],
    ],
    [
      'of=vacancy_rate data=councils rows="E2 E1"',
      'E1',
      'bar',
      "Vacancy rate, King's Lynn, 2024",
      ["*King's Lynn: 17.3%", 'Hull, City of: 3.5%'],
    ],
    [
      'of=headcount with="neighbours region"',
      'E3',
      'bar',
      'Social workers in post, Ynys Môn, 2024',
      ['*Ynys Môn: 0', 'North: 2,158'],
    ],
    [
      'of=vacancy_rate data=councils rows="E1 E2" with=neighbours',
      'E3',
      'bar',
      'Vacancy rate, Hull, City of, 2024',
      ['*Hull, City of: 3.5%', "King's Lynn: 17.3%", 'Ynys Môn: not available'],
    ],
    [
      'of=vacancy_rate title="Vacancies in :field[name], 2024"',
      'E1',
      'bar',
      'Vacancies in Hull, City of, 2024',
      ['*Hull, City of: 3.5%'],
    ],
  ])('written as %s, for %s', async (written, key, form, title, shown) => {
    const { passage } = await readBy(`Vacancies.\n\n::chart{${written}}`, key);
    const chart = chartIn(passage?.text);
    expect({ form: chart.form, title: chart.title, shown: shownIn(chart) }).toEqual({ form, title, shown });
  });

  test.each<[written: string, key: string, language: string, words: string]>([
    [
      'of=vacancy_rate with="region england neighbours"',
      'E1',
      'en-GB',
      "Vacancy rate: the figure in 2024 was 3.5% in Hull, City of, lower than North, England and King's Lynn; 12.2% in North; 17.3% in England; 17.3% in King's Lynn; not known for Ynys Môn (not available).",
    ],
    [
      'type=line of=vacancy_rate with="region england"',
      'E2',
      'en-GB',
      "Vacancy rate, 2023 to 2024: the figure in 2024 was 17.3% in King's Lynn, up from 12.0% in 2023; 12.2% in North, down from 13.1% in 2023; 17.3% in England, down from 18.9% in 2023.",
    ],
    [
      'of=vacancy_rate with=england',
      'E2',
      'cy',
      "Vacancy rate: y ffigurau yn 2024 oedd King's Lynn 17.3%, tua’r un fath â England; England 17.3%.",
    ],
    ['of=vacancy_rate alt="The rate is :field[vacancy_rate]."', 'E1', 'en-GB', 'The rate is 3.5%.'],
  ])('written as %s says in words, for %s in %s', async (written, key, language, words) => {
    const { passage } = await readBy(`Vacancies.\n\n::chart{${written}}`, key, 'councils', language);
    expect(chartIn(passage?.text).value).toBe(words);
  });

  test('of a table that is joined is of the row there, and cites that', async () => {
    const text = 'V.\n\n::chart{of=council.vacancy_rate with=england}';
    const { passage, cited } = await readBy(text, 'E8', 'seats');
    expect(shownIn(chartIn(passage?.text))).toEqual(['*Hull, City of: 3.5%', 'England: 17.3%']);
    expect(cited).toEqual([{ source: 'okoro-2025', locator: 'table 2' }]);
  });

  test('stands where it was written, with words before and behind it', async () => {
    const { passage } = await readBy(
      'For :field[name]:\n::chart{of=vacancy_rate}\nand :field[headcount] behind.',
      'E1',
    );
    expect(
      passage?.text.children.map((node) => [node.type, node.type === 'paragraph' ? toString(node) : '']),
    ).toEqual([
      ['paragraph', 'For Hull, City of:'],
      ['chart', ''],
      ['paragraph', 'and 304 behind.'],
    ]);
  });
});

describe('a table', () => {
  test.each<[written: string, key: string, lines: readonly string[]]>([
    [
      'of=vacancy_rate with="region england"',
      'E1',
      [
        'Vacancy rate, Hull, City of, 2023 to 2024',
        'Place | 2023 | 2024',
        'Hull, City of | 4.2% | 3.5%',
        'North | 13.1% | 12.2%',
        'England | 18.9% | 17.3%',
      ],
    ],
    [
      'of="vacancy_rate headcount" with="region neighbours"',
      'E1',
      [
        'Hull, City of, 2024',
        "Measure | Hull, City of | North | King's Lynn | Ynys Môn",
        'Vacancy rate | 3.5% | 12.2% | 17.3% | not available',
        'Social workers in post | 304 | 2,158 | 1,235 | 0',
      ],
    ],
  ])('written as %s, for %s', async (written, key, lines) => {
    const { passage } = await readBy(`Vacancies.\n\n::table{${written}}`, key);
    expect(tableIn(passage?.text)).toEqual(lines);
  });
});

test.each<[text: string, key: string, out: boolean]>([
  ['::chart{of=vacancy_rate}', 'E3', true],
  ['::chart{of=vacancy_rate periods=2023}', 'E3', true],
  ['::chart{of=headcount periods=2}', 'E3', false],
  ['::table{of="vacancy_rate headcount"}', 'E3', false],
  ['::chart{of=vacancy_rate with=neighbours}', 'E1', false],
  ['::chart{of=vacancy_rate data=councils rows=E3}', 'E1', false],
  ['::chart{of=vacancy_rate data=councils rows=E1}', 'E3', false],
])('a passage with %s is left out for %s: %s', async (text, key, out) => {
  const { passage, missing } = await readBy(`Vacancies.\n\n${text}`, key);
  expect(passage === null).toBe(out);
  expect(missing.length > 0).toBe(out);
});

test('the words for missing values stand in the place of a chart that can’t be made', async () => {
  const text = '::chart{of=vacancy_rate}\n\n:::wording{when=missing}\nNothing is known.\n:::';
  const { passage, missing } = await readBy(text, 'E3');
  expect(passage && toString(passage.text)).toBe('Nothing is known.');
  expect(missing).toEqual([{ field: 'vacancy_rate', row: 'Ynys Môn', why: 'not available' }]);
});

test('a chart that names its rows itself is the same for all readers, and cites its source', async () => {
  const { project, passage } = await projectWith(
    'V.\n\n::chart{of=vacancy_rate data=councils rows=E1 with=england}',
  );
  const shown = showExhibits(passage, 'mp', project.tables, languageOf('en-GB'));
  expect(shownIn(chartIn(shown.text))).toEqual(['*Hull, City of: 3.5%', 'England: 17.3%']);
  expect(shown.cites).toEqual([{ source: 'okoro-2025', locator: 'table 2' }]);
});
