import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Printer, Store } from '../../src/world/world.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import { source, statistic } from '../loaded.ts';
import { sharedPrinter } from '../print/press.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld, type MemoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

/** Builds with a store: the same bytes as without, and nothing printed that was printed before. */

const printer = sharedPrinter();

const PAGE = `{{#> page}}<main id="page--main"><h1>{{headline}}</h1>
{{#with slots.facts}}{{#each items}}<div>{{html}}</div>{{/each}}{{/with}}</main>
{{#each further}}<p data-web>{{kind}}: {{text}} {{#if source}}{{source}}{{/if}}</p>{{/each}}
<footer>{{> notes}}</footer>{{/page}}`;

const FACTS = 'sources/library/facts.md';
const PACK = 'sources/packs/bill.yaml';
const TEMPLATE = 'templates/brief/template.yaml';

const long = (id: string, attributes: string) =>
  statistic(id, attributes, `Of ${id} this is known: ${'councils say so '.repeat(30)}and no more.`);

const project = (): Record<string, string> => ({
  ...baseProject(),
  [FACTS]: source(
    '2024-06',
    ['1', '2', '3', '4', '5'].map((one) => long(`fact-${one}`, `priority=${one}`)).join('') +
      statistic('reserve', 'priority=5', 'A short one, by the DfE.'),
  ).replace('type: report', 'type: report\nurl: https://example.org/facts\naccessed: 2025-01-02'),
  'templates/partials/page.hbs': readFileSync('templates/partials/page.hbs', 'utf8'),
  'templates/brief/page.hbs': PAGE,
  [TEMPLATE]: `name: Brief
page: { size: A5, margin: 15mm }
pages: { max: 1 }
type: { size: 11pt, min: 10pt, max: 12pt }
slots:
  facts: { title: The facts, kinds: [statistic], min: 2, ideal: 5, max: 8 }
`,
  [PACK]: `title: The Bill
date: 2025-01-16
topics: [children]
editions:
  mp: { slots: { facts: { passages: [fact-1] } } }
  press: { slots: { facts: { passages: [fact-1] } } }
`,
});

/** A world with a store whose printer notes what it prints. */
const worldOf = (contents: Record<string, string>, store?: Store, engine = 'engine') => {
  const printed: string[] = [];
  const openPrinter = async (): Promise<Printer> => ({
    ...printer(),
    print: (job) => {
      printed.push(job.path);
      return printer().print(job);
    },
    close: async () => {},
  });
  const world: MemoryWorld = memoryWorld(contents, { openPrinter, ...(store ? { store } : {}) });
  return { world: Object.assign(world, { engine: async () => engine }), printed };
};

const newStore = async () => diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-memory-')), 'store'));

const outputOf = ({ written }: MemoryWorld) =>
  Object.fromEntries(
    [...(written ?? [])].map(([path, some]) => [path, Buffer.from(some).toString('latin1')]),
  );

let store: Store;
beforeAll(async () => {
  store = await newStore();
  const { world, printed } = worldOf(project(), store);
  expect(besidesStyle((await build(world, buildRequest())).messages)).toEqual([]);
  expect(new Set(printed)).toEqual(new Set(['bill/mp.html', 'bill/press.html']));
});

test.each([
  ['into a new folder', false],
  ['over the last build', true],
])('what has not changed is not printed again %s, and is the same', async (_, isOver) => {
  const [again, anew] = [worldOf(project(), store), worldOf(project())];
  if (isOver) {
    const first = worldOf(project(), store);
    await build(first.world, buildRequest());
    again.world.written = first.world.written;
  }
  await build(again.world, buildRequest());
  await build(anew.world, buildRequest());
  expect(again.printed).toEqual([]);
  expect(outputOf(again.world)).toEqual(outputOf(anew.world));
});

