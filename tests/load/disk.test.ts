import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/load/disk.ts';
import { onDisk } from '../on-disk.ts';

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

  test('may be links within the project; one that leads out is listed and cannot be read', async () => {
    const root = await onDisk({ 'sources/real.txt': 'text' });
    const outside = await onDisk({ 'secret.txt': 'secret' });
    await symlink('real.txt', join(root, 'sources', 'inside.md'));
    await symlink(join(outside, 'secret.txt'), join(root, 'sources', 'outside.md'));
    const files = diskFiles(root);
    expect(await files.list(GLOB)).toEqual(['sources/inside.md', 'sources/outside.md']);
    expect(new TextDecoder().decode((await files.read('sources/inside.md')) ?? undefined)).toBe('text');
    expect(await files.read('sources/outside.md')).toBeNull();
    expect(await files.read('../secret.txt')).toBeNull();
  });
});
