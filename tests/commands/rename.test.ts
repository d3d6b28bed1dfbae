import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rename, writeRenaming, type RenamedSort } from '../../src/commands/rename.ts';
import { loadWithNames } from '../../src/load/load.ts';
import { laidOver } from '../../src/world/laid-over.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { keptReadings } from '../../src/world/readings.ts';
import type { Files, Readings } from '../../src/world/world.ts';
import { filesBelow, onDisk } from '../on-disk.ts';
import { memoryFiles } from '../project.ts';
import { sharedReadings } from '../readings.ts';

const world = (files: Files) => ({ files, readings: sharedReadings });

const organisation = 'name: Us\nshort: Us\nabout: We are.\ncontact: { name: A, email: a@example.org }\n';

const PROJECT = {
  'sources/organisation.yaml': organisation,
  'sources/vocabulary.yaml': `topics:
  care:  # of all ages
    name: Care
    topics:
      care-homes: Care homes
      home: { name: Home care, topics: { night: At night } }
`,
  'sources/audiences.yaml': 'mp: { name: MPs, template: brief }\n',
  'sources/library/care.md': `---
title: Care
publisher: Us
issued: 2024
type: report
topics: [care, care/home]
---

::::ask{#ask to=Government topics="care/home care/care-homes care/home/night"}
Ask, as [the first\nand the second](#care) and [care](#care) say.

:::wording{for=mp}
See [them](#care).
:::
::::

::::statistic{#care period=2024 area=England unit=homes formerly=homes}
There are **5** homes.
::::

::::statistic{#old period=2020 area=England unit=homes status=draft from=care supersedes="care-2 care" derived="2 / @care-2 + @care"}
There were **6** homes.
::::

::::statistic{#care-2 period=2023 area=England unit=homes}
There were **5** homes.
::::
`,
  'sources/packs/p.yaml': `title: P
date: 2025-01-01
topics: [care/home]
editions:
  mp:
    leave-out: [care-2]
    slots: { facts: { passages: [care], lead: care }, asks: { passages: [ask] } }
`,
  'templates/brief/template.yaml': `name: Brief
slots:
  facts: { kinds: [statistic], topics: [care/home/night] }
  asks: { kinds: [ask] }
`,
  'templates/brief/page.hbs': '',
  'templates/brief/style.css': '',
};

/** The rows of the project that are others afterwards, as they are then. */
const renamed = async (from: string, to: string, as?: RenamedSort) => {
  const root = await onDisk(PROJECT);
  const { value, messages } = await rename(world(diskFiles(root)), from, to, as);
  if (!value) return { messages };
  await writeRenaming(root, value);
  const files = await filesBelow(root);
  const rows: string[] = [];
  for (const path of files.keys()) {
    const before: string = (PROJECT as Record<string, string>)[path] ?? PROJECT['sources/library/care.md'];
    const old = before.split('\n');
    const now = (await readFile(join(root, path), 'utf8')).split('\n');
    rows.push(...now.filter((row, index) => row !== old[index]).map((row) => row.trim()));
  }
  return { rows, places: value.places, paths: [...files.keys()].filter((path) => path.includes('library')) };
};

describe('a name is written anew wherever it stands', () => {
  test('of a passage, whose old address is kept', async () => {
    expect(await renamed('care', 'homes-now', 'passage')).toEqual({
      rows: [
        'and the second](#homes-now) and [care](#homes-now) say.',
        'See [them](#homes-now).',
        '::::statistic{#homes-now period=2024 area=England unit=homes formerly="homes care"}',
        '::::statistic{#old period=2020 area=England unit=homes status=draft from=care supersedes="care-2 homes-now" derived="2 / @care-2 + @homes-now"}',
        'slots: { facts: { passages: [homes-now], lead: homes-now }, asks: { passages: [ask] } }',
      ],
      places: 8,
      paths: ['sources/library/care.md'],
    });
  });

  test('of a passage that is called what its kind is', async () => {
    const { rows } = await renamed('ask', 'more');
    expect(rows?.[0]).toBe(
      '::::ask{#more to=Government topics="care/home care/care-homes care/home/night" formerly=ask}',
    );
  });

  test('of a draft, which has no address yet', async () => {
    const { rows } = await renamed('old', 'older');
    expect(rows).toEqual([
      '::::statistic{#older period=2020 area=England unit=homes status=draft from=care supersedes="care-2 care" derived="2 / @care-2 + @care"}',
    ]);
  });

  test('back to what it was, which is no former name any more', async () => {
    const { rows } = await renamed('care', 'homes', 'passage');
    expect(rows).toContain('::::statistic{#homes period=2024 area=England unit=homes formerly=care}');
  });

  test('of a source, whose file is called by it', async () => {
    expect(await renamed('care', 'care-2024', 'source')).toEqual({
      rows: [
        '::::statistic{#old period=2020 area=England unit=homes status=draft from=care-2024 supersedes="care-2 care" derived="2 / @care-2 + @care"}',
      ],
      places: 2,
      paths: ['sources/library/care-2024.md'],
    });
  });

  test('of a topic, with those below it', async () => {
    const { rows } = await renamed('care/home', 'at-home', 'topic');
    expect(rows).toEqual([
      'topics: [care, care/at-home]',
      '::::ask{#ask to=Government topics="care/at-home care/care-homes care/at-home/night"}',
      'topics: [care/at-home]',
      'at-home: { name: Home care, topics: { night: At night } }',
      'facts: { kinds: [statistic], topics: [care/at-home/night] }',
    ]);
  });
});

