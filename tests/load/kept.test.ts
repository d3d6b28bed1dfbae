import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { lazy } from '../../src/model/memo.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import type { Readings, Store } from '../../src/world/world.ts';
import { editOf, type Edit, type Texts } from '../edits.ts';
import { source, statistic } from '../loaded.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { frozenReadings } from '../readings.ts';
import { runs } from '../runs.ts';
import { withTables } from '../tables.ts';

/** What was read before is not read again, and a load with it gives what a load from nothing gives. */

const RUNS = runs(15, 2000);

const TABLE = 'sources/data/councils.csv';
const PICTURE = 'sources/images/homes.svg';
const [FACTS, PACK, OTHER] = [
  'sources/library/facts.md',
  'sources/packs/bill.yaml',
  'sources/packs/other.yaml',
] as const;

/** A project of which every file names something of another. */
const project = (): Texts => ({
  ...(withTables() as Texts),
  'sources/places.yaml': 'England: { West Yorkshire: [Leeds, Bradford] }\n',
  'sources/vocabulary.yaml': `${baseProject()['sources/vocabulary.yaml']}kinds: { myth: { name: Myth, needs: [term] } }\n`,
  [FACTS]: source(
    '2024-06',
    statistic('fact-1', 'from=okoro-2025 only=press') +
      '::::myth{#myth-1 term=Care area=Leeds}\nSee [this](#fact-1) in :field[name]: :field[vacancy_rate]. ![Homes in 2015: 12](../images/homes.svg).\n::::\n\n' +
      '::::rebuttal{#answer against=myth-1 supersedes=fact-1}\nNot so.\n::::\n',
  ),
  [PICTURE]: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
  [PACK]: `${baseProject()[PACK]}  more: { audience: press, area: Leeds, copies: [booklet], slots: { asks: { lead: local-capacity } } }\n`,
  [OTHER]: 'title: Another\nshort: other\ndate: 2025-03-01\ntopics: [funding]\neditions: { mp: }\n',
});

/** Names of the project, so that edits of names hold, and what is none. */
const WORDS = [
  'bill',
  'brief',
  'mp',
  'press',
  'funding',
  'myth',
  'ask',
  'fact-1',
  'facts',
  '2',
  'term',
  'A3',
  'E1',
  'vacancy_rate',
  'council',
];

/** A file goes, takes the place of another, or is called something else. */
const move: fc.Arbitrary<Edit> = fc
  .record({ from: fc.constantFrom(FACTS, PACK, OTHER), to: fc.constantFrom(FACTS, PACK, OTHER, null) })
  .map(({ from, to }) => (contents) => {
    const text = contents[from];
    if (to !== null && text !== undefined) contents[to] = text;
    delete contents[from];
  });

const edit = fc.oneof(
  { weight: 9, arbitrary: editOf(Object.keys(project()), WORDS) },
  { weight: 1, arbitrary: move },
);

const newStore = async (): Promise<Store> =>
  diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-kept-')), 'store'));

/** With the order of what is in it. */
const loadedWith = async (contents: Texts, readings?: Readings): Promise<string> => {
  const round = await readings?.begin();
  const loaded = await load(memoryFiles(contents), round);
  await round?.end();
  return JSON.stringify(loaded, (_key, part: unknown) => (part instanceof Map ? [...part] : part));
};

/** What a load from nothing gives before anything is edited: the same every time. */
const unedited = lazy(() => loadedWith(project()));

test('the project is in order', async () => {
  expect((await load(memoryFiles(project()))).messages).toEqual([]);
});

test(
  'after any edits a load with readings gives what one from nothing gives',
  { timeout: RUNS * 2000 },
  async () => {
    const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rounds, async (edits) => {
        const [store, contents, own] = [await newStore(), project(), frozenReadings()];
        for (const some of [[], ...edits]) {
          for (const change of some) change(contents);
          const clean = await (some.length ? loadedWith(contents) : unedited());
          expect(await loadedWith(contents, own)).toBe(clean);
          expect(await loadedWith(contents, frozenReadings(store))).toBe(clean);
        }
      }),
      { numRuns: RUNS },
    );
  },
);

