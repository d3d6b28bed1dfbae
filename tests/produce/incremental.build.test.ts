import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import type { Store } from '../../src/world/world.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import { ANNEX_PARTS } from '../annex-parts.ts';
import { editOf, type Edit, type Texts } from '../edits.ts';
import { source, statistic } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { withTables } from '../tables.ts';
import { buildRequest, memoryWorld, type MemoryWorld } from '../world.ts';
import { frozenReadings } from '../readings.ts';
import { runs } from '../runs.ts';

/**
 * After any edits a build with a store, over the last output, gives the bytes and the messages of one from nothing: no
 * part of a document is missing in its fingerprint. Pages and texts alone, which need no browser; `memory.test.ts` prints.
 */

const RUNS = runs(6, 1000);

const PACK = 'sources/packs/bill.yaml';

const project = (): Texts => ({
  ...ANNEX_PARTS,
  ...baseProject(),
  'sources/library/facts.md': source(
    '2024-06',
    ['priority=1', 'topics=funding', 'from=okoro-2025', 'only=press']
      .map((attributes, index) => statistic(`fact-${index}`, attributes))
      .join('') +
      '\n::::context{#shown topics=funding area=Leeds}\nThe DfE shows ![Homes](../images/homes.svg).\n::::\n',
    'children',
  ),
  'sources/organisation.yaml': `${baseProject()['sources/organisation.yaml']}rules: { drifted-quotation: information, other-number: information, other-value: information, wrong-sum: information }\n`,
  'sources/images/homes.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="10"/></svg>\n',
  'templates/brief/page.hbs': (baseProject()['templates/brief/page.hbs'] ?? '').replace(
    '<main>',
    '<p>For {{audience.name}}{{#each editions}} <a href="{{href}}">{{name}}</a>{{/each}}</p><main>',
  ),
  'templates/styles/large-print.css': '@import "fonts.css"; body { font: 18pt "Source Sans 3"; }\n',
  'templates/brief/template.yaml': `name: One-page brief
page: { size: A4, margin: 18mm }
formats: [html, text]
headline: { words: 12 }
slots:
  asks: { title: What we ask, kinds: [ask], min: 1, max: 3, words: 25 }
  facts: { title: The facts, kinds: [statistic, quote, context], min: 1, ideal: 3, max: 6 }
`,
  'sources/packs/bill.yaml': `${baseProject()['sources/packs/bill.yaml']}  more: { audience: press, variants: [standard, large-print], annex: true, headline: Ask the DfE and the LA, summary: The DfE and MPs know each LA. }\n`,
  'sources/packs/other.yaml':
    'title: Another\ndate: 2025-03-01\ntopics: [funding]\neditions: { mp: { area: Leeds, annex: true } }\n',
  'sources/library/kept.md': `${source('2024-05', '', 'funding').replace('\ntype:', '\noriginal: originals/kept.txt\ntype:')}${[
    'measure=homes value=33 derived="@second + 1"',
    'measure=homes value=5',
    'review=2025-06-01 only=press supersedes=first',
  ]
    .map((attributes, index) =>
      statistic(['first', 'second', 'third'][index] ?? '', attributes, 'There are 33 of 5.'),
    )
    .join('')}::::context{#fourth rests-on="There are 5 homes"}\nThere are homes.\n::::\n`,
  'sources/originals/kept.txt': 'There are 5 homes, and new ones.\n',
});

/** Words by which another of a file may be replaced: some name things of the project, so that edits of names hold. */
const WORDS = [
  'DfE',
  'LA',
  'funding',
  'children',
  'press',
  'mp',
  '2024',
  '5',
  'draft',
  'Leeds',
  'England',
  'new',
];

/** The files that are edited: the small ones that all documents read more often. */
const FILES = Object.keys(project())
  .filter((path) => project()[path] !== ANNEX_PARTS[path])
  .flatMap((path) => (/^sources\/\w+\.yaml$/u.test(path) ? Array.from({ length: 5 }, () => path) : [path]));

const told = (messages: readonly Message[]) => messages.map((message) => JSON.stringify(message)).toSorted();