const LIBRARY = 'sources/library/care.md';
const VOCABULARY = 'sources/vocabulary.yaml';

describe('a name that is written otherwise than it is read', () => {
  test('with another hyphen, which stays where it is no part of the name', async () => {
    const text = PROJECT[LIBRARY].replace('[them](#care)', '[so‑called](#care‑2)');
    const { value } = await rename(world(memoryFiles({ ...PROJECT, [LIBRARY]: text })), 'care-2', 'more');
    expect(value?.texts.get(LIBRARY)).toContain('See [so‑called](#more).');
  });

  test.each([
    [
      'an escape, before another link to the same',
      LIBRARY,
      '[them](#care)',
      '[a](\\#care) and [b](#care)',
      'care',
    ],
    ['an escape', LIBRARY, '[them](#care)', '[them](\\#care)', 'care'],
    ['an entity', LIBRARY, '[them](#care)', '[them](&#35;care)', 'care'],
    ['an escape of YAML', VOCABULARY, 'care-homes:', '"c\\u0061re-homes":', 'care/care-homes'],
  ])('%s: it is told where, and nothing is renamed', async (_what, path, from, to, name) => {
    const contents = {
      ...PROJECT,
      [path]: (PROJECT as Record<string, string>)[path]?.replace(from, to) ?? '',
    };
    expect(contents).not.toEqual(PROJECT);
    await expect(
      rename(world(memoryFiles(contents)), name, 'more', name === 'care' ? 'passage' : 'topic'),
    ).rejects.toThrow(new RegExp(`is written with other signs in ${path}:\\d+:\\d+`, 'u'));
  });
});

describe('what can’t be is refused', () => {
  test.each([
    ['no such name', ['cares', 'x'], /There is no passage, source or topic `cares`/u],
    ['a name of two things', ['care', 'x'], /`care` is the name of a topic and of a source/u],
    [
      'a name that is taken',
      ['ask', 'old'],
      /There is a passage `old` already, in sources\/library\/care.md:/u,
    ],
    ['the same name', ['ask', 'ask'], /is called `ask` already/u],
    ['no name', ['ask', 'A b'], /`A b` is no name/u],
    ['a topic elsewhere', ['care/home', 'other/home'], /stands elsewhere in the tree/u],
  ] as const)('%s', async (_name, [from, to], message) => {
    const root = await onDisk(PROJECT);
    await expect(rename(world(diskFiles(root)), from, to)).rejects.toThrow(message);
  });

  test('a project with errors: they are told, and nothing is written', async () => {
    const root = await onDisk({ ...PROJECT, 'sources/packs/q.yaml': 'title: [' });
    const { value, messages } = await rename(world(diskFiles(root)), 'ask', 'more');
    expect([value, messages.length > 0]).toEqual([null, true]);
  });
});

test('what builds have kept of readings stays, and what the new name leaves as it was is read once', async () => {
  let kept: Uint8Array | null = null;
  const shelf = {
    readings: async () => kept,
    keepReadings: async (bytes: Uint8Array) => void (kept = bytes),
  };
  const ofBuild = await keptReadings(shelf, async () => 'code').begin();
  ofBuild.of('a style sheet', 'key', () => 'p {}');
  await ofBuild.end();
  const before = kept;
  const held = keptReadings(shelf, async () => 'code');
  const read: string[] = [];
  const readings: Readings = {
    begin: async () => {
      const round = await held.begin();
      const of: typeof round.of = (name, key, make, lasts) =>
        round.of(name, key, () => (read.push(name), make()), lasts);
      return { ...round, of };
    },
  };
  const { value } = await rename({ files: memoryFiles(PROJECT), readings }, 'care-2', 'more');
  const twice = read.filter((name, index) => read.indexOf(name) !== index);
  expect(value?.texts.size).toBeGreaterThan(0);
  expect(twice.filter((name) => !value?.texts.has(name))).toEqual([]);
  expect(read.length).toBeGreaterThan(twice.length * 2);
  expect(kept).toBe(before);
});

test('in this repository every sort of name is written anew so that nothing else changes', async () => {
  const files = diskFiles('.');
  const round = await sharedReadings.begin();
  const { mentions } = (await loadWithNames(files, round)).value;
  const key = (one: (typeof mentions)[number], from = '', to = '') =>
    `${one.sort} ${one.isDefined} ${one.name === to ? from : one.name.startsWith(`${to}/`) ? from + one.name.slice(to.length) : one.name}`;
  const names = (['passage', 'source', 'topic'] as const).map((sort) => {
    const own = mentions.filter((one) => one.sort === sort);
    const counts = new Map<string, number>();
    for (const { name } of own) counts.set(name, (counts.get(name) ?? 0) + 1);
    const count = (name: string) => counts.get(name) ?? 0;
    const all = own.filter(({ isDefined }) => isDefined).map(({ name }) => name);
    // The one that is named most often.
    return [sort, all.toSorted((a, b) => count(b) - count(a))[0] ?? ''] as const;
  });
  for (const [sort, from] of names) {
    const { value } = await rename(world(files), from, 'another-name', sort);
    if (!value) throw new Error(from);
    const after = (await loadWithNames(laidOver(files, value.texts, value.moved), round)).value.mentions;
    const own = (list: typeof mentions) =>
      list
        .filter((one) => one.sort === sort)
        .map((one) => key(one, from, value.to))
        .toSorted();
    expect(own(after)).toEqual(own(mentions));
  }
});
