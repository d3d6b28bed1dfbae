import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { misspeltIn, readProse } from '../../src/produce/prose.ts';
import { FRESH, keptReadings } from '../../src/world/readings.ts';
import { loaded } from '../loaded.ts';
import { baseProject, memoryFiles } from '../project.ts';
import type { Packages, Round } from '../../src/world/world.ts';
import { memoryWorld } from '../world.ts';

const NONE: Packages = { read: async () => null };

const context = (id: string, more = '') => `::::context{#${id}${more}}\nHomes are are full.\n::::\n\n`;

const FILES = {
  'sources/library/homes.md': `---
title: Homes
publisher: Office of Homes
issued: 2024
type: report
topics: children
---

${context('open')}${context('gone', ' status=withdrawn')}::::quote{#said speaker="Ann Lee" role=Minister said=2024 locator="page 1"}
Homes are are full.
::::
`,
};

test('what is withdrawn, and what somebody said, is not read', async () => {
  const project = await loaded(FILES);
  const files = memoryFiles({ ...baseProject(), ...FILES });
  const found = await readProse(project, { files, packages: NONE }, FRESH);
  expect(found.has('open')).toBe(true);
  expect([...found.keys()].filter((id) => id === 'gone' || id === 'said')).toEqual([]);
  const { messages } = await check(memoryWorld({ ...baseProject(), ...FILES }), {
    documents: false,
    today: '2025-01-16',
  });
  const told = messages.filter(({ rule }) => rule === 'repeated-word');
  expect(told.map(({ place }) => place?.line)).toEqual([10]);
});

describe('texts in another language than English', () => {
  /** By a dictionary of two words. */
  const packages: Packages = {
    read: async (path) =>
      new Map([
        ['dictionary-cy/index.aff', Buffer.from('SET UTF-8\n')],
        ['dictionary-cy/index.dic', Buffer.from('2\ncartref\nplant\n')],
      ]).get(path) ?? null,
  };
  const of = (text: string, wording: string) => ({
    'sources/library/homes.md': `---
title: Homes
publisher: Office of Homes
issued: 2024
type: report
topics: children
---

::::context{#homes${text}}
Cartref cartref i'r plantt. Homes are are full.

:::wording{for=press${wording}}
The plant is is full.
:::
::::
`,
  });
  const told = async (files: Readonly<Record<string, string>>, from: Packages) => {
    const found = await readProse(await loaded(files), { files: memoryFiles(files), packages: from }, FRESH);
    const { text, wordings } = found.get('homes') ?? {};
    return [text, ...(wordings ?? [])].map((one) => ({
      unknown: one?.unknown.map(({ word, language }) => [word, language].filter(Boolean).join(' ')),
      sentences: one?.sentences.length,
      repeated: one?.repeated.length,
    }));
  };
  const SILENT = { unknown: [], sentences: 0, repeated: 0 };
  const ENGLISH = { unknown: [], sentences: 1, repeated: 1 };

  test.each<[string, string, string, Packages, readonly object[]]>([
    ['are left alone without a dictionary', ' lang=cy', ' lang=en', NONE, [SILENT, ENGLISH]],
    ['a wording goes by its passage', ' lang=cy', '', NONE, [SILENT, SILENT]],
    [
      'are spelled by one that is installed',
      ' lang=cy-GB',
      ' lang=en',
      packages,
      [{ ...SILENT, unknown: ['plantt', 'Homes', 'are', 'full'].map((word) => `${word} cy-GB`) }, ENGLISH],
    ],
  ])('%s', async (_name, text, wording, from, expected) => {
    expect(await told(of(text, wording), from)).toEqual(expected);
  });

  test('of a project in it are those that say nothing else', async () => {
    const files: Record<string, string> = { ...baseProject(), ...of('', ' lang=en') };
    files['sources/organisation.yaml'] += 'language: cy\n';
    expect(await told(files, NONE)).toEqual([SILENT, ENGLISH]);
  });
});

test('what a word may have been meant to be is looked up once, each for itself', async () => {
  const files = {
    ...baseProject(),
    ...FILES,
    'sources/library/more.md': (FILES['sources/library/homes.md'] ?? '')
      .replaceAll('{#', '{#more-')
      .replaceAll('Homes are are full.', 'The goverment waitted.'),
  };
  const kept = new Map<string, unknown>();
  const readings = keptReadings(null, async () => 'code');
  const suggested = async () => {
    const round = await readings.begin();
    const noting: Round = {
      ...round,
      of: (...asked) => round.of(...asked),
      awaited: (name, key, read) => round.awaited(name, key, () => (kept.set(name, key), read())),
    };
    const project = await loaded(files);
    const prose = await readProse(project, { files: memoryFiles(files), packages: NONE }, noting);
    const found = await misspeltIn(project, prose, noting);
    await round.end();
    return Object.fromEntries(found.map(({ word, suggestions }) => [word, suggestions]));
  };
  const first = await suggested();
  expect(first['goverment']).toContain('government');
  expect(first['waitted']).toContain('waited');
  expect([...kept.values()]).toEqual(expect.arrayContaining(['goverment', 'waitted']));
  kept.clear();
  expect(await suggested()).toEqual(first);
  expect([...kept.keys()]).toEqual([]);
});