/** Edits of a project: of which documents they make others. */
const EDITS: readonly [string, readonly string[], (contents: Record<string, string>) => void][] = [
  ['a comment and a line more in the library', [], (all) => (all[FACTS] = `${all[FACTS]}\nNot for print.\n`)],
  [
    'lines before the passages',
    [],
    (all) =>
      (all[FACTS] = String(all[FACTS]).replace('::::statistic{#fact-1', 'A note.\n\n::::statistic{#fact-1')),
  ],
  [
    'a passage that is in no document',
    [],
    (all) => (all['sources/library/more.md'] = source('2024', statistic('more'), 'funding')),
  ],
  [
    'a passage of both',
    ['mp', 'press'],
    (all) => (all[FACTS] = String(all[FACTS]).replace('Of fact-1', 'Now of it')),
  ],
  [
    'one that was left out',
    ['mp', 'press'],
    (all) => (all[FACTS] = String(all[FACTS]).replace('Of fact-5', 'Now of it')),
  ],
  [
    'one of the reserve',
    ['mp', 'press'],
    (all) => (all[FACTS] = String(all[FACTS]).replace('A short one', 'A shorter one')),
  ],
  [
    'a wording for one audience',
    ['press'],
    (all) =>
      (all[FACTS] = String(all[FACTS]).replace(
        'A short one, by the DfE.',
        'A short one, by the DfE.\n\n:::wording{for=press}\nFor the press.\n:::',
      )),
  ],
  [
    'when its source was read',
    ['mp', 'press'],
    (all) => (all[FACTS] = String(all[FACTS]).replace('2025-01-02', '2025-01-03')),
  ],
  ['a headline', ['mp'], (all) => (all[PACK] = String(all[PACK]).replace('mp: { ', 'mp: { headline: New, '))],
  [
    'the contract',
    ['mp', 'press'],
    (all) => (all[TEMPLATE] = String(all[TEMPLATE]).replace('min: 10pt', 'min: 10.5pt')),
  ],
  [
    'what the template says of what was left out',
    ['mp', 'press'],
    (all) => (all['templates/brief/page.hbs'] = PAGE.replace('{{kind}}: ', '{{kind}} – ')),
  ],
  [
    'a partial',
    ['mp', 'press'],
    (all) =>
      (all['templates/partials/page.hbs'] = String(all['templates/partials/page.hbs']).replace(
        '<body',
        '<body id="top"',
      )),
  ],
  [
    'the style',
    ['mp', 'press'],
    (all) => (all['templates/brief/style.css'] = `${all['templates/brief/style.css']}\nh1 { color: #333 }\n`),
  ],
  [
    'an expansion',
    ['mp', 'press'],
    (all) =>
      (all['sources/vocabulary.yaml'] = String(all['sources/vocabulary.yaml']).replace(
        'Department for Education',
        'Education Department',
      )),
  ],
  [
    'the address of the organisation',
    ['mp', 'press'],
    (all) =>
      (all['sources/organisation.yaml'] = String(all['sources/organisation.yaml']).replaceAll(
        '1 Mill Lane',
        '2 Mill Lane',
      )),
  ],
];

describe('after an edit the documents are those of a build without a store, and no others are printed', () => {
  test.each(EDITS)('%s', async (_, others, edit) => {
    const contents = project();
    edit(contents);
    // Each edit meets the store as the first build left it.
    const fresh = await newStore();
    await build(worldOf(project(), fresh).world, buildRequest());
    const [again, anew] = [worldOf(contents, fresh), worldOf(contents)];
    await build(again.world, buildRequest());
    await build(anew.world, buildRequest());
    expect(new Set(again.printed)).toEqual(new Set(others.map((name) => `bill/${name}.html`)));
    expect(outputOf(again.world)).toEqual(outputOf(anew.world));
  });
});

test('another engine makes everything anew', async () => {
  const fresh = await newStore();
  await build(worldOf(project(), fresh).world, buildRequest());
  const other = worldOf(project(), fresh, 'another');
  await build(other.world, buildRequest());
  expect(new Set(other.printed).size).toBe(2);
});

test('a document of which there is something to tell is made each time, and told of', async () => {
  const fresh = await newStore();
  const contents = project();
  // Wider than its slot allows in words, and only in the reserve: it is told when it is taken in.
  contents[TEMPLATE] = String(contents[TEMPLATE]).replace('max: 8 }', 'max: 8, words: 3 }');
  for (const _ of [1, 2]) {
    const { world } = worldOf(contents, fresh);
    const { messages } = await build(world, buildRequest({ audiences: ['mp'] }));
    expect(messages.length).toBeGreaterThan(0);
  }
});

test('what is withdrawn leaves the store with the next build, a narrowed one too', async () => {
  for (const over of [{}, { audiences: ['press'] }]) {
    const fresh = await newStore();
    const seen: (readonly string[])[] = [];
    await build(worldOf(project(), fresh).world, buildRequest());
    const contents = project();
    contents[FACTS] = String(contents[FACTS]).replace('#fact-2 ', '#fact-2 status=withdrawn ');
    const { world } = worldOf(contents, fresh);
    await build(Object.assign(world, {}), buildRequest(over));
    await fresh.forget((_, { passages }) => {
      seen.push(passages);
      return true;
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.flat()).not.toContain('fact-2');
  }
});

test('browsers end before the pages of the site are made, and the build after them', async () => {
  const { world } = worldOf(project());
  const events: string[] = [];
  const output: typeof world.output = {
    ...world.output,
    begin: async () => {
      const fresh = await world.output.begin();
      const write: typeof fresh.write = async (path, content) => {
        if (path === 'index.html') events.push('desk');
        await fresh.write(path, content);
      };
      return { ...fresh, write };
    },
  };
  const close = async (): Promise<void> => {
    events.push('closing');
    await vi.waitFor(() => expect(world.written).not.toBeNull());
    events.push('closed');
  };
  const openPrinter = async (): Promise<Printer> => ({ ...printer(), close });
  await build({ ...world, output, openPrinter }, buildRequest());
  expect(events).toEqual(['closing', 'desk', 'closed']);
});
