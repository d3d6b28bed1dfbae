import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../src/commands/build.ts';
import { explain } from '../src/commands/explain.ts';
import { diskFiles } from '../src/world/disk-files.ts';
import { exampleOf } from '../src/start/example.ts';
import { layered } from '../src/world/layered-files.ts';
import { PACKAGE } from '../src/world/package.ts';
import { memoryFiles } from './project.ts';
import { memoryWorld, textOf } from './world.ts';

const read = (name: string): string => readFileSync(join(PACKAGE, name), 'utf8');
const readme = read('README.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** The README's examples by the file that they are to be written to. */
const examples = Object.fromEntries(
  [...readme.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gmsu)].map(([, file = '', text = '']) => [file, text]),
);

/** The line that the README adds to the vocabulary. */
const topic = /^```yaml\n( {2}.*\n)```$/mu.exec(readme)?.[1] ?? '';

describe('the README', () => {
  test('names commands that there are', () => {
    const named = [...readme.matchAll(/npm (?:run -s )?(start|test)\b/gu)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(['start', 'test']));
    for (const name of new Set(named)) expect(scripts[name ?? '']).toBeTruthy();
  });

  test('gives a first pack that builds without a word of complaint', async () => {
    expect(Object.keys(examples)).toEqual(['sources/library/first.md', 'sources/packs/libraries.yaml']);
    const begun = Object.fromEntries(await exampleOf(diskFiles(join(PACKAGE, 'src', 'start', 'example'))));
    const before = begun['sources/vocabulary.yaml'] ?? '';
    const vocabulary = before.replace(/^topics:\n/mu, (line) => `${line}${topic}`);
    const files = memoryFiles({ ...begun, ...examples, 'sources/vocabulary.yaml': vocabulary });
    const world = memoryWorld({}, { files: layered(files, diskFiles(PACKAGE)) });
    const request = {
      packs: ['libraries'],
      audiences: [],
      formats: ['html' as const],
      version: '0',
      today: '2026-03-09',
    };
    const { value, messages } = await build(world, request);
    expect(messages).toEqual([]);
    expect(value?.made.map(({ files }) => files.html)).toEqual(['libraries/councillor.html']);
    expect(textOf(world.written, 'libraries/councillor.html')).toContain(
      'Give Leeds its Saturday libraries back',
    );
    const explained = await explain(world, 'libraries', 'councillor');
    expect(explained.value?.reasons.filter(({ slot }) => slot).map(({ passage }) => passage)).toEqual([
      'library-hours',
      'library-visits',
      'library-branches',
      'restore-hours',
    ]);
  });

  test('shows a picture that is there', () => {
    const prose = readme.replaceAll(/^```.*?^```$/gmsu, '');
    for (const [, file] of prose.matchAll(/\]\(([^)#:]+)\)/gu)) expect(read(file ?? '')).toBeTruthy();
  });
});

describe.each(['ARCHITECTURE.md', 'docs/decisions.md'])('%s', (document) => {
  const text = read(document);
  test('names folders and files that there are', () => {
    // What lies in `sources/` is a project’s own.
    const paths = Array.from(text.matchAll(/`((?!sources\/)[\w.-]+\/[\w./-]*)`/gu), ([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(path) && !existsSync(`src/${path}`))).toEqual([]);
  });
});

test('ARCHITECTURE.md has a row for every stage, or names what it is', () => {
  const text = read('ARCHITECTURE.md');
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.filter(({ name }) => !text.includes(`\`${name}/\``)).map(({ name }) => name)).toEqual([]);
});