test(
  'after any edits a build gives what one from nothing gives',
  { timeout: Math.max(180_000, RUNS * 3000) },
  async () => {
    let right = 0;
    const holds = async (edits: readonly (readonly Edit[])[]): Promise<void> => {
      const store = diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-incremental-')), 'store'));
      const contents = project();
      let before: ReadonlyMap<string, Uint8Array> = new Map();
      for (const some of [[], ...edits]) {
        const tried = { ...contents };
        for (const change of some) change(tried);
        const [again, anew] = [
          memoryWorld(tried, { before, store }),
          memoryWorld(tried, { readings: frozenReadings() }),
        ];
        const [made, clean] = [await build(again, buildRequest()), await build(anew, buildRequest())];
        expect(told(made.messages)).toEqual(told(clean.messages));
        // Where an edit changes nothing, nothing is written again.
        expect(made.value ? (again.written ?? before) : null).toEqual(anew.written);
        if (!anew.written) continue;
        right += 1;
        before = anew.written;
        Object.assign(contents, tried);
      }
    };
    const builds = fc.array(fc.array(editOf(FILES, WORDS), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(fc.asyncProperty(builds, holds), { numRuns: RUNS });
    // Many edits break the project: those that do not are what this is about.
    expect(right).toBeGreaterThan(RUNS);
  },
);

/** An edition for each seat, with what is for all of them and what is each one's own. */
const forSeats = (): Texts => {
  const contents = withTables(project()) as Texts;
  edited(contents, [
    PACK,
    'headline: Keep families together',
    'recipients: seats\n    headline: What the DfE owes :field[name]\n    summary: The LA had :field[children]{period=2023} children.',
  ]);
  contents['sources/library/own.md'] = source(
    '2024-06',
    '\n::::context{#own topics=funding}\nIn :field[name] the DfE counts :field[children]{period=2023} in care.\n::::\n',
    'children',
  );
  return contents;
};

type Replacement = readonly [file: string, words: string, others: string];

const edited = (contents: Texts, [file, words, others]: Replacement): Texts => {
  const text = contents[file] ?? '';
  if (!text.includes(words)) throw new Error(`${file} has no ${words}`);
  contents[file] = text.replace(words, others);
  return contents;
};

const EDITS: readonly Replacement[] = [
  [PACK, 'owes :field', 'does for :field'],
  [PACK, 'The LA had', 'Here were'],
  [PACK, 'event: Second', 'event: Third'],
  [PACK, 'title: The Bill', 'title: The Act'],
  [PACK, 'max: 2', 'max: 1'],
  [PACK, 'press: {', 'press: { area: Leeds,'],
  [PACK, 'topics: [children', 'topics: [funding, children'],
  ['sources/library/own.md', 'counts', 'finds'],
  ['sources/library/own.md', 'title:', 'title: New'],
  ['sources/vocabulary.yaml', 'Department for Education', 'Department of Education'],
  ['sources/vocabulary.yaml', 'expansion: local authority', 'expansion: local council'],
  ['sources/vocabulary.yaml', ', expand: never', ''],
  ['sources/vocabulary.yaml', 'funding: Funding', 'funding: Money'],
  ['sources/audiences.yaml', 'Members of Parliament', 'Honourable Members'],
  ['sources/audiences.yaml', 'the press', 'the papers'],
  ['sources/organisation.yaml', 'short: SWC', 'short: SW'],
  ['sources/data/seats.csv', ',10,12,', ',10,13,'],
  ['sources/data/seats.csv', ',10,12,', ',11,12,'],
  ['sources/data/seats.csv', 'Ann Ross', 'Anne Ross'],
  ['sources/data/seats.csv', 'North, East', 'East'],
  ['sources/data/seats.yaml', 'title: Children in care by seat', 'title: Children in care'],
  ['sources/data/seats.yaml', 'source: okoro-2025', 'source: facts'],
  ['templates/brief/template.yaml', 'The facts', 'The figures'],
];

describe('of an edition for recipients it does', () => {
  let store: Store;
  let last: MemoryWorld;
  beforeAll(async () => {
    store = diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-incremental-')), 'store'));
    last = memoryWorld(forSeats(), { store });
    const { value } = await build(last, buildRequest());
    expect(value?.made.filter(({ recipient }) => recipient)).toHaveLength(2);
  });

  // Each is built over the one before.
  test.each(EDITS)('where in %s “%s” is “%s”', async (...edit) => {
    const contents = edited(forSeats(), edit);
    const again = memoryWorld(contents, { store, before: last.written ?? new Map() });
    const anew = memoryWorld(contents);
    const [made, clean] = [await build(again, buildRequest()), await build(anew, buildRequest())];
    expect(told(made.messages)).toEqual(told(clean.messages));
    expect(clean.value).not.toBeNull();
    expect(again.written).toEqual(anew.written);
    last = again;
  });
});
