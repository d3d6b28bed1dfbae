import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { exampleOf, ORGANISATION, published, publisherOf } from '../../src/start/example.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { layered } from '../../src/world/layered-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { loadShared } from '../readings.ts';
import { memoryFiles } from '../project.ts';
import { memoryWorld } from '../world.ts';

const example = diskFiles(join(PACKAGE, 'src', 'start', 'example'));

describe('the example', () => {
  test('is a project without fault, of a few files', async () => {
    const files = Object.fromEntries(await exampleOf(example));
    expect(Object.keys(files).length).toBeLessThan(8);
    const world = memoryWorld({}, { files: layered(memoryFiles(files), diskFiles(PACKAGE)) });
    const { value, messages } = await check(world, { documents: false, today: '2030-01-01' });
    expect(messages).toEqual([]);
    expect(value).toEqual({ sources: 2, passages: 21, documents: 3, printed: false });
  });

  test('is published by whoever is named, and says so nowhere else', async () => {
    const own = { name: 'Our Group', short: 'OG', site: 'https://our.example/docs' };
    const texts = await exampleOf(example, own);
    const { name } = publisherOf((await exampleOf(example)).get(ORGANISATION) ?? '');
    expect([...texts].filter(([, text]) => text.includes(name)).map(([path]) => path)).toEqual([]);
    expect(publisherOf(texts.get(ORGANISATION) ?? '')).toMatchObject(own);
  });

  test.each([
    'Friends: of Libraries',
    '“Fair Pay” Group',
    '- dash first',
    '# no comment',
    'true',
    '2025',
    'Grŵp Tŷ’r Ŵyn',
    'A & B, C (D)',
    'tail #1',
    '"quoted"',
    '[list]',
    '{map}',
    'C:\\path',
    '~',
    '@home',
  ])('reads the name %s as it was written', async (name) => {
    const before = (await exampleOf(example)).get(ORGANISATION) ?? '';
    const text = published(before, { name });
    const others = (of: string) => of.split('\n').filter((line) => !line.startsWith('name:'));
    expect(others(text)).toEqual(others(before));
    const files = memoryFiles({ ...Object.fromEntries(await exampleOf(example)), [ORGANISATION]: text });
    const { value } = await loadShared(layered(files, diskFiles(PACKAGE)));
    expect(value.organisation.name).toBe(name);
  });
});
