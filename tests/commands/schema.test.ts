import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { create } from '../../src/commands/create.ts';
import { diskWorld } from '../../src/commands/disk-world.ts';
import { init } from '../../src/commands/init.ts';
import { writeSchemas } from '../../src/commands/schema.ts';
import { projectFiles } from '../../src/world/layered-files.ts';
import { loadShared } from '../readings.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';

const write = (root: string): Promise<readonly string[]> => writeSchemas(projectFiles(root), root);
const text = (root: string, path: string): Promise<string> => readFile(join(root, path), 'utf8');

const ALL = [
  'audiences',
  'calendar',
  'data',
  'issued',
  'offices',
  'organisation',
  'pack',
  'places',
  'template',
  'vocabulary',
];

describe('schemas', () => {
  test('come with a new project, whose files name them', async () => {
    const root = await onDisk({});
    const written = await init(root, {}, '1.0.0');
    expect(written.filter((path) => path.endsWith('.json')).toSorted()).toEqual(
      ['package.json', ...ALL.map((name) => `sources/.schemas/${name}.json`)].toSorted(),
    );
    await create(diskWorld({ root, cache: null }), root, 'pack', { title: 'Next', today: '2026-05-04' });
    await create(diskWorld({ root, cache: null }), root, 'template', {
      title: 'Letter',
      today: '2026-05-04',
    });
    // The names of what is new are to be completed, and no file has to be given a first line.
    expect(await write(root)).toEqual(['sources/.schemas/audiences.json', 'sources/.schemas/pack.json']);
    expect(await write(root)).toEqual([]);
  });

  test('are not named in a file that is no UTF-8, which stays byte for byte', async () => {
    const latin = Buffer.from('England: [Ynys M\u00F4n]\n', 'latin1');
    const root = await onDisk({ ...baseProject(), 'sources/places.yaml': latin });
    expect(await write(root)).not.toContain('sources/places.yaml');
    expect(await readFile(join(root, 'sources/places.yaml'))).toEqual(latin);
  });

  test('are named in each file of YAML that names none, and nothing else of it changes', async () => {
    const own = '# yaml-language-server: $schema=https://example.org/own.json\n';
    const before: Record<string, string> = {
      ...baseProject(),
      'sources/vocabulary.yaml': `${own}${baseProject()['sources/vocabulary.yaml']}`,
      'sources/places.yaml': '\uFEFFEngland: [Leeds]\r\n',
    };
    const root = await onDisk(before);
    const written = await write(root);
    const files = written.filter((path) => path.endsWith('.yaml'));
    expect(files).toEqual([
      'sources/audiences.yaml',
      'sources/organisation.yaml',
      'sources/packs/bill.yaml',
      'sources/places.yaml',
      'templates/brief/template.yaml',
    ]);
    const lines = await Promise.all(files.map(async (path) => (await text(root, path)).split(/(?<=\n)/u)));
    expect(lines.map(([first]) => first?.trim())).toEqual([
      '# yaml-language-server: $schema=.schemas/audiences.json',
      '# yaml-language-server: $schema=.schemas/organisation.json',
      '# yaml-language-server: $schema=../.schemas/pack.json',
      '# yaml-language-server: $schema=.schemas/places.json',
      '# yaml-language-server: $schema=../../sources/.schemas/template.json',
    ]);
    expect(await text(root, 'sources/places.yaml')).toBe(
      '\uFEFF# yaml-language-server: $schema=.schemas/places.json\r\nEngland: [Leeds]\r\n',
    );
    expect(lines[2]?.slice(1).join('')).toBe(before['sources/packs/bill.yaml']);
    expect((await loadShared(projectFiles(root))).messages).toEqual([]);
    expect(await write(root)).toEqual([]);
  });

  test('are renewed where they are gone or out of date', async () => {
    const root = await onDisk(baseProject());
    await write(root);
    await rm(join(root, 'sources/.schemas/pack.json'));
    const vocabulary = await text(root, 'sources/vocabulary.yaml');
    await writeFile(join(root, 'sources/vocabulary.yaml'), vocabulary.replace('funding:', 'money:'));
    expect(await write(root)).toEqual(['sources/.schemas/pack.json', 'sources/.schemas/template.json']);
    expect(await text(root, 'sources/.schemas/pack.json')).toContain('"money"');
  });

  test('are written of a project with faults too', async () => {
    const root = await onDisk({ ...baseProject(), 'sources/packs/bill.yaml': 'title: [\n' });
    expect(await write(root)).toContain('sources/.schemas/pack.json');
  });
});
