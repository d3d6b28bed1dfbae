import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/model/field.ts';
import { missingWordingFor, wordingFor, type Passage } from '../../../src/model/passage.ts';
import type { Project } from '../../../src/model/project.ts';
import { toString } from 'mdast-util-to-string';
import { baseProject, memoryFiles, type Contents } from '../../project.ts';
import { withTables } from '../../tables.ts';
import { loadShared } from '../../readings.ts';
import { said } from '../said.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';
const TEMPLATE = 'templates/brief/template.yaml';

/** The project with tables, in which one text stands for another. */
const changed = (file: string, find: string, to: string, over: Contents = {}): Contents => {
  const before = baseProject()[file] ?? '';
  expect(before.split(find)).toHaveLength(2);
  return withTables({ ...over, [file]: before.replace(find, () => to) });
};

const projectOf = async (contents: Contents): Promise<Project> => {
  const { value, messages } = await loadShared(memoryFiles(contents));
  expect(messages).toEqual([]);
  return value;
};

const passageOf = async (contents: Contents, id: string): Promise<Passage> => {
  const passage = (await projectOf(contents)).passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return passage;
};

/** A fact with this text in place of the base project's. */
const fact = (text: string, attributes = '', over: Contents = {}): Contents =>
  changed(
    SOURCE,
    `priority=1}\nChild protection investigations rose by **152%**. England is counted from 2009 to 2024.`,
    `priority=1${attributes}}\n${text}`,
    over,
  );

describe('a merge field', () => {
  test('is read wherever running text is, with its place', async () => {
    const text =
      'In **:field[name]**, :field[vacancy_rate]{of=region period="2023"}:\n\n- *:field[headcount]{change=2023}*';
    const { text: root } = await passageOf(fact(text), 'investigations-growth');
    const nothing = { period: null, of: null, compare: null, change: null };
    expect(fieldsOf(root).map(({ position: _at, type: _type, value: _value, ...asked }) => asked)).toEqual([
      { ...nothing, name: 'name' },
      { ...nothing, name: 'vacancy_rate', period: '2023', of: 'region' },
      { ...nothing, name: 'headcount', change: '2023' },
    ]);
    expect(fieldsOf(root).map(({ position }) => [position?.start.line, position?.start.column])).toEqual([
      [15, 6],
      [15, 22],
      [17, 4],
    ]);
  });

  test('stands in tables, links and quotation marks as well', async () => {
    const text = '“:field[name]” [:field[name]](https://example.org)\n\n| a |\n| --- |\n| :field[name] |';
    const { text: root } = await passageOf(fact(text), 'investigations-growth');
    expect(fieldsOf(root)).toHaveLength(3);
  });

  test('is none behind a backslash', async () => {
    const { text: root } = await passageOf(fact('It is \\:field\\[name\\].'), 'investigations-growth');
    expect(fieldsOf(root)).toEqual([]);
    expect(toString(root)).toBe('It is :field[name].');
  });

  test.each<[string, string, string, RegExp]>([
    ['an unknown one', ':field[vacancy_rat]', '15:4 unknown-field', /No table has a field.*`vacancy_rate`/],
    ['one of an unknown join', ':field[ward.name]', '15:4 unknown-field', /No table has a field `ward.name`/],
    [
      'an unknown comparison',
      ':field[vacancy_rate]{of=wales}',
      '15:4 unknown-field',
      /no comparison `wales`/,
    ],
    ['an unknown period', ':field[vacancy_rate]{period=2022}', '15:4 unknown-field', /nothing of 2022/],
    ['names that are compared', ':field[name]{compare=region}', '15:4 unknown-field', /is no number/],
    [
      'a comparison with neighbours',
      ':field[vacancy_rate]{compare=neighbours}',
      '15:4 unknown-field',
      /`neighbours` are several/,
    ],
    ['no name', ':field[Vacancy Rate]', '15:4 merge-field', /`Vacancy Rate` is no name of a field/],
    ['an unknown word', ':field[name]{off=region}', '15:17 merge-field', /Did you mean `of`/],
    ['a word without a value', ':field[name]{of=}', '15:17 merge-field', /`of=` is nothing that/],
    ['a word alone', ':field[name]{region}', '15:17 merge-field', /`period=…`, `of=…`/],
    ['a word twice', ':field[name]{of=region of=region}', '15:27 merge-field', /given twice/],
    [
      'two words that exclude each other',
      ':field[vacancy_rate]{compare=region of=region}',
      '15:25 merge-field',
      /`compare` and `of` exclude/,
    ],
    ['one that is not closed', ':field[name', '15:4 merge-field', /is not read as one/],
    ['one with a blank', ':field [name]', '15:4 merge-field', /is not read as one/],
    ['braces that are not closed', ':field[name]{of=region', '15:16 suspect-line', /part of a passage/],
    ['one in an address', '[x](https://example.org/:field[name])', '15:4 merge-field', /in an address/],
  ])('is told where it is wrong: %s', async (_name, field, line, like) => {
    const found = await said(fact(`It ${field} is.`));
    expect(found.map((one) => one.line)).toEqual([`${SOURCE}:${line}`]);
    expect(found[0]?.words).toMatch(like);
  });

  test('that is unknown is told once, with all its places', async () => {
    const found = await said(fact('It :field[nme] is :field[nme].'));
    expect(found.map(({ line, related }) => [line, related])).toEqual([
      [`${SOURCE}:15:4 unknown-field`, [`${SOURCE}:15:19`]],
    ]);
    expect(found[0]?.words).toMatch(/asked for in 2 places/);
  });

  test('is unknown where there is no table, and not told while one can’t be read', async () => {
    const { [SOURCE]: source = '' } = fact(':field[name] it is.');
    const [found] = await said({ ...baseProject(), [SOURCE]: source });
    expect(found?.words).toMatch(/No table has a field `name` Put a table into `sources\/data\/`/u);
    const broken = await said(fact(':field[nme] it is.', '', { 'sources/data/seats.csv': '' }));
    expect(broken.map(({ line }) => line)).toEqual(['sources/data/seats.csv:1:1 empty-table']);
  });

  test('is none of somebody’s own words', async () => {
    const found = await said(changed(SOURCE, 'Families meet us', 'In :field[name] families meet us'));
    expect(found.map(({ line }) => line)).toEqual([`${SOURCE}:27:4 merge-field`]);
    expect(found[0]?.words).toMatch(/`okoro-on-help` is a quotation/u);
  });

  test('may be the figure of a passage', async () => {
    const passage = await passageOf(
      fact('It is :field[vacancy_rate].', ' figure=":field[vacancy_rate]"'),
      'investigations-growth',
    );
    expect(passage.attributes['figure']).toBe(':field[vacancy_rate]');
    const found = await said(fact('It is so.', ' figure=":field[vacancy]"'));
    expect(found.map(({ line }) => line)).toEqual([`${SOURCE}:14:131 unknown-field`]);
  });

  test('stands in headlines, summaries and the headings of slots', async () => {
    const headline = await projectOf(changed(PACK, 'Keep families together\n', '"Help :field[name]"\n'));
    expect(fieldsOf(headline.packs.get('bill')?.editions[0]?.headline?.text as never)).toHaveLength(1);
    const titled = await projectOf(changed(TEMPLATE, 'The facts', '"In :field[name]"'));
    expect(titled.templates.get('brief')?.slots[1]?.title).toBe('In :field[name]');
    const wrong = await said(changed(PACK, 'Keep families together\n', '"Help :field[nme]"\n'));
    expect(wrong.map(({ line }) => line)).toEqual([`${PACK}:9:21 unknown-field`]);
    const heading = { [TEMPLATE]: (baseProject()[TEMPLATE] ?? '').replace('The facts', '"In :field[name]"') };
    expect(await said({ ...baseProject(), ...heading })).toEqual([]);

    const untitled = await said(changed(TEMPLATE, 'The facts', '"In :field[Nme]"'));
    expect(untitled.map(({ line }) => line)).toEqual([`${TEMPLATE}:7:23 merge-field`]);
  });

  test.each(['title: The Bill', 'event: Second'])('stands in no other value: %s', async (find) => {
    const found = await said(changed(PACK, find, find.replace(/: (.*)/u, ': $1 :field[name]')));
    expect(found.map(({ line }) => line)).toEqual([expect.stringMatching(/merge-field$/u)]);
  });
});

