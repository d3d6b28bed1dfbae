import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { explainedText } from '../../src/cli/explained.ts';
import { builtText } from '../../src/cli/results.ts';
import { explain } from '../../src/commands/explain.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { source, statistic } from '../loaded.ts';
import { sharedPrinter } from '../print/press.ts';
import { baseProject, type Contents } from '../project.ts';
import { buildRequest, memoryWorld, textOf, type MemoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const printer = sharedPrinter();

/** A statistic of so many words. */
const long = (id: string, words: number, attributes = ''): string =>
  statistic(
    id,
    attributes,
    `Of ${id} this much is known: ${'councils say so '.repeat(words / 3)}and no more.`,
  );

const PAGE = `{{#> page}}<header><h1>{{headline}}</h1><p>{{organisation.name}}, {{date.text}}</p></header>
<main id="page--main">{{> slot slot=slots.asks}}{{#with slots.facts}}<section><h2>{{title}}</h2>{{#each items}}<div>{{html}}</div>{{/each}}</section>{{/with}}</main>
<footer>{{> notes}}{{#if embargo}}<p>{{embargo.text}}</p>{{/if}}</footer>{{/page}}`;

const project = (library: string, facts = 'min: 2, ideal: 6, max: 8'): Contents => ({
  ...baseProject(),
  'sources/library/facts.md': source('2024-06', library),
  'templates/partials/page.hbs': readFileSync('templates/partials/page.hbs', 'utf8'),
  'templates/brief/page.hbs': PAGE,
  'templates/brief/template.yaml': `name: Brief
page: { size: A5, margin: 15mm }
pages: { max: 1 }
type: { size: 11pt, min: 10pt, max: 12pt }
slots:
  asks: { title: What we ask, kinds: [ask], min: 1, max: 3 }
  facts: { title: The facts, kinds: [statistic], ${facts} }
`,
  'sources/packs/bill.yaml': `title: The Bill
short: bill
date: 2025-01-16
topics: [children]
editions: [mp, press]
`,
});

const world = (contents: Contents, before?: MemoryWorld): MemoryWorld =>
  memoryWorld(contents, {
    openPrinter: async () => ({ ...printer(), close: async () => {} }),
    ...(before?.written ? { before: before.written } : {}),
  });

const mp = (made: MemoryWorld) =>
  (JSON.parse(textOf(made.written, 'manifest.json')) as Manifest).documents[0];

const LIBRARY =
  long('kept', 60, 'priority=1') +
  long('second', 60, 'priority=2') +
  long('third', 60) +
  long('fifth', 60, 'priority=5') +
  long('fourth', 60, 'priority=4');

describe('a document with too much for its page', () => {
  let made: MemoryWorld;
  let said: string;
  beforeAll(async () => {
    made = world(project(LIBRARY));
    const { value, messages } = await build(made, buildRequest());
    expect(besidesStyle(messages)).toEqual([]);
    said = value ? builtText(value, 'output') : '';
  });

  test('drops the last in rank and keeps its page; the manifest and the report say so', async () => {
    const entry = mp(made);
    expect((await readPdf(made.written?.get('bill/mp.pdf') ?? new Uint8Array())).pages).toHaveLength(1);
    expect(entry?.fit?.dropped.slice(0, 2)).toEqual(['fifth', 'fourth']);
    expect(entry?.passages).toContain('kept');
    expect(entry?.passages).not.toContain('fifth');
    expect(entry?.fit?.size).toBeGreaterThanOrEqual(10);
    expect(said).toMatch(/bill\/mp .*1 page .*pt \(\d+%\), without fifth, fourth/u);
  });

  test('names what was dropped on the web page alone, outside its main part, with its source', () => {
    const html = textOf(made.written, 'bill/mp.html');
    const [main = '', after = ''] = html.split('</main>');
    expect(main).not.toContain('Of fifth');
    expect(after).toMatch(/<section class="further"[^>]*data-web/u);
    expect(after).toMatch(/<li id="fifth">Statistic: Of fifth .* …/u);
    expect(after).toContain('<cite>');
  });

  test('explain says what was left out to fit, and why it was chosen', async () => {
    const { value } = await explain(made, 'bill', 'mp');
    const text = value ? explainedText(value) : '';
    expect(text).toMatch(/left out[^]*fifth +left out of `facts` when it was last fitted: number \d/u);
  });

  test('is built again without PDF as it was fitted', async () => {
    const again = world(project(LIBRARY), made);
    const { value } = await build(again, buildRequest({ formats: ['html'] }));
    expect(value?.unfitted).toEqual([]);
    expect(mp(again)?.fit).toEqual(mp(made)?.fit);
    expect(mp(again)?.passages).toEqual(mp(made)?.passages);
    expect(textOf(again.written, 'bill/mp.html').split('</main>')[0]).toContain('Of kept');
    expect(textOf(again.written, 'bill/mp.html').split('</main>')[0]).not.toContain('Of fifth');
  });

  test('shows all, and says so, where it was never fitted or has changed since', async () => {
    const changed = LIBRARY.replace('Of second', 'Of the second');
    for (const again of [world(project(LIBRARY)), world(project(changed), made)]) {
      const { value } = await build(again, buildRequest({ formats: ['html'] }));
      expect(value?.unfitted).toEqual(['bill/mp', 'bill/press']);
      expect(value?.made[0]?.fit).toBeUndefined();
      expect(textOf(again.written, 'bill/mp.html').split('</main>')[0]).toContain('Of fifth');
    }
  });

  test('is carried over by a narrowed build, and out of date only when something changes', async () => {
    const same = world(project(LIBRARY), made);
    expect((await build(same, buildRequest({ audiences: ['press'] }))).value?.outdated).toEqual([]);
    expect(mp(same)).toEqual(mp(made));
    const more = world(project(LIBRARY + long('sixth', 30, 'priority=5')), made);
    expect((await build(more, buildRequest({ audiences: ['press'] }))).value?.outdated).toEqual(['bill/mp']);
  });
});

test('a passage that is too long for the page costs no other its place, nor makes the type larger', async () => {
  const big = project(LIBRARY + long('big', 720, 'priority=5'), 'min: 2, ideal: 6, max: 6');
  big['sources/packs/bill.yaml'] = String(big['sources/packs/bill.yaml']).replace(
    'editions: [mp, press]',
    'editions:\n  mp:\n    slots: { facts: { passages: [big] } }\n  press:',
  );
  const [made, without] = [world(big), world(project(LIBRARY, 'min: 2, ideal: 5, max: 5'))];
  expect(besidesStyle((await build(made, buildRequest({ audiences: ['mp'] }))).messages)).toEqual([]);
  await build(without, buildRequest({ audiences: ['mp'] }));
  const { dropped = [], size } = mp(without)?.fit ?? {};
  expect(mp(made)?.fit).toMatchObject({ dropped: [...dropped, 'big'], size });
  expect(mp(made)?.passages).toEqual(mp(without)?.passages);
  expect(dropped.length).toBeLessThan(4);
});

test('a document with room to spare is set larger and takes in more than the ideal number', async () => {
  const made = world(project(LIBRARY, 'min: 1, ideal: 1, max: 3'));
  await build(made, buildRequest());
  expect(mp(made)?.fit).toMatchObject({ dropped: [] });
  expect(mp(made)?.fit?.added[0]).toBe('kept');
  expect(mp(made)?.fit?.scale).toBeGreaterThan(1);
  const { value } = await explain(made, 'bill', 'mp');
  expect(value ? explainedText(value) : '').toMatch(/kept +taken in when it was last fitted/u);
});

test('what is found in passages that are taken in is told, and nothing of those that are not', async () => {
  const wordy = [1, 2, 3, 4, 5, 6].map((one) => long(`wordy-${one}`, 45)).join('');
  const made = world(project(wordy, 'min: 1, ideal: 1, max: 7, words: 40'));
  const messages = besidesStyle((await build(made, buildRequest({ audiences: ['mp'] }))).messages);
  const added = mp(made)?.fit?.added ?? [];
  expect(added.length).toBeGreaterThan(0);
  expect(added.length).toBeLessThan(6);
  const lines = source('2024-06', wordy).split('\n');
  const told = messages.map(({ place }) => lines[(place?.line ?? 0) - 1] ?? '');
  expect(messages.every(({ rule }) => rule === 'too-many-words')).toBe(true);
  expect(told.map((line) => /#([\w-]+)/u.exec(line)?.[1])).toEqual(added);
});

test('a document that runs over whatever it gives says by how much, and how tall each passage is', async () => {
  const contents = project(long('kept', 300, 'priority=1') + long('other', 150, 'priority=1'), 'min: 1');
  const made = world(contents);
  const { value, messages: all } = await build(made, buildRequest({ audiences: ['mp'] }));
  const messages = besidesStyle(all);
  expect(value).toBeNull();
  expect(made.written).toBeNull();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    rule: 'page-contract',
    severity: 'error',
    place: { file: 'sources/packs/bill.yaml' },
  });
  expect(messages[0]?.text).toMatch(/bill\/mp runs \d+\.\d mm over its 1 page/u);
  expect(messages[0]?.related?.map(({ text }) => text).slice(0, 3)).toEqual([
    'the contract of the template `brief`',
    expect.stringMatching(/^`kept` is \d{2,3}\.\d mm tall, priority 1$/u),
    expect.stringMatching(/^`other` is \d{2}\.\d mm tall, priority 1$/u),
  ]);
  const checked = await check(made, { documents: true, today: '2025-01-16' });
  expect(besidesStyle(checked.messages).map(({ rule }) => rule)).toEqual(['page-contract', 'page-contract']);
});
