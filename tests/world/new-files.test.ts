import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OutsideError } from '../../src/diagnostics/outside.ts';
import { taken, writeFiles } from '../../src/world/new-files.ts';
import { filesBelow, onDisk } from '../on-disk.ts';

const texts = (files: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(files));
const shown = async (root: string): Promise<Record<string, string>> =>
  Object.fromEntries(Array.from(await filesBelow(root), ([path, bytes]) => [path, bytes.toString()]));

test('files are written into folders that are made for them', async () => {
  const root = join(await onDisk({}), 'new', 'folder');
  await writeFiles(root, texts({ 'a/b/c.md': 'c', 'd.md': 'd' }));
  expect(await shown(root)).toEqual({ 'a/b/c.md': 'c', 'd.md': 'd' });
});

test('what is there is told, a link that leads nowhere and a folder too', async () => {
  const root = await onDisk({ 'a/b.md': 'b' });
  await symlink('nowhere', join(root, 'link.md'));
  const paths = ['a/b.md', 'a', 'c.md', 'a/b.md/c.md', 'link.md'];
  expect(await taken(root, paths)).toEqual(['a/b.md', 'a', 'link.md']);
});

test.each([
  ['a file that is there', { 'a/new.md': '', 'x/y.md': '', 'old.md': 'new' }, {}],
  ['a folder in the way', { 'a/new.md': '', folder: '' }, {}],
  ['a file in the place of a folder', { 'a/new.md': '', 'old.md/x.md': '' }, {}],
  ['a changed file that is not there', { 'a/new.md': '' }, { 'old.md': 'changed', 'none.md': 'changed' }],
])('nothing is written, and what was stays, for %s', async (_, fresh, changed) => {
  const root = await onDisk({ 'old.md': 'old', 'folder/in.md': 'in' });
  await expect(writeFiles(root, texts(fresh), texts(changed))).rejects.toThrow(OutsideError);
  expect(await shown(root)).toEqual({ 'old.md': 'old', 'folder/in.md': 'in' });
  expect((await readdir(root)).toSorted()).toEqual(['folder', 'old.md']);
});

test('a changed file takes the place of the old', async () => {
  const root = await onDisk({ 'old.md': 'old' });
  await writeFiles(root, texts({}), texts({ 'old.md': 'changed' }));
  expect(await shown(root)).toEqual({ 'old.md': 'changed' });
});

test('a link to a file is one afterwards, and who may read the file is as it was', async () => {
  const root = await onDisk({ 'shared/old.md': 'old' });
  await chmod(join(root, 'shared/old.md'), 0o600);
  await symlink('shared/old.md', join(root, 'link.md'));
  await writeFiles(root, texts({}), texts({ 'link.md': 'changed' }));
  expect((await lstat(join(root, 'link.md'))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(root, 'shared/old.md'), 'utf8')).toBe('changed');
  expect((await stat(join(root, 'shared/old.md'))).mode & 0o777).toBe(0o600);
  expect((await readdir(root)).toSorted()).toEqual(['link.md', 'shared']);
});

test('what lies where a new file is to be made first stays there', async () => {
  const root = await onDisk({ 'old.md': 'old' });
  await writeFile(join(root, 'old.md.part'), 'mine');
  await expect(writeFiles(root, texts({}), texts({ 'old.md': 'changed' }))).rejects.toThrow(/old\.md\.part/u);
  expect(await readFile(join(root, 'old.md.part'), 'utf8')).toBe('mine');
  expect(await readFile(join(root, 'old.md'), 'utf8')).toBe('old');
});

test.each<[string, [fresh: object, changed: object, gone: string[]]]>([
  ['a new file', [{ 'out/new/a.md': 'a' }, {}, []]],
  ['a changed file', [{}, { 'out/old.md': 'changed' }, []]],
  ['a changed file that is a link itself', [{}, { 'link.md': 'changed' }, []]],
  ['a file that is to go', [{}, {}, ['out/old.md']]],
])('behind a link that leads out nothing is written: %s', async (_what, [fresh, changed, gone]) => {
  const outside = await onDisk({ 'old.md': 'old' });
  const root = await onDisk({ 'own.md': 'own' });
  await symlink(outside, join(root, 'out'));
  await symlink(join(outside, 'old.md'), join(root, 'link.md'));
  const all = [texts({ 'fine.md': '', ...fresh }), texts({ 'own.md': 'mine', ...changed }), gone] as const;
  await expect(writeFiles(root, ...all)).rejects.toThrow(
    /leads out of the project, to `.*`, and nothing was/u,
  );
  expect(await shown(outside)).toEqual({ 'old.md': 'old' });
  expect((await readdir(root)).toSorted()).toEqual(['link.md', 'out', 'own.md']);
  expect(await readFile(join(root, 'own.md'), 'utf8')).toBe('own');
});

test('a project may itself be reached by a link', async () => {
  const real = await onDisk({ 'old.md': 'old' });
  const root = join(await onDisk({}), 'project');
  await symlink(real, root);
  await writeFiles(root, texts({ 'a/b.md': 'b' }), texts({ 'old.md': 'changed' }));
  expect(await shown(real)).toEqual({ 'a/b.md': 'b', 'old.md': 'changed' });
});

test('what the system says is told', async () => {
  const root = await onDisk({ file: '' });
  await expect(writeFiles(join(root, 'file', 'below'), texts({ 'a.md': '' }))).rejects.toMatchObject({
    message: expect.stringMatching(/below` could not be written, and nothing was$/u),
    remedy: expect.stringMatching(/Choose a folder in which you may write. The system says: ENOTDIR/u),
  });
});
