import { globSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePassage } from '../../src/edit/passage.ts';
import { locate, type WrittenPassage } from '../../src/edit/written-passage.ts';
import { KINDS } from '../../src/model/kind.ts';
import { runs } from '../runs.ts';

const NAMES = new Set(KINDS.map(({ id }) => id));

const SOURCE = `---
title: A report
---

Notes for the editor.

::::statistic{#rise period="2009 to 2023" area=England unit='% of "homes"'  priority=1 }
Homes rose by **52%**.

<!-- From table 3. -->

- one
- two

:::wording{for=press}
Homes are up by half, **52%**.
:::

:::wording{for="mp minister"}
In your seat they rose.
:::
::::

::::ask{#build to="Government"}
Build more.
::::
`;

const written = (text: string, id: string): WrittenPassage => {
  const found = locate(text, id, NAMES);
  if (!found) throw new Error(`no ${id}`);
  return found.written;
};

/** What becomes of the passage `rise`, as the rows that go and those that come. */
const edited = (change: (before: WrittenPassage) => WrittenPassage, source = SOURCE) => {
  const result = writePassage(source, 'rise', change(written(source, 'rise')), NAMES);
  if (result === null) return null;
  const [old, now] = [source.split('\n'), result.split('\n')];
  return { out: old.filter((row) => !now.includes(row)), in: now.filter((row) => !old.includes(row)) };
};

test('a passage is read as it is written', () => {
  expect(written(SOURCE, 'rise')).toEqual({
    attributes: { period: '2009 to 2023', area: 'England', unit: '% of "homes"', priority: '1' },
    text: 'Homes rose by **52%**.\n\n<!-- From table 3. -->\n\n- one\n- two',
    wordings: [
      { attributes: { for: 'press' }, text: 'Homes are up by half, **52%**.' },
      { attributes: { for: 'mp minister' }, text: 'In your seat they rose.' },
    ],
  });
});

const [HEAD, ...REST] = [
  '::::statistic{#rise period="2009 to 2023" area=England',
  'unit=\'% of "homes"\'  priority=1 }',
];
const OPENING = `${HEAD} ${REST.join(' ')}`;

describe('only the rows that say something else are others', () => {
  const cases: readonly [string, (before: WrittenPassage) => WrittenPassage, object][] = [
    [
      'a value',
      (before) => ({ ...before, attributes: { ...before.attributes, priority: '2' } }),
      { out: [OPENING], in: [OPENING.replace('priority=1', 'priority=2')] },
    ],
    [
      'a value in quotation marks',
      (before) => ({ ...before, attributes: { ...before.attributes, period: '2024' } }),
      { out: [OPENING], in: [OPENING.replace('2009 to 2023', '2024')] },
    ],
    [
      'a value that needs quotation marks',
      (before) => ({ ...before, attributes: { ...before.attributes, area: 'West Yorkshire' } }),
      { out: [OPENING], in: [OPENING.replace('area=England', 'area="West Yorkshire"')] },
    ],
    [
      'a new attribute',
      (before) => ({ ...before, attributes: { ...before.attributes, status: 'draft' } }),
      { out: [OPENING], in: [OPENING.replace('priority=1 }', 'priority=1 status=draft}')] },
    ],
    [
      'an attribute that goes, or has nothing in it any more',
      (before) => ({ ...before, attributes: { ...before.attributes, period: '', area: 'England' } }),
      { out: [OPENING], in: [OPENING.replace(' period="2009 to 2023"', '')] },
    ],
    [
      'a line of the text',
      (before) => ({ ...before, text: before.text.replace('- two', '- two and a half') }),
      { out: ['- two'], in: ['- two and a half'] },
    ],
    [
      'the text of a wording',
      (before) => ({
        ...before,
        wordings: before.wordings.map((one, index) => (index ? one : { ...one, text: 'Up by **52%**.' })),
      }),
      { out: ['Homes are up by half, **52%**.'], in: ['Up by **52%**.'] },
    ],
    [
      'the readers of a wording',
      (before) => ({
        ...before,
        wordings: before.wordings.map((one, index) => (index ? { ...one, attributes: { for: 'mp' } } : one)),
      }),
      { out: [':::wording{for="mp minister"}'], in: [':::wording{for="mp"}'] },
    ],
    [
      'a wording that goes',
      (before) => ({ ...before, wordings: before.wordings.slice(0, 1) }),
      { out: [':::wording{for="mp minister"}', 'In your seat they rose.'], in: [] },
    ],
    [
      'a new wording',
      (before) => ({
        ...before,
        wordings: [...before.wordings, { attributes: { for: 'councillor' }, text: 'Here they rose.' }],
      }),
      { out: [], in: [':::wording{for=councillor}', 'Here they rose.'] },
    ],
    ['nothing', (before) => before, { out: [], in: [] }],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    expect(edited(change)).toEqual(expected);
  });

  test('a new wording stands by itself, before the fence that closes the passage', () => {
    const passage = {
      ...written(SOURCE, 'build'),
      wordings: [{ attributes: { for: 'press' }, text: 'They say so.' }],
    };
    const result = writePassage(SOURCE, 'build', passage, NAMES);
    expect(result).toContain('Build more.\n\n:::wording{for=press}\nThey say so.\n:::\n::::\n');
  });

  test('lines end as they did', () => {
    const source = SOURCE.replaceAll('\n', '\r\n');
    const passage = { ...written(source, 'rise'), text: 'One.\nTwo.' };
    const result = writePassage(source, 'rise', passage, NAMES) ?? '';
    expect(result).toContain('One.\r\nTwo.\r\n');
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });
});

