/** What was found clean is searched again for what is another since. */

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
import { held, type HeldText } from '../../src/secrecy/held-text.ts';
import { Searched } from '../../src/secrecy/searched.ts';
import { Secrets } from '../../src/secrecy/secrets.ts';
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

const said = (words: string): HeldText =>
  held('a text', { file: '', line: 1, column: 1 }, { is: 'officer' }, [words]);

const NONE = { words: new Set<string>(), names: new Set<string>() };

const soughtAs = (hash: string, ...words: readonly string[]) => ({
  hash,
  secrets: new Secrets(words.map(said), NONE),
});

const SOUGHT = soughtAs('sought', 'kestrels come');

/** What is sought in a file, after `FILE` was found clean: all, what was not sought then, or nothing. */
const leftIn = async (
  file: typeof FILE,
  { sought = SOUGHT, engine = 'engine', store = shelf() } = {},
): Promise<readonly string[] | null> => {
  const first = await Searched.of(store, 'engine', SOUGHT);
  expect(first.leftIn(FILE)).toBe(SOUGHT.secrets.all);
  first.add(FILE);
  await first.end();
  const left = (await Searched.of(store, engine, sought)).leftIn(file);
  return left && Array.from(left, ({ words }) => words.join(' '));
};

test('in the same file nothing is sought for the same readers, and its marks stay', async () => {
  const store = shelf();
  expect(await leftIn({ ...FILE, readers: [reader()] }, { store })).toBeNull();
  expect(store.marked).toEqual(['hash']);
});

test('nor where something else is told that is no other secret', async () => {
  expect(await leftIn(FILE, { sought: soughtAs('other', 'kestrels come') })).toBeNull();
});

test('where more is kept, that alone is sought', async () => {
  const store = shelf();
  const sought = soughtAs('other', 'kestrels come', 'plovers come');
  expect(await leftIn(FILE, { sought, store })).toEqual(['plovers come']);
  expect(store.marked).toEqual([]);
});

test('what is sought by the same despatch alone counts', async () => {
  expect(await leftIn(FILE, { engine: 'other' })).toEqual(['kestrels come']);
});

test('what was sought is known from one search to the one after the next', async () => {
  const store = shelf();
  for (const hash of ['one', 'one', 'two']) {
    const searched = await Searched.of(store, 'engine', soughtAs(hash, 'kestrels come'));
    searched.add(FILE);
    await searched.end();
  }
  expect((await Searched.of(store, 'engine', soughtAs('three', 'kestrels come'))).leftIn(FILE)).toBeNull();
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
  expect(await leftIn(file)).toEqual(['kestrels come']);
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