describe('a wording for what is missing', () => {
  const wordings =
    ':::wording{when=missing}\nIt is not known.\n:::\n\n:::wording{for=press when=missing}\nNobody knows.\n:::';

  test('stands beside the others, for all or for some', async () => {
    const passage = await passageOf(fact(`It is :field[headcount].\n\n${wordings}`), 'investigations-growth');
    const shown = (audience: string) => {
      const missing = missingWordingFor(passage, audience);
      return [toString(wordingFor(passage, audience)), missing && toString(missing)];
    };
    expect(shown('mp')).toEqual(['It is :field[headcount].', 'It is not known.']);
    expect(shown('press')).toEqual(['It is :field[headcount].', 'Nobody knows.']);
  });

  test.each<[string, string, string, RegExp]>([
    ['where nothing is asked', `It is.\n\n${wordings}`, '17:1 contradiction', /the passage asks for none/],
    [
      'twice for all',
      'It is :field[name].\n\n:::wording{when=missing}\nA.\n:::\n\n:::wording{when=missing}\nB.\n:::',
      '21:1 wording-twice',
      /for `all` already/,
    ],
    [
      'of another word',
      'It is :field[name].\n\n:::wording{when=absent}\nA.\n:::',
      '17:17 bad-attribute',
      /expected `missing`/,
    ],
    [
      'for nobody and nothing',
      'It is :field[name].\n\n:::wording{}\nA.\n:::',
      '17:4 missing-attribute',
      /`for`/,
    ],
  ])('is told %s', async (_name, text, line, like) => {
    const found = await said(fact(text));
    expect(found[0]?.line).toBe(`${SOURCE}:${line}`);
    expect(found[0]?.words).toMatch(like);
  });
});

describe('a pack', () => {
  test('names a table of recipients that there is', async () => {
    const found = await said(changed(PACK, '  mp:\n', '  mp:\n    recipients: council\n'));
    expect(found.map(({ line }) => line)).toContain(`${PACK}:9:17 unknown-table`);
    expect(found.map(({ words }) => words).join(' ')).toContain('Did you mean `councils`?');
  });

  test('may be built on request alone', async () => {
    const { packs } = await projectOf(changed(PACK, 'short: bill', 'short: bill\nbuild: on-request'));
    expect(packs.get('bill')?.build).toBe('on-request');
    expect((await projectOf(withTables())).packs.get('bill')?.build).toBe('always');
    const found = await said(changed(PACK, 'short: bill', 'short: bill\nbuild: never'));
    expect(found.map(({ line }) => line)).toEqual([`${PACK}:3:8 bad-value`]);
  });
});
