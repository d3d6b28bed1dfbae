import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { build } from '../src/commands/build.ts';
import { explain } from '../src/commands/explain.ts';
import { diskFiles } from '../src/world/disk-files.ts';
import { load } from '../src/load/load.ts';
import { KINDS, type Attribute } from '../src/model/kind.ts';
import { SOURCE_TYPES } from '../src/model/project.ts';
import type { Files } from '../src/world/world.ts';
import { QUESTIONS } from '../src/pdf/check/questions.ts';
import { ACCESSIBILITY } from '../src/pdf/check/rules.ts';
import { RULES } from '../src/rules/rules.ts';
import { memoryFiles } from './project.ts';
import { memoryWorld, textOf } from './world.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(`${ROOT}/${name}`, 'utf8');
const readme = read('README.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** The README's examples by the file that they are to be written to. */
const examples = Object.fromEntries(
  [...readme.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gmsu)].map(([, file = '', text = '']) => [file, text]),
);

/** This repository's project with files added. */
const withFiles = (added: Record<string, string>): Files => {
  const [disk, memory] = [diskFiles(ROOT), memoryFiles(added)];
  const list: Files['list'] = async (globs) =>
    [...new Set([...(await disk.list(globs)), ...(await memory.list(globs))])].toSorted();
  return {
    list,
    own: list,
    outward: async () => [],
    read: async (path) => (await memory.read(path)) ?? disk.read(path),
  };
};

/** The line that the README adds to the vocabulary. */
const topic = /^```yaml\n( {2}.*\n)```$/mu.exec(readme)?.[1] ?? '';

describe('the README', () => {
  test('names commands that there are', () => {
    const named = [...readme.matchAll(/npm (?:run -s )?(start|test|despatch)\b/gu)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(['start', 'test', 'despatch']));
    for (const name of new Set(named)) expect(scripts[name ?? '']).toBeTruthy();
  });

  test('gives a first pack that builds without a word of complaint', async () => {
    expect(Object.keys(examples)).toEqual(['sources/library/first.md', 'sources/packs/libraries.yaml']);
    const vocabulary = read('sources/vocabulary.yaml').replace(/^topics:\n/mu, (line) => `${line}${topic}`);
    const added = { ...examples, 'sources/vocabulary.yaml': vocabulary };
    const world = memoryWorld({}, { files: withFiles(added) });
    const request = {
      packs: ['libraries'],
      audiences: [],
      formats: ['html' as const],
      version: '0',
      today: '2026-03-09',
    };
    const { value, messages } = await build(world, request);
    expect(messages).toEqual([]);
    expect(value?.made.map(({ files }) => files.html)).toEqual(['libraries/mp.html']);
    expect(textOf(world.written, 'libraries/mp.html')).toContain('Give Leeds its Saturday libraries back');
    const explained = await explain(world, 'libraries', 'mp');
    expect(explained.value?.reasons.filter(({ slot }) => slot).map(({ passage }) => passage)).toEqual([
      'library-hours',
      'library-visits',
      'library-branches',
      'restore-hours',
    ]);
  });

  /** What stands between two marks. */
  const marked = (name: string): string =>
    new RegExp(`<!-- ${name} -->\\s*(.*?)\\s*<!-- /${name} -->`, 'su').exec(readme)?.[1] ?? '';

  test('lists every kind with its attributes', () => {
    const shown = ([name, { required, type }]: [string, Attribute]) =>
      `\`${name}\`${required ? '!' : ''}${Array.isArray(type) ? ` (${type.join(', ')})` : ''}`;
    const rows = KINDS.map(
      ({ id, attributes }) => `| \`${id}\` | ${Object.entries(attributes).map(shown).join(', ') || '–'} |`,
    );
    expect(marked('kinds')).toBe(['| kind | attributes |', '| --- | --- |', ...rows].join('\n'));
  });

  test('lists every rule', () => {
    const rows = Object.values(RULES)
      .flat()
      .map(({ id, level, finds, why }) => `| \`${id}\` | ${level} | ${finds}. ${why} |`);
    expect(marked('rules')).toBe(
      ['| rule | level | what it finds, and why |', '| --- | --- | --- |', ...rows].join('\n'),
    );
  });

  test('lists every type of source', () => {
    expect(marked('types')).toBe(SOURCE_TYPES.join(', '));
  });

  test('lists every template with its slots', async () => {
    const { value } = await load(diskFiles(ROOT));
    const rows = [...value.templates.values()].map(({ id, slots }) => {
      const shown = slots.map(
        (slot) => `\`${slot.id}\` (${slot.kinds.join(', ')}${slot.min ? `, at least ${slot.min}` : ''})`,
      );
      return `| \`${id}\` | ${shown.join(', ')} |`;
    });
    expect(marked('templates')).toBe(['| template | slots |', '| --- | --- |', ...rows].join('\n'));
  });

  test('asks the questions that the check of PDFs leaves to a person, and counts its conditions', () => {
    expect(marked('questions')).toBe(QUESTIONS.map((question) => `- ${question}`).join('\n'));
    expect(marked('conditions')).toBe(`${ACCESSIBILITY.filter(({ id }) => id.startsWith('ua-')).length}`);
  });

  test('shows a picture that is there', () => {
    const prose = readme.replaceAll(/^```.*?^```$/gmsu, '');
    for (const [, file] of prose.matchAll(/\]\(([^)#:]+)\)/gu)) expect(read(file ?? '')).toBeTruthy();
  });
});

describe('ARCHITECTURE.md', () => {
  const architecture = read('ARCHITECTURE.md');
  test('names folders and files that there are', () => {
    for (const [, file] of architecture.matchAll(
      /`((?:render|model|tests|print)\/[\w/-]+\.ts|(?:build|make|prepare|check|explain)\.ts)`/gu,
    )) {
      const path = file?.startsWith('tests/') ? file : `src/${file}`;
      expect(read(path)).toBeTruthy();
    }
  });
  test('has a row for every stage', () => {
    for (const stage of ['load', 'select', 'compose', 'render', 'print', 'pdf', 'rules', 'publish'])
      expect(architecture).toContain(`| \`${stage}/\` |`);
  });
});
