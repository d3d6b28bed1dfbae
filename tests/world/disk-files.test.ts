import { symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/world/disk-files.ts';
import { load } from '../../src/load/load.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';

const GLOB = ['sources/**/*.md'];

describe('files on disk', () => {
  test('are listed in the order of their names, without those of packages', async () => {
    const root = await onDisk({
      'sources/b.md': '',
      'sources/a/c.md': '',
      'sources/node_modules/x.md': '',
      'other.md': '',
    });
    expect(await diskFiles(root).list(GLOB)).toEqual(['sources/a/c.md', 'sources/b.md']);
    expect(await diskFiles(root).read('sources/d.md')).toBeNull();
  });

  test('may be links within the project; one that leads out is told, and neither listed nor read', async () => {
    const root = await onDisk({ 'sources/real.txt': 'text', 'sources/deep/a.md': 'a' });
    const outside = await onDisk({ 'secret.txt': 'secret', 'more/b.md': 'b' });
    await symlink('real.txt', join(root, 'sources', 'inside.md'));
    await symlink('deep', join(root, 'sources', 'other'));
    await symlink('..', join(root, 'sources', 'deep', 'round'));
    await symlink(join(outside, 'secret.txt'), join(root, 'sources', 'outside.md'));
    await symlink(outside, join(root, 'sources', 'folder'));
    await symlink('nowhere.md', join(root, 'sources', 'dead.md'));
    const files = diskFiles(root);
    const listed = await files.list(GLOB);
    expect(listed).toEqual(
      expect.arrayContaining(['sources/deep/a.md', 'sources/inside.md', 'sources/other/a.md']),
    );
    expect(listed.filter((path) => /outside|folder|b\.md/u.test(path))).toEqual([]);
    expect(await files.outward(['sources/**/*'])).toEqual(['sources/folder', 'sources/outside.md']);
    expect(new TextDecoder().decode((await files.read('sources/inside.md')) ?? undefined)).toBe('text');
    expect(await files.read('sources/outside.md')).toBeNull();
    expect(await files.read('sources/folder/secret.txt')).toBeNull();
    expect(await files.read('../secret.txt')).toBeNull();
  });

  test('are not looked for behind a link in place of the folder itself', async () => {
    const root = await onDisk({ 'templates/a.txt': '' });
    const outside = await onDisk({ 'library/b.md': 'b' });
    await symlink(outside, join(root, 'sources'));
    const files = diskFiles(root);
    expect(await files.list(['sources/library/**/*', 'templates/*'])).toEqual(['templates/a.txt']);
    expect(await files.outward(['sources/library/**/*', 'templates/*'])).toEqual(['sources/library']);
  });

  test('are none of those that links beside the folders that are read lead to, such as packages elsewhere', async () => {
    const root = await onDisk({ ...baseProject(), 'notes/a.txt': '' });
    for (const name of ['node_modules', 'photos', 'notes/old', 'sources/drafts'])
      await symlink(tmpdir(), join(root, name));
    const { messages } = await load(diskFiles(root));
    expect(messages).toEqual([]);
  });

  test('are named where a link leads out, with what to do', async () => {
    const root = await onDisk(baseProject());
    await symlink('/', join(root, 'sources', 'library', 'all'));
    const { messages } = await load(diskFiles(root));
    expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([
      ['outward-link', 'sources/library/all'],
    ]);
  });
});
