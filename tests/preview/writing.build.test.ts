import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { arrangementOf, moveChange } from '../../src/preview/arranging.ts';
import { Checking } from '../../src/preview/checking.ts';
import { editorOf } from '../../src/preview/editor.ts';
import type { Move, TypedPassage } from '../../src/preview/interface.ts';
import { formOf, passageChange } from '../../src/preview/passage-form.ts';
import { Writing } from '../../src/preview/writing.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';
import { openSession } from './sessions.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';

/** A project on disk with all that writes in it. */
const begun = async (contents = baseProject()) => {
  const root = await onDisk(contents);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const files = diskFiles(root);
  const world = memoryWorld({}, { files });
  const { session, rest } = openSession({}, world);
  onTestFinished(() => session.close());
  const writing = new Writing({ root, files, checking: new Checking(world), today: () => '2025-01-16' });
  const refreshed = async () => {
    session.refresh();
    await rest();
    const { shown } = session;
    if (!shown) throw new Error('nothing is shown');
    return shown;
  };
  const read = (file: string) => readFile(join(root, file), 'utf8');
  const save = async (id: string, change: (text: TypedPassage) => TypedPassage) => {
    const { project } = await refreshed();
    const form = await formOf(project, id, files);
    if (!form) throw new Error(`no ${id}`);
    const wanted = passageChange(project, id, form.hash, change(form.written));
    if (!wanted) throw new Error(`no ${id}`);
    return writing.write(wanted);
  };
  const arranged = async (search = '') => {
    const found = await arrangementOf(await refreshed(), search, { files, editor: editorOf(root, files) });
    if (!found) throw new Error('nothing is arranged');
    return found;
  };
  const move = async (wanted: Move) => {
    const { hash } = await arranged();
    const change = moveChange(await refreshed(), hash, wanted);
    if (!change) throw new Error('nothing is moved');
    return writing.write(change);
  };
  return { root, files, writing, refreshed, read, save, arranged, move };
};

/** The rows that two texts do not share. */
const difference = (before: string, after: string) => ({
  out: before.split('\n').filter((row) => !after.split('\n').includes(row)),
  in: after.split('\n').filter((row) => !before.split('\n').includes(row)),
});

