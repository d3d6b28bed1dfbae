import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseProject, memoryFiles } from '../project.ts';
import { loadShared } from '../readings.ts';
import { MISTAKES, valid } from './mistakes.ts';
import { runs } from '../runs.ts';

const FILE = 'sources/library/x.md';
const PACK = 'sources/packs/x.yaml';
const head = `${baseProject()['sources/library/okoro-2025.md']?.split('\n').slice(0, 10).join('\n')}\n`;

/** The rules of what is said, each once, and of which files. */
const rules = async (path: string, content: string | Uint8Array) => {
  const { messages } = await loadShared(memoryFiles({ ...baseProject(), [path]: content }));
  expect(messages.filter(({ place }) => place?.file !== path)).toEqual([]);
  return [...new Set(messages.map(({ rule }) => rule))];
};

/** As many signs as a file can hold. */
const MANY = runs(25_000, 100_000);

const passage = (text: string) => `${head}::::context{#x}\n${text}\n::::\n`;

/** What takes a reader minutes that looks at all of it. Each is refused at once, with the file's name. */
test.each([
  ['25,000 ratios in a passage', passage('a:a '.repeat(25_000)), ['too-long']],
  [
    '1,000 passages that are not closed',
    head + '::::context{#x}\ntext\n'.repeat(1000),
    ['not-closed', 'duplicate-passage'],
  ],
  ['10,000 comments in a line', head + '<!-- '.repeat(10_000), ['comment']],
  ['10,000 comments that are not closed', head + '<!--\n'.repeat(10_000), ['comment']],
  ['quotations in quotations', passage('> '.repeat(4000)), ['nesting']],
  ['lists in lists', passage('1. '.repeat(3000)), ['nesting']],
  ['stars', passage(`${'*'.repeat(runs(2000, 4000))}a${'*'.repeat(runs(2000, 4000))}`), ['nesting']],
  ['a line of colons', head + ':'.repeat(900_000), ['stray-fence']],
  ['a line of fences', head + '::::context{#a} '.repeat(50_000), ['fence-text', 'not-closed']],
  [
    'a fence of attributes',
    passage('x').replace('#x', `#x ${'a=b '.repeat(MANY)}`),
    ['unknown-attribute', 'attribute-twice'],
  ],
  ['front matter of brackets', `---\n${'['.repeat(MANY)}\n---\n`, ['yaml']],
])('%s', { timeout: 20_000 }, async (_name, content, expected) => {
  expect((await rules(FILE, content)).toSorted()).toEqual(expected.toSorted());
});

test.each([
  ['brackets', '['.repeat(MANY), ['yaml']],
  ['a key and blanks', `a${' '.repeat(400_000)}b\nx: y`, ['yaml']],
  ['blanks in quotation marks', `a: "b${' '.repeat(400_000)}c: d\nx`, ['yaml']],
  ['colons', `${'a:b '.repeat(MANY)}\nx: y`, ['yaml']],
  ['braces', '{a: '.repeat(MANY), ['yaml']],
  ['lists in lists', '- '.repeat(MANY), ['yaml']],
  ['levels', Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), ['nesting']],
  [
    'keys',
    Array.from({ length: MANY / 2 }, (_, index) => `k${index}: v`).join('\n'),
    ['missing-key', 'unknown-key'],
  ],
  ['one key', 'a: b\n'.repeat(MANY / 5), ['key-twice']],
  ['a key of every object', '__proto__: { title: x }', ['bad-key']],
  ['keys of every object', 'constructor: x\ntoString: y', ['missing-key', 'unknown-key']],
  ['a list', '- a', ['bad-value']],
  ['a word', 'a', ['bad-value']],
])('a pack of %s', { timeout: 20_000 }, async (_name, content, expected) => {
  expect((await rules(PACK, content)).toSorted()).toEqual(expected);
});

test('whatever bytes a file holds, loading it ends with messages', { timeout: 60_000 }, async () => {
  const scrap = fc.constantFrom(
    '::::',
    ':::',
    'ask',
    '{',
    '}',
    '#a',
    '="',
    '"',
    '\n',
    ' ',
    '---\n',
    '<!--',
    '-->',
    'title: ',
    '[',
    '- ',
    '|',
    '&a',
    '*a',
    '\t',
    '\u00a0',
    '“',
    '\\',
    ':field[x]',
    '```',
    '![',
    '](',
    '😀',
    '\r\n',
  );
  const text = fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join(''));
  const paths = [
    FILE,
    PACK,
    'sources/vocabulary.yaml',
    'sources/audiences.yaml',
    'sources/organisation.yaml',
    'templates/brief/template.yaml',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), text, fc.boolean(), async (path, text, front) => {
      const content = front ? head + text : text;
      const { messages } = await loadShared(memoryFiles({ ...baseProject(), [path]: content }));
      const lines = content.split('\n');
      const beyond = messages.filter(
        ({ place }) => place?.file === path && place.column > (lines[place.line - 1]?.length ?? -1) + 1,
      );
      expect(beyond).toEqual([]);
    }),
    { numRuns: runs(60, 5000) },
  );
});

test('however many mistakes a source has, loading it ends', { timeout: 60_000 }, async () => {
  const mistakes = fc.array(fc.tuple(fc.constantFrom(...Object.values(MISTAKES)), fc.nat()), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(valid, mistakes, async (source, mistakes) => {
      const slipped = mistakes.reduce((text, [mistake, at]) => mistake(text, at), source);
      const { messages } = await loadShared(memoryFiles({ ...baseProject(), [FILE]: slipped }));
      expect(messages.every(({ place }) => place !== undefined)).toBe(true);
    }),
    { numRuns: runs(20, 2000) },
  );
});

test(
  'a library full of unknown names is read in seconds, and every one is counted',
  { timeout: 20_000 },
  async () => {
    const names = (from: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${from}-${index}`);
    const vocabulary = `topics:\n${names('topic', runs(3000, 9000))
      .map((name) => `  ${name}: ${name}\n`)
      .join('')}`;
    const unknown = names('topik', runs(5000, 20_000));
    const passages = Array.from({ length: unknown.length / 200 }, (_, index) => {
      const topics = unknown.slice(index * 200, index * 200 + 200).join(' ');
      return `::::context{#p-${index} topics="${topics}"}\nText.\n::::\n`;
    });
    const files = {
      ...baseProject(),
      'sources/vocabulary.yaml': vocabulary,
      [FILE]: head + passages.join(''),
    };
    const { messages } = await loadShared(memoryFiles(files));
    const found = messages.filter(({ text }) => text.includes('topik-'));
    expect(found).toHaveLength(unknown.length);
    expect(found[0]?.remedy).toMatch(/Did you mean `topic-/u);
  },
);