describe('what a change has read again', () => {
  /** The files that are read, not taken from what is kept. */
  const readAgain = async (contents: Texts, readings: Readings): Promise<readonly string[]> => {
    const read: string[] = [];
    const round = await readings.begin();
    const of: typeof round.of = (name, key, make, lasts) =>
      round.of(name, key, () => (read.push(name), make()), lasts);
    const awaited: typeof round.awaited = (name, key, make) =>
      round.awaited(name, key, () => (read.push(name), make()));
    await load(memoryFiles(contents), { ...round, of, awaited });
    await round.end();
    return read;
  };

  const kept = async (): Promise<Readings> => {
    const readings = frozenReadings();
    await readAgain(project(), readings);
    return readings;
  };

  const changed = (file: string, from: string, to: string): Texts => {
    const text = project()[file] ?? '';
    expect(text).toContain(from);
    return { ...project(), [file]: text.replace(from, to) };
  };

  const LIBRARY = [FACTS, 'sources/library/okoro-2025.md'];
  const PACKS = [PACK, OTHER];
  const [TEMPLATE, VOCABULARY, AUDIENCES] = [
    'templates/brief/template.yaml',
    'sources/vocabulary.yaml',
    'sources/audiences.yaml',
  ] as const;

  test.each<readonly [string, string, string, string, readonly string[]]>([
    ['a source: it alone', FACTS, 'Not so.', 'No.', [FACTS]],
    ['an id: its source alone', FACTS, '#fact-1 ', '#fact-2 ', [FACTS]],
    ['a pack: it alone', OTHER, 'Another', 'Other', [OTHER]],
    ['a topic’s name: the vocabulary alone', VOCABULARY, 'Funding', 'Money', [VOCABULARY]],
    ['a kind: all that it may stand in', VOCABULARY, 'Myth', 'Fable', [VOCABULARY, TEMPLATE, ...LIBRARY]],
    ['an audience’s name: it alone', AUDIENCES, 'the press', 'press', [AUDIENCES]],
    [
      'an audience’s template: packs too',
      AUDIENCES,
      'template: brief',
      'template: other',
      [AUDIENCES, ...PACKS],
    ],
    ['a slot’s title: the template alone', TEMPLATE, 'The facts', 'Facts', [TEMPLATE]],
    ['a figure: its table alone', TABLE, '303.9', '304.9', ['sources/data/councils.yaml']],
    [
      'a description: its table alone',
      'sources/data/seats.yaml',
      'by seat',
      'by place',
      ['sources/data/seats.yaml'],
    ],
    ['a picture: it alone', PICTURE, 'width="9"', 'width="8"', [PICTURE]],
    ['a slot’s most: packs too', TEMPLATE, 'max: 4', 'max: 5', [TEMPLATE, ...PACKS]],
  ])('%s', async (_what, file, from, to, expected) => {
    expect(await readAgain(changed(file, from, to), await kept())).toEqual(expected);
  });

  test('nothing where nothing has changed, in this process and in the next', async () => {
    const store = await newStore();
    const readings = frozenReadings(store);
    expect(await readAgain(project(), readings)).toHaveLength(12);
    expect(await readAgain(project(), readings)).toEqual([]);
    expect(await readAgain(project(), frozenReadings(store))).toEqual([]);
  });

  test('everything by another despatch', async () => {
    const store = await newStore();
    await readAgain(project(), frozenReadings(store));
    expect(await readAgain(project(), frozenReadings(store, 'other'))).toHaveLength(12);
  });

  test('a source of which a passage is withdrawn, in each process: what it says does not lie in the store', async () => {
    const store = await newStore();
    await readAgain(project(), frozenReadings(store));
    const says = async (words: string) => Buffer.from((await store.readings()) ?? []).includes(words);
    expect(await says('Not so.')).toBe(true);
    const withdrawn = changed(FACTS, '#answer', '#answer status=withdrawn');
    const readings = frozenReadings(store);
    expect(await readAgain(withdrawn, readings)).toEqual([FACTS]);
    expect(await says('Not so.')).toBe(false);
    expect(await readAgain(withdrawn, readings)).toEqual([]);
    expect(await readAgain(withdrawn, frozenReadings(store))).toEqual([FACTS]);
  });
});
