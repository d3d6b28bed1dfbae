import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultIn, init } from '../../src/commands/init.ts';
import { UsageError } from '../../src/diagnostics/usage.ts';
import { filesBelow, onDisk } from '../on-disk.ts';

describe('a new project', () => {
  test('is all that its writer tells', async () => {
    const root = join(await onDisk({}), 'new');
    const written = await init(root, { name: 'Our Group' }, '1.0.0');
    expect([...(await filesBelow(root)).keys()]).toEqual(written);
    expect(written).toContain('sources/packs/saturdays.yaml');
    expect(await readFile(join(root, 'README.md'), 'utf8')).toContain('Our Group');
  });

  test('leaves what is in the folder, and adds to what npm and git read', async () => {
    const root = await onDisk({ 'README.md': 'mine', 'notes.txt': 'mine', '.gitignore': '*.log\n' });
    const written = await init(root, {}, '1.0.0');
    expect(written).not.toContain('README.md');
    expect(written).toContain('.gitignore');
    expect(await readFile(join(root, '.gitignore'), 'utf8')).toBe('*.log\nnode_modules/\n/output/\n');
    expect(await readFile(join(root, 'README.md'), 'utf8')).toBe('mine');
  });

  test.each([
    [
      'sources are there',
      { 'sources/vocabulary.yaml': 'mine', 'sources/organisation.yaml': 'mine' },
      /There are 2 files in the way: `sources\/organisation\.yaml`, `sources\/vocabulary\.yaml`/u,
    ],
    [
      'one pack is there',
      { 'sources/packs/saturdays.yaml': 'mine' },
      /There is a file in the way: `sources\/packs\/saturdays\.yaml`/u,
    ],
    ['its package.json is no JSON', { 'package.json': '{' }, /`package\.json` can't be read/u],
  ])('is not begun where %s', async (_, before, told) => {
    const root = await onDisk(before);
    const failing = init(root, {}, '1.0.0');
    await expect(failing).rejects.toThrow(UsageError);
    await expect(failing).rejects.toThrow(told);
    expect([...(await filesBelow(root)).keys()]).toEqual(Object.keys(before).toSorted());
  });

  test('is not begun in the place of a file', async () => {
    const root = await onDisk({});
    await writeFile(join(root, 'file'), '');
    await expect(init(join(root, 'file'), {}, '1.0.0')).rejects.toThrow(/could not be written/u);
    expect(await readdir(root)).toEqual(['file']);
  });
});

test.each([
  [{ name: 'Friends of Libraries' }, null],
  [{ name: '*Friends*' }, /Markdown/u],
  [{ short: '' }, /expected/u],
  [{ site: 'example.org' }, /expected an address such as `https:\/\/example\.org`/u],
  [{ site: 'https://example.org/a' }, null],
] as const)('what is wrong with %j is told before anything is written', async (publisher, told) => {
  const fault = await faultIn(publisher);
  if (told) expect(fault).toMatch(told);
  else expect(fault).toBeNull();
});
