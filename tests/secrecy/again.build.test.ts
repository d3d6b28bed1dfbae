/** Documents that were made before are searched again, and without being read where nothing has changed. */

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import type { Output, Store } from '../../src/world/world.ts';
import { sha256 } from '../../src/model/hash.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const TOLD = 'kestrels plovers lapwings curlews herons wrens';

const letters = (text: string) =>
  `---\ntitle: Letters\npublisher: Office of Homes\nissued: 2025-01-01\ntype: letter\ntopics: children\n---\n\n${text}\n`;

/** A template that says what no passage gives it. */
const project = (library: string) => {
  const base = baseProject();
  return {
    ...base,
    'sources/library/letters.md': letters(library),
    'templates/brief/template.yaml': (base['templates/brief/template.yaml'] ?? '').replace(
      'slots:',
      'formats: [html, text]\nslots:',
    ),
    'templates/brief/page.hbs': (base['templates/brief/page.hbs'] ?? '').replace(
      '<main>',
      `<main><p>${TOLD}</p>`,
    ),
  };
};

const OPEN = `::::context{#birds}\nBirds come.\n::::`;
const RESTRICTED = `${OPEN}\n\n::::context{#kept only=press}\n${TOLD}.\n::::`;

const newStore = async (): Promise<Store> =>
  diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-leaks-')), 'store'));

const builds = async (
  store: Store | null,
  second: Partial<Request> = {},
  opened = OPEN,
  then = RESTRICTED,
) => {
  const shelf = store ? { store } : {};
  const first = memoryWorld(project(opened), shelf);
  const { messages } = await build(first, buildRequest());
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const again = memoryWorld(project(then), { ...shelf, before: first.written ?? new Map() });
  const after = await build(again, buildRequest(second));
  expect(again.written).toBeNull();
  return after.messages.filter(({ severity }) => severity === 'error');
};

test('a document of the store tells what has been restricted since', async () => {
  const told = await builds(await newStore());
  expect(new Set(told.map(({ rule }) => rule))).toEqual(new Set(['leak']));
  expect(told.map(({ text }) => text).join()).toContain('`bill/mp.html` tells Members of Parliament');
});

const kept = (attributes: string) => `${OPEN}\n\n::::context{#kept${attributes}}\n${TOLD}.\n::::`;
const SAID = `\n\n::::context{#said}\nSome say ${TOLD}.\n::::`;

test.each([
  ['was for all', kept(''), kept(' only=press')],
  ['was for its readers', kept(' only="mp press"'), kept(' only=press')],
  ['was said by another, which is gone', kept(' only=press') + SAID, kept(' only=press')],
])('so does one of what %s', async (_what, before, after) => {
  const told = await builds(await newStore(), {}, before, after);
  expect(told.map(({ text }) => text).join()).toContain('`bill/mp.html` tells Members of Parliament');
});

test('so does one that a narrowed build would carry over', async () => {
  const told = await builds(null, { audiences: ['press'] });
  expect(told.map(({ text }) => text).join()).toContain('`bill/mp.txt` tells Members of Parliament');
  expect(told[0]?.remedy).toContain('an earlier build');
});

test('what was searched before is not read again', async () => {
  const store = await newStore();
  const read = { asked: 0, kept: 0 };
  const counting: Store = {
    ...store,
    marks: async (hash) => {
      const marks = await store.marks(hash);
      if (marks) read.kept += 1;
      else read.asked += 1;
      return marks;
    },
  };
  const sound = {
    ...project(OPEN),
    'sources/library/more.md': letters(`::::context{#more only=press}\nMore come here.\n::::`),
  };
  const first = memoryWorld(project(OPEN), { store: counting });
  await build(first, buildRequest());
  const { asked } = read;
  expect(asked).toBeGreaterThan(10);
  const again = memoryWorld(sound, { store: counting, before: first.written ?? new Map() });
  const opened: string[] = [];
  const output: Output = {
    ...again.output,
    begin: async () => {
      const fresh = await again.output.begin();
      const open: typeof fresh.read = (path) => {
        opened.push(path);
        return fresh.read(path);
      };
      return { ...fresh, read: open };
    },
  };
  await build({ ...again, output }, buildRequest());
  expect(opened).toContain('index.html');
  expect(opened.filter((path) => path.startsWith('bill/'))).toEqual([]);
  expect(read.kept).toBeGreaterThan(asked / 2);
  expect(read.asked).toBeLessThan(asked * 2);
});

test.each([
  ['the same despatch seeks nothing anew in what it has found clean', 'engine', false],
  ['another despatch does', 'other', true],
])('%s', async (_what, engine, isAnew) => {
  const store = await newStore();
  const sought: string[] = [];
  const watched: Store = { ...store, marks: (hash) => (sought.push(hash), store.marks(hash)) };
  const first = memoryWorld(project(OPEN), { store: watched });
  await build(first, buildRequest());
  const before = first.written ?? new Map<string, Uint8Array>();
  const again = memoryWorld(project(OPEN), { store: watched, before });
  const hashes = ['bill/mp.html', 'passages.html'].map((path) => sha256(before.get(path) ?? ''));
  expect(sought).toEqual(expect.arrayContaining(hashes));
  sought.length = 0;
  await build({ ...again, engine: async () => engine }, buildRequest({ today: '2025-01-17' }));
  expect(hashes.map((hash) => sought.includes(hash))).toEqual([isAnew, isAnew]);
});
