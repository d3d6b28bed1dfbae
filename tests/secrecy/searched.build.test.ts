/** What was found clean is searched again where anything is another of which that depends. */

import { expect, test } from 'vitest';
import { planAll } from '../../src/produce/planner.ts';
import { soughtIn } from '../../src/produce/leak-watch.ts';
import {
  DocumentReader,
  OFFICER,
  together,
  type ReaderContext,
  type Readers,
} from '../../src/secrecy/readers.ts';
import { Searched } from '../../src/secrecy/searched.ts';
import { source } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

const OCCASION: ReaderContext = {
  audience: 'mp',
  date: '2025-01-16',
  released: 0,
  pack: 'bill',
  edition: 'mp',
  row: { table: 'towns', key: 'A' },
};

const reader = (over: Partial<ReaderContext> = {}, known = 'fingerprint') =>
  new DocumentReader({ audiences: new Map() }, { ...OCCASION, ...over }, known);

const FILE: { path: string; hash: string; readers: readonly Readers[] } = {
  path: 'bill/mp.html',
  hash: 'hash',
  readers: [reader()],
};

const shelf = () => {
  let kept: string | null = null;
  const marked: string[] = [];
  return {
    marked,
    searched: async () => kept,
    keepSearched: async (text: string) => void (kept = text),
    keepMarksOf: (hash: string) => void marked.push(hash),
  };
};

/** Whether a file is still clean, after `FILE` was found to be. */
const isStillClean = async (file: typeof FILE, sought = 'sought', store = shelf()): Promise<boolean> => {
  const first = await Searched.of(store, 'sought');
  expect(first.isClean(FILE)).toBe(false);
  first.add(FILE);
  await first.end();
  return (await Searched.of(store, sought)).isClean(file);
};

test('the same file with the same readers is clean still, and its marks stay', async () => {
  const store = shelf();
  expect(await isStillClean({ ...FILE, readers: [reader()] }, 'sought', store)).toBe(true);
  expect(store.marked).toEqual(['hash']);
});

test.each([
  ['another file', { ...FILE, hash: 'other' }],
  ['another path', { ...FILE, path: 'bill/press.html' }],
  ['one more reader', { ...FILE, readers: [reader(), OFFICER] }],
  ['those who write', { ...FILE, readers: [OFFICER] }],
  ['everybody', { ...FILE, readers: [together('everybody', [reader(), reader({ audience: 'press' })])] }],
  ['another audience', { ...FILE, readers: [reader({ audience: 'press' })] }],
  ['another day', { ...FILE, readers: [reader({ date: '2025-01-17' })] }],
  ['another moment', { ...FILE, readers: [reader({ released: 1 })] }],
  ['another pack', { ...FILE, readers: [reader({ pack: 'other' })] }],
  ['another edition', { ...FILE, readers: [reader({ edition: 'other' })] }],
  ['another row', { ...FILE, readers: [reader({ row: { table: 'towns', key: 'B' } })] }],
  ['no row', { ...FILE, readers: [reader({ row: null })] }],
  ['other texts of its own', { ...FILE, readers: [reader({}, 'other')] }],
])('%s is searched', async (_what, file) => {
  expect(await isStillClean(file)).toBe(false);
});

test('all are searched where something else is sought', async () => {
  expect(await isStillClean(FILE, 'other')).toBe(false);
});

const PROJECT: Record<string, string> = {
  ...baseProject(),
  'sources/data/towns.csv': 'code,name,note,homes\nA,Leeds,Nothing,1\nB,York,Little,2\n',
  'sources/data/towns.yaml': `# For editors alone.
title: Towns
key: code
name: name
nation: England
columns:
  note: { column: note, label: Note, unit: text, source: okoro-2025, period: 2024 }
  homes: { column: homes, label: Homes, unit: homes, source: okoro-2025, period: 2024 }
`,
  'sources/packs/towns.yaml':
    'title: Towns\ndate: 2025-01-16\ntopics: [children]\nsummary: For :field[name].\neditions:\n  mp: { recipients: towns, headline: A town, template: brief }\n',
};

const soughtOf = async (over: Record<string, string> = {}): Promise<string> => {
  const { value, messages } = await planAll(memoryWorld({ ...PROJECT, ...over }));
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!value) throw new Error('the project has errors');
  return soughtIn(value);
};

/** A file with some words in the place of others. */
const edited = (path: string, words: string, others: string) => {
  const text = PROJECT[path] ?? '';
  expect(text).toContain(words);
  return { [path]: text.replace(words, others) };
};

test.each([
  ['a number of a table', edited('sources/data/towns.csv', 'Nothing,1', 'Nothing,3')],
  ['how a column is called', edited('sources/data/towns.yaml', 'label: Homes', 'label: Houses')],
])('%s changes nothing of what is sought', async (_what, change) => {
  expect(await soughtOf(change)).toBe(await soughtOf());
});

const more = (attributes: string) => ({
  'sources/library/more.md': source('2025-01-01', `::::context{#more${attributes}}\nMore.\n::::\n`),
});

test.each([
  ['a text of a row', edited('sources/data/towns.csv', 'Nothing', 'Everything')],
  ['the name of a row', edited('sources/data/towns.csv', 'Leeds', 'Hull')],
  ['what is written for editors', edited('sources/data/towns.yaml', 'For editors', 'For writers')],
  ['a summary', edited('sources/packs/towns.yaml', 'For :field', 'To :field')],
  ['a word of a template', edited('templates/brief/page.hbs', '<main>', '<main><p>Plovers</p>')],
  ['the name of an organisation', edited('sources/organisation.yaml', 'name: ', 'name: The ')],
  ['a passage', more('')],
])('%s changes what is sought', async (_what, change) => {
  expect(await soughtOf(change)).not.toBe(await soughtOf());
});

test.each([
  ['whom a passage is for', ' only=press'],
  ['whether it is withdrawn', ' status=withdrawn'],
  ['until when it is under embargo', ' embargo=2030-01-01'],
  ['until when it holds', ' expires=2030-01-01'],
])('%s changes what is sought', async (_what, attributes) => {
  expect(await soughtOf(more(attributes))).not.toBe(await soughtOf(more('')));
});