describe('a passage that is written on the screen', () => {
  test.each<[string, (text: TypedPassage) => TypedPassage, { out: string[]; in: string[] }]>([
    [
      'its text',
      (text) => ({ ...text, text: text.text.replace('152%', '153%') }),
      {
        out: ['Child protection investigations rose by **152%**. England is counted from 2009 to 2024.'],
        in: ['Child protection investigations rose by **153%**. England is counted from 2009 to 2024.'],
      },
    ],
    [
      'an attribute',
      (text) => ({ ...text, attributes: { ...text.attributes, priority: '2' } }),
      {
        out: [
          '::::statistic{#investigations-growth period="2009-10 to 2023-24" area=England unit="% change" locator="item 4" priority=1}',
        ],
        in: [
          '::::statistic{#investigations-growth period="2009-10 to 2023-24" area=England unit="% change" locator="item 4" priority=2}',
        ],
      },
    ],
    [
      'a wording',
      (text) => ({ ...text, wordings: [{ attributes: { for: 'press' }, text: 'Up by **152%**.' }] }),
      { out: [], in: [':::wording{for=press}', 'Up by **152%**.', ':::'] },
    ],
  ])('%s: no other row is another', async (_what, change, expected) => {
    const { save, read } = await begun();
    const before = await read(SOURCE);
    expect(await save('investigations-growth', change)).toBe('written');
    const found = difference(before, await read(SOURCE));
    expect({ ...found, in: found.in.filter((row) => !before.includes(row)) }).toEqual({
      ...expected,
      in: expected.in.filter((row) => !before.includes(row)),
    });
  });

  test.each<[string, (text: TypedPassage) => TypedPassage, string]>([
    [
      'an attribute that is needed',
      (text) => ({ ...text, attributes: { ...text.attributes, area: '' } }),
      'missing-attribute',
    ],
    [
      'a topic that there is none of',
      (text) => ({ ...text, attributes: { ...text.attributes, topics: 'childen' } }),
      'unknown-topic',
    ],
    [
      'what looks like Markdown and is none',
      (text) => ({ ...text, text: 'They rose by ** 152% **.' }),
      'unread-markup',
    ],
    [
      'what leaves a document without what it needs',
      (text) => ({ ...text, attributes: { ...text.attributes, status: 'draft' } }),
      'named-passage',
    ],
  ])('%s: the error is told, and nothing is written', async (_what, change, rule) => {
    const { save, read } = await begun();
    const before = await read(SOURCE);
    const writ = await save('investigations-growth', change);
    expect(writ).toContainEqual(expect.objectContaining({ severity: 'error', rule }));
    expect(await read(SOURCE)).toBe(before);
  });

  test('an error that is there already keeps nobody from writing', async () => {
    const { save, root, read, refreshed } = await begun();
    await refreshed();
    await writeFile(join(root, PACK), `${await read(PACK)}  nobody: {}\n`);
    expect(await save('local-capacity', (text) => ({ ...text, text: 'Fund homes of their own.' }))).toBe(
      'written',
    );
    expect(await read(SOURCE)).toContain('Fund homes of their own.');
  });

  test('what was changed meanwhile is not written over, and a change is taken back', async () => {
    const { save, root, read, writing } = await begun();
    const before = await read(SOURCE);
    expect(
      await save('investigations-growth', (text) => {
        void writeFile(join(root, SOURCE), `${before}\nMore notes.\n`);
        return { ...text, text: 'They rose by **152%**.' };
      }),
    ).toBe('changed');
    expect(await read(SOURCE)).toContain('More notes.');
    expect(await writing.undo()).toBe(false);
    const now = await read(SOURCE);
    expect(await save('investigations-growth', (text) => ({ ...text, text: 'They rose by **152%**.' }))).toBe(
      'written',
    );
    expect(await writing.undo()).toBe(true);
    expect(await read(SOURCE)).toBe(now);
  });

  test('a change that is taken back while it is being written is taken back', async () => {
    const { save, read, writing } = await begun();
    const before = await read(SOURCE);
    const change = (text: string) => (one: TypedPassage) => ({ ...one, text });
    expect(await save('investigations-growth', change('They rose by **152%**.'))).toBe('written');
    const between = await read(SOURCE);
    const undone: Promise<boolean>[] = [];
    const writ = await save('investigations-growth', (one) => {
      // Asked for when this change waits in the queue.
      queueMicrotask(() => undone.push(writing.undo()));
      return { ...one, text: 'Up by **152%**.' };
    });
    expect([writ, await Promise.all(undone)]).toEqual(['written', [true]]);
    expect(await read(SOURCE)).toBe(between);
    expect(await writing.undo()).toBe(true);
    expect(await read(SOURCE)).toBe(before);
  });

  test('the form knows the vocabulary', async () => {
    const { refreshed, files } = await begun();
    const form = await formOf((await refreshed()).project, 'okoro-on-help', files);
    const field = (name: string) => form?.fields.find((one) => one.name === name);
    expect(field('speaker')).toMatchObject({ isNeeded: true, form: 'text' });
    expect(field('topics')?.choices).toContainEqual({
      value: 'children/child-protection',
      name: 'Child protection',
    });
    expect(field('only')?.choices.map(({ value }) => value)).toEqual(['mp', 'press', 'public']);
    expect(form?.written.attributes).toMatchObject({ speaker: 'Sam Okoro', said: '2025-01-10' });
  });
});

