import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { leaveOut, nameForSlot } from '../../src/edit/edition.ts';
import { setIn, type NewValue } from '../../src/edit/yaml.ts';
import { runs } from '../runs.ts';

const PACK = `# A pack
editions:
  mp:   # for members
    headline: a
    slots:
      facts: { passages: [a, b], max: 4 }
      asks:
        # the first one leads
        passages:
          - one # c1
          # c2
          - two

  # for the press
  press: { audience: press }
  minister:
`;

/** The rows that a change takes out of a text, and those that it puts in, in their order. */
const changed = (before: string, after: string | null) => {
  const [old, now] = [before.split('\n'), (after ?? '').split('\n')];
  const without = (rows: readonly string[], others: readonly string[]) => {
    const left = [...others];
    return rows.filter((row) => !left.includes(row) || (left.splice(left.indexOf(row), 1), false));
  };
  return { out: without(old, now), in: without(now, old) };
};

const slot = (edition: string, id: string) => ['editions', edition, 'slots', id, 'passages'];

describe('a value is set in as few rows as it takes', () => {
  const cases: readonly [string, readonly string[], NewValue, object][] = [
    [
      'a list on a line',
      slot('mp', 'facts'),
      ['c'],
      { out: ['      facts: { passages: [a, b], max: 4 }'], in: ['      facts: { passages: [c], max: 4 }'] },
    ],
    [
      'an empty list goes with its key',
      slot('mp', 'facts'),
      [],
      { out: ['      facts: { passages: [a, b], max: 4 }'], in: ['      facts: { max: 4 }'] },
    ],
    [
      'a list in rows gets another',
      slot('mp', 'asks'),
      ['one', 'two', 'new'],
      { out: [], in: ['          - new'] },
    ],
    ['a row goes with its comments', slot('mp', 'asks'), ['two'], { out: ['          - one # c1'], in: [] }],
    [
      'a slot that says nothing more goes',
      slot('mp', 'asks'),
      [],
      {
        out: [
          '      asks:',
          '        # the first one leads',
          '        passages:',
          '          - one # c1',
          '          # c2',
          '          - two',
        ],
        in: [],
      },
    ],
    ['a new slot', slot('mp', 'oral'), ['q'], { out: [], in: ['      oral:', '        passages: [q]'] }],
    [
      'a map on a line',
      slot('press', 'facts'),
      ['a'],
      {
        out: ['  press: { audience: press }'],
        in: ['  press: { audience: press, slots: { facts: { passages: [a] } } }'],
      },
    ],
    [
      'a key of which nothing is said',
      slot('minister', 'facts'),
      ['a', 'b'],
      { out: [], in: ['    slots:', '      facts:', '        passages: [a, b]'] },
    ],
    ['nothing to take out', slot('press', 'facts'), [], { out: [], in: [] }],
    [
      'a text',
      ['editions', 'mp', 'headline'],
      'It is: so',
      { out: ['    headline: a'], in: ['    headline: "It is: so"'] },
    ],
  ];
  test.each(cases)('%s', (_name, path, value, expected) => {
    const result = setIn(PACK, path, value, 2);
    expect(changed(PACK, result)).toEqual(expected);
  });

  test('rows change places with the comments above them', () => {
    const result = nameForSlot(PACK, 'mp', 'asks', ['two', 'one']);
    expect(result).toContain('passages:\n          # c2\n          - two\n          - one # c1\n\n  # for');
  });
});

describe('a list of editions becomes a map', () => {
  test.each([
    ['title: x\neditions: [mp, press]\n', 'title: x\neditions:\n  mp:\n  press:\n    leave-out: [a]\n'],
    [
      'editions:\n  - mp  # hi\n  - press\ndate: 2\n',
      'editions:\n  mp:  # hi\n  press:\n    leave-out: [a]\ndate: 2\n',
    ],
  ])('%j', (text, expected) => expect(leaveOut(text, 'press', ['a'])).toBe(expected));

  test('and stays one where there is nothing to take out', () => {
    expect(leaveOut('editions: [mp, press]\n', 'press', [])).toBe('editions: [mp, press]\n');
  });
});

test('an edition stays where the last that it says is taken out', () => {
  const text = 'editions: { mp: { slots: { facts: { passages: [a] } } }, press: }';
  expect(nameForSlot(text, 'mp', 'facts', [])).toBe('editions: { mp: {}, press: }');
  const rows = 'editions:\n  mp:\n    leave-out: [a]\n  press:\n';
  expect(leaveOut(rows, 'mp', [])).toBe('editions:\n  mp:\n  press:\n');
});

test.each([
  ['no YAML', 'editions: { mp'],
  ['a text in the way', 'editions: soon\n'],
  ['a comment that would be lost', 'editions:\n  mp:\n    leave-out: [\n      a, # why\n    ]\n'],
  ['one in the list of editions', 'editions: [mp, # why\n  press]\n'],
  ['one where nothing else is', 'editions:\n  mp: {\n    # why\n  }\n'],
])('what can’t be set without touching more is left: %s', (_name, text) => {
  expect(leaveOut(text, 'mp', ['b'])).toBeNull();
});

