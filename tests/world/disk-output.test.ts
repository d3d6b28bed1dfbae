import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { diskOutput as outputOf } from '../../src/world/disk-output.ts';
import type { Processes } from '../../src/world/leftovers.ts';
import { replace } from '../on-disk.ts';

const ALL_ALIVE: Processes = { own: process.pid, isAlive: () => true };
const diskOutput = (folder: string, project: string) => outputOf(folder, project, ALL_ALIVE);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'despatch-output-'));
});

const bytes = (text: string) => new TextEncoder().encode(text);
const files = (record: Record<string, string>) =>
  new Map(Object.entries(record).map(([path, text]) => [path, bytes(text)]));

describe('the folder', () => {
  test('is replaced whole: what is not in the build goes', async () => {
    const out = join(root, 'output');
    await replace(
      diskOutput(out, root),
      files({ 'manifest.json': '{}', 'bill/mp.html': 'old', 'bill/old.html': 'x' }),
    );
    await replace(diskOutput(out, root), files({ 'manifest.json': '{}', 'bill/mp.html': 'new' }));
    expect(await readFile(join(out, 'bill/mp.html'), 'utf8')).toBe('new');
    expect(await readdir(join(out, 'bill'))).toEqual(['mp.html']);
    expect(await readdir(root)).toEqual(['output']);
  });

  test('may have one file under several names, however it came there', async () => {
    const output = diskOutput(join(root, 'output'), root);
    await replace(output, files({ 'bill/mp.html': 'kept' }));
    const fresh = await output.begin();
    await fresh.keep('bill/mp.html');
    await fresh.alias('bill/mp.html', 'site/bill/mp.html');
    // It need not be written yet.
    const writing = fresh.write('a.css', bytes('p {}'));
    await fresh.alias('a.css', 'site/a.css');
    await writing;
    await fresh.publish();
    const [one, other] = await Promise.all(
      ['bill/mp.html', 'site/bill/mp.html'].map((path) => stat(join(root, 'output', path))),
    );
    expect(other?.ino).toBe(one?.ino);
    expect(await readFile(join(root, 'output/site/a.css'), 'utf8')).toBe('p {}');
  });

  test('keeps its content where the new one cannot be written, and nothing is left beside it', async () => {
    const out = join(root, 'output');
    await replace(diskOutput(out, root), files({ 'manifest.json': 'old' }));
    // A file where a folder would have to be.
    await expect(replace(diskOutput(out, root), files({ a: '1', 'a/b': '2' }))).rejects.toThrow();
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['output']);
  });

  test('takes a file piece by piece', async () => {
    const out = join(root, 'output');
    const fresh = await diskOutput(out, root).begin();
    await fresh.write('a.css', ['p ', '{', '}'].map(bytes));
    await fresh.publish();
    expect(await readFile(join(out, 'a.css'), 'utf8')).toBe('p {}');
  });

  test('is made with the folders above it', async () => {
    const out = join(root, 'missing', 'output');
    await replace(diskOutput(out, root), files({ 'manifest.json': '{}' }));
    expect(await readdir(out)).toEqual(['manifest.json']);
  });

  test('two builds at once both end whole', async () => {
    const out = join(root, 'output');
    const one = files({ 'manifest.json': '1', a: '1' });
    const two = files({ 'manifest.json': '2', a: '2' });
    await Promise.allSettled([replace(diskOutput(out, root), one), replace(diskOutput(out, root), two)]);
    const seen = await Promise.all(['manifest.json', 'a'].map((name) => readFile(join(out, name), 'utf8')));
    expect(['1,1', '2,2']).toContain(seen.join());
  });
});

describe('a folder is fit', () => {
  test('where it is not there, empty or of an earlier build', async () => {
    const out = join(root, 'output');
    const project = join(root, 'project');
    expect(await diskOutput(out, project).unfit(false)).toBeNull();
    await mkdir(out);
    expect(await diskOutput(out, project).unfit(false)).toBeNull();
    await writeFile(join(out, 'manifest.json'), '{"name": "somebody else’s"}');
    expect(await diskOutput(out, project).unfit(false)).toMatch(/not of an earlier build/);
    await writeFile(join(out, 'manifest.json'), '{"despatch": "0.0.1", "documents": [{}]}');
    expect(await diskOutput(out, project).unfit(false)).toBeNull();
  });

  test('and not where it holds other files, is a file, or holds the project', async () => {
    await writeFile(join(root, 'letter.docx'), 'x');
    expect(await diskOutput(root, join(root, 'project')).unfit(false)).toMatch(/holds/);
    expect(await diskOutput(join(root, 'letter.docx'), join(root, 'project')).unfit(false)).toBe('is a file');
    expect(await diskOutput(root, root).unfit(false)).toBe('holds the project itself');
    await mkdir(join(root, 'real'));
    await symlink(join(root, 'real'), join(root, 'link'));
    expect(await diskOutput(join(root, 'real'), join(root, 'link')).unfit(false)).toBe(
      'holds the project itself',
    );
    expect(await diskOutput(root, join(root, 'deep', 'project')).unfit(false)).toBe(
      'holds the project itself',
    );
    expect(await diskOutput(join(root, 'sources', 'x'), root).unfit(false)).toMatch(/own files/);
  });

  test('by force where it holds other files, but no repository', async () => {
    const [out, project] = [join(root, 'out'), join(root, 'project')];
    await mkdir(join(out, 'letters', 'deep'), { recursive: true });
    await writeFile(join(out, 'letters', 'a.docx'), 'x');
    expect(await diskOutput(out, project).unfit(false)).toMatch(/not of an earlier build/);
    expect(await diskOutput(out, project).unfit(true)).toBeNull();
    await mkdir(join(out, 'letters', 'deep', '.git'));
    expect(await diskOutput(out, project).unfit(true)).toMatch(/Git in `letters.deep`/);
  });

  test.each([false, true])(
    'and never where it is a repository, or part of one (force: %s)',
    async (force) => {
      const [out, project] = [join(root, 'out'), join(root, 'project')];
      await mkdir(join(out, '.git', 'refs'), { recursive: true });
      await writeFile(join(out, 'manifest.json'), '{"despatch": "0.0.1", "documents": [{}]}');
      expect(await diskOutput(out, project).unfit(force)).toMatch(/a repository of Git/);
      expect(await diskOutput(join(out, '.git', 'refs'), project).unfit(force)).toMatch(
        /part of a repository/,
      );
      expect(await diskOutput(join(out, '.git', 'new'), project).unfit(force)).toMatch(
        /part of a repository/,
      );
    },
  );

  test.each(['.git', 'images', 'deep/letters', 'node_modules', 'sources', 'templates/x'])(
    'and never where it is the project’s `%s`, by force or by a link',
    async (name) => {
      await mkdir(join(root, 'project', name), { recursive: true });
      await writeFile(join(root, 'project', name, 'keep.txt'), 'x');
      await symlink(join(root, 'project', name), join(root, 'link'));
      for (const out of [join(root, 'project', name), join(root, 'link')])
        expect(await diskOutput(out, join(root, 'project')).unfit(true)).toMatch(/project's|Git/);
    },
  );

  test('reads what lies in it, and nothing where there is nothing', async () => {
    await symlink('/etc', join(root, 'etc'));
    expect(await diskOutput(root, '/elsewhere').read('manifest.json')).toBeNull();
  });
});