describe('nothing is written that would be read otherwise', () => {
  const cases: readonly [string, (before: WrittenPassage) => WrittenPassage][] = [
    ['a text that closes the passage', (before) => ({ ...before, text: 'One.\n::::\nTwo.' })],
    ['a text that opens another', (before) => ({ ...before, text: 'One.\n::::ask{#x to=y}\nTwo.' })],
    ['a comment that swallows the rest', (before) => ({ ...before, text: 'One.\n<!-- Two.' })],
    [
      'both quotation marks in one value',
      (before) => ({ ...before, attributes: { ...before.attributes, unit: `"a" 'b'` } }),
    ],
    ['a brace', (before) => ({ ...before, attributes: { ...before.attributes, 'b}': 'x' } })],
    [
      'two wordings for the same',
      (before) => ({ ...before, wordings: [{ attributes: { for: 'press' }, text: ':::\nx' }] }),
    ],
  ];
  test.each(cases)('%s', (_name, change) => expect(edited(change)).toBeNull());

  test('and a passage whose fences leave a doubt is left to its author', () => {
    for (const source of [
      SOURCE.replace('52%**.\n\n<!--', '52%**.\n:::\n\n<!--'),
      SOURCE.replace('#build', '#rise'),
      SOURCE.replace('area=England', 'area=England,'),
    ])
      expect(locate(source, 'rise', NAMES)).toBeNull();
  });
});

describe('whatever is typed', () => {
  const RUNS = runs(1000, 10_000);
  const sign = fc.constantFrom(
    'a',
    'word ',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    ':::',
    '::::',
    '::::ask{#q to=x}',
    ':::wording{for=x}',
    '::chart{rows=a}',

    '<!--',
    '-->',
    '- ',
    '---',
    '    ',
    '\t',
    '"',
    "'",
    '“',
    '{',
    '}',
    '=',
    '#',
    ',',
    ':',
    '\\',
    '$&',
    '%',
    '\u00A0',
    'e\u0301',
    '\u2011',
    '\u2028',
    '\u200B',
    '\uFEFF',
  );
  const text = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));
  const name = fc.oneof(fc.constantFrom('period', 'area', 'unit', 'status', 'for', 'id', '__proto__'), text);
  const attributes = fc.dictionary(name, text, { maxKeys: 3 });
  const wording = fc.record({ attributes: fc.oneof(attributes, fc.constant({ for: 'a' })), text });
  const asked = fc.record({
    attributes,
    text: fc.option(text),
    wordings: fc.array(wording, { maxLength: 2 }),
  });

  test.each(['\n', '\r\n'])('nothing outside of the passage is another, and rows end with %j', (end) => {
    const source = `${SOURCE}\n<!-- Behind. -->\n`.replaceAll('\n', end);
    const start = source.indexOf('::::statistic');
    const [head, tail] = [source.slice(0, start), source.slice(source.indexOf('::::ask'))];
    const before = written(source, 'rise');
    let times = 0;
    fc.assert(
      fc.property(asked, fc.boolean(), (typed, isAdded) => {
        const result = writePassage(
          source,
          'rise',
          {
            attributes: { ...before.attributes, ...typed.attributes },
            text: typed.text ?? before.text,
            wordings: isAdded ? [...before.wordings, ...typed.wordings] : typed.wordings,
          },
          NAMES,
        );
        if (result === null) return;
        times += 1;
        expect([result.startsWith(head), result.endsWith(tail)]).toEqual([true, true]);
        expect(written(result, 'build')).toEqual(written(source, 'build'));
        expect(result.replaceAll(end, '')).not.toMatch(/[\r\n]/u);
      }),
      { numRuns: RUNS },
    );
    expect(times).toBeGreaterThan(0.1 * RUNS);
  });
});

describe('every passage of this repository', () => {
  const sources = globSync('sources/library/*.md').map((file) => readFileSync(file, 'utf8'));
  const all = sources.flatMap((text) =>
    Array.from(text.matchAll(/^::::[a-z-]+\{#([a-z0-9-]+)/gmu), ([, id = '']) => [id, text] as const),
  );

  test('is found, and stays byte for byte where nothing is changed', () => {
    expect(all.length).toBeGreaterThan(100);
    for (const [id, text] of all) expect(writePassage(text, id, written(text, id), NAMES)).toBe(text);
  });

  test('changes in the rows that are meant, and in no other', () => {
    for (const [id, text] of all) {
      const before = written(text, id);
      const result = writePassage(
        text,
        id,
        { ...before, attributes: { ...before.attributes, status: 'draft', review: '2030-01-01' } },
        NAMES,
      );
      const [old, now] = [text.split('\n'), (result ?? '').split('\n')];
      expect(now.length).toBe(old.length);
      expect(now.filter((row, index) => row !== old[index])).toHaveLength(1);
    }
  });
});