test.each([
  ['before', 'leave-out'],
  ['behind', 'headline'],
])('a comment in braces, %s what is taken out, keeps what it is said of', (_where, key) => {
  const text = 'editions:\n  mp: {\n    leave-out: [a], # why\n    # so\n    headline: x # yes\n  }\n';
  expect(setIn(text, ['editions', 'mp', key], null, 2)).toBeNull();
});

describe('however a pack is written', () => {
  const RUNS = runs(500, 5000);
  const item = fc.constantFrom('a', "'b'", 'c-d', '"e"');
  const items = fc.uniqueArray(item, { minLength: 1 });
  const comment = fc.constantFrom('', ' #?');
  const flow = (rows: readonly string[], [open, close]: string, indent: string, note: string): string =>
    note
      ? `${open}\n${rows.map((row) => `${indent}  ${row},${note}\n`).join('')}${indent}${close}`
      : `${open}${rows.join(', ')}${close}`;
  const list = (indent: string) =>
    fc
      .tuple(items, comment, fc.boolean())
      .map(([rows, note, isFlow]) =>
        isFlow
          ? ` ${flow(rows, '[]', indent, note)}`
          : rows.map((row) => `${note}\n${indent}- ${row}`).join(''),
      );
  const body = fc.oneof(
    fc.constantFrom(
      '',
      ' {}',
      ' { }',
      ' { headline: x }',
      '\n    headline: x',
      '\n    headline: |\n      x\n      y',
    ),
    list('      ').map((rows) => `\n    leave-out:${rows}`),
    fc
      .tuple(list('        '), comment)
      .map(([rows, note]) => `\n    slots:${note}\n      facts:\n        passages:${rows}`),
    fc.tuple(items, comment).map(([rows, note]) => {
      const passages = `facts: { passages: [${rows.join(', ')}], max: 2 }`;
      return `\n    slots: ${flow([passages, 'asks: { max: 1 }'], '{}', '    ', note)}`;
    }),
  );
  const edition = fc
    .tuple(comment, body)
    .map(([note, rest]) => (/^$|^\n/u.test(rest) ? note + rest : rest + note));
  const editions = fc.oneof(
    fc.tuple(edition, edition).map(([mp, press]) => `\n  mp:${mp}\n  "press":${press}`),
    comment.map((note) => ` ${flow(['mp', '"press"'], '[]', '', note)}`),
    comment.map((note) => `\n- "mp"${note}\n- press${note}`),
  );
  const pack = fc
    .tuple(comment, editions, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'))
    .map(([note, all, end, mark]) => {
      let number = 0;
      const text = `title: x${note}\neditions:${all}\ndate: 2025-01-16${note}\n`;
      return mark + text.replaceAll('#?', () => `# note ${(number += 1)}`).replaceAll('\n', end);
    });
  const notes = (text: string) => text.match(/# note \d+/gu) ?? [];
  type Editions = Record<string, { slots?: Record<string, { passages?: string[] }> } | null>;
  const read = (text: string) => {
    const value = parse(text) as { editions: Editions | string[] };
    const all = value.editions;
    return {
      ...value,
      editions: Array.isArray(all) ? Object.fromEntries(all.map((id) => [id, null] as const)) : all,
    };
  };

  test('it says what is set and all else as before, with its comments and its ends of rows', () => {
    let written = 0;
    fc.assert(
      fc.property(pack, fc.boolean(), (text, isLast) => {
        const before = read(text);
        const has = before.editions['mp']?.slots?.['facts']?.passages ?? [];
        const wanted = isLast ? [...has, 'new'] : ['new', ...has.toReversed()];
        const result = nameForSlot(text, 'mp', 'facts', wanted);
        if (result === null) return;
        written += 1;
        const after = read(result);
        expect(after.editions['mp']?.slots?.['facts']?.passages).toEqual(wanted);
        expect({ ...after, editions: after.editions['press'] ?? null }).toEqual({
          ...before,
          editions: before.editions['press'] ?? null,
        });
        expect(notes(result).toSorted()).toEqual(notes(text).toSorted());
        expect(result.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        expect(/(?<!\r)\n/u.test(result)).toBe(!text.includes('\r'));
        const back = nameForSlot(result, 'mp', 'facts', has);
        if (back !== null) expect(read(back).editions['press']).toEqual(before.editions['press']);
      }),
      { numRuns: RUNS },
    );
    expect(written).toBeGreaterThan(0.4 * RUNS);
  });
});

describe('in each pack of this repository', () => {
  const packs = readdirSync('sources/packs').map((file) => readFileSync(`sources/packs/${file}`, 'utf8'));
  const editions = packs.flatMap((text) => {
    const { editions: all } = parse(text) as { editions: Record<string, object> | string[] };
    const ids = Array.isArray(all) ? all : Object.keys(all);
    return ids.map((id) => [id, text] as const);
  });

  test.each(editions)('%s: what is set is said, and what is taken out again leaves nothing', (id, text) => {
    const once = nameForSlot(text, id, 'a-new-slot', ['x', 'y']);
    expect(changed(text, once).out.length).toBeLessThanOrEqual(1);
    const { editions: all } = parse(once ?? '') as { editions: Record<string, { slots: object }> };
    expect(all[id]?.slots).toMatchObject({ 'a-new-slot': { passages: ['x', 'y'] } });
    const back = nameForSlot(once ?? '', id, 'a-new-slot', []);
    expect(parse(back ?? '')).toEqual(parse(text));
  });
});