/** More passages for the slot `facts`, each ranked below the one before. */
const manyFacts = () => {
  const contents = baseProject();
  const facts = ['a', 'b', 'c'].map(
    (id, index) =>
      `\n::::statistic{#${id} period=2024 area=England unit="%" locator="item ${index}" priority=${index + 2}}\nShare **${index + 1}%**.\n::::\n`,
  );
  contents[SOURCE] += facts.join('');
  contents[PACK] =
    contents[PACK]?.replace(
      '{ passages: [investigations-growth], max: 2 }',
      '{ passages: [investigations-growth] }  # The figure of the day.',
    ) ?? '';
  return contents;
};

describe('passages that are put elsewhere on the screen', () => {
  test.each([
    ['The facts', 'The facts'],
    ['In :field[name]', 'facts'],
  ])('a slot with the title “%s” is called “%s”', async (written, shown) => {
    const contents = baseProject();
    const file = 'templates/brief/template.yaml';
    contents[file] =
      contents[file]
        ?.replace('The facts', `"${written}"`)
        .replace('statistic, quote], min: 1', 'statistic, quote], min: 0') ?? '';
    const { arranged } = await begun({
      ...contents,
      [PACK]: contents[PACK]?.replaceAll(/^ +slots:\n +facts: .*\n/gmu, '') ?? '',
    });
    expect((await arranged()).slots.map(({ title }) => title)).toEqual(['What we ask', shown]);
  });

  test('stand slot by slot, with those that are out and why', async () => {
    const { arranged } = await begun(manyFacts());
    const { slots, others } = await arranged();
    expect(slots.map(({ id, passages }) => [id, passages.map((one) => one.id)])).toEqual([
      ['asks', ['local-capacity']],
      ['facts', ['investigations-growth', 'a', 'b', 'okoro-on-help']],
    ]);
    expect(slots[1]?.passages.map(({ isNamed }) => isNamed)).toEqual([true, false, false, false]);
    expect(others).toEqual([expect.objectContaining({ id: 'c', slots: ['facts'], why: expect.any(String) })]);
    expect((await arranged('nothing like it')).others).toEqual([]);
  });

  test.each<[string, Move, string]>([
    ['one that is out comes in', { passage: 'c', slot: 'facts', index: 1 }, '[investigations-growth, c]'],
    [
      'one goes up to the first place',
      { passage: 'b', slot: 'facts', index: 0 },
      '[b, investigations-growth]',
    ],
    ['one goes down', { passage: 'a', slot: 'facts', index: 2 }, '[investigations-growth, b, a]'],
  ])('%s: the pack names no more than it has to', async (_what, move, expected) => {
    const { move: put, read } = await begun(manyFacts());
    const before = await read(PACK);
    expect(await put(move)).toBe('written');
    expect(difference(before, await read(PACK))).toEqual({
      out: ['      facts: { passages: [investigations-growth] }  # The figure of the day.'],
      in: [`      facts: { passages: ${expected} }  # The figure of the day.`],
    });
  });

  test('one that would be chosen is left out, and comes back', async () => {
    const { move, read, arranged } = await begun(manyFacts());
    const before = await read(PACK);
    expect(await move({ passage: 'a', slot: null, index: 0 })).toBe('written');
    expect(difference(before, await read(PACK)).in.join('\n')).toContain('leave-out: [a]');
    expect((await arranged()).slots[1]?.passages.map(({ id }) => id)).not.toContain('a');
    expect(await move({ passage: 'a', slot: 'facts', index: 1 })).toBe('written');
    expect(await read(PACK)).not.toContain('leave-out');
    expect((await arranged()).slots[1]?.passages.map(({ id }) => id).slice(0, 2)).toEqual([
      'investigations-growth',
      'a',
    ]);
  });

  test('what a slot has to have can’t be taken out', async () => {
    const { move, read } = await begun();
    const before = await read(PACK);
    expect(await move({ passage: 'local-capacity', slot: null, index: 0 })).toContainEqual(
      expect.objectContaining({ rule: 'slot-minimum' }),
    );
    expect(await read(PACK)).toBe(before);
  });
});
