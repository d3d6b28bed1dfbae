import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { diskOutput } from '../../src/publish/output.ts';

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
    await diskOutput(out, root).replace(
      files({ 'manifest.json': '{}', 'bill/mp.html': 'old', 'bill/old.html': 'x' }),
    );
    await diskOutput(out, root).replace(files({ 'manifest.json': '{}', 'bill/mp.html': 'new' }));
    expect(await readFile(join(out, 'bill/mp.html'), 'utf8')).toBe('new');
    expect(await readdir(join(out, 'bill'))).toEqual(['mp.html']);
    expect(await readdir(root)).toEqual(['output']);
  });

  test('keeps its content where the new one cannot be written, and nothing is left beside it', async () => {
    const out = join(root, 'output');
    await diskOutput(out, root).replace(files({ 'manifest.json': 'old' }));
    // A file where a folder would have to be.
    await expect(diskOutput(out, root).replace(files({ a: '1', 'a/b': '2' }))).rejects.toThrow();
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['output']);
  });

  test('is made with the folders above it', async () => {
    const out = join(root, 'missing', 'output');
    await diskOutput(out, root).replace(files({ 'manifest.json': '{}' }));
    expect(await readdir(out)).toEqual(['manifest.json']);
  });

  test('two builds at once both end whole', async () => {
    const out = join(root, 'output');
    const one = files({ 'manifest.json': '1', a: '1' });
    const two = files({ 'manifest.json': '2', a: '2' });
    await Promise.allSettled([diskOutput(out, root).replace(one), diskOutput(out, root).replace(two)]);
    const seen = await Promise.all(['manifest.json', 'a'].map((name) => readFile(join(out, name), 'utf8')));
    expect(['1,1', '2,2']).toContain(seen.join());
  });
});

describe('a folder is fit', () => {
  test('where it is not there, empty or of an earlier build', async () => {
    const out = join(root, 'output');
    expect(await diskOutput(out, root).unfit()).toBeNull();
    await mkdir(out);
    expect(await diskOutput(out, root).unfit()).toBeNull();
    await writeFile(join(out, 'manifest.json'), '{"name": "somebody else’s"}');
    expect(await diskOutput(out, root).unfit()).toMatch(/not of an earlier build/);
    await writeFile(join(out, 'manifest.json'), '{"despatch": "0.0.1", "documents": [{}]}');
    expect(await diskOutput(out, root).unfit()).toBeNull();
  });

  test('and not where it holds other files, is a file, or holds the project', async () => {
    await writeFile(join(root, 'letter.docx'), 'x');
    expect(await diskOutput(root, join(root, 'project')).unfit()).toMatch(/holds/);
    expect(await diskOutput(join(root, 'letter.docx'), join(root, 'project')).unfit()).toBe('is a file');
    expect(await diskOutput(root, root).unfit()).toBe('holds the project itself');
    await mkdir(join(root, 'real'));
    await symlink(join(root, 'real'), join(root, 'link'));
    expect(await diskOutput(join(root, 'real'), join(root, 'link')).unfit()).toBe('holds the project itself');
    expect(await diskOutput(root, join(root, 'deep', 'project')).unfit()).toBe('holds the project itself');
    expect(await diskOutput(join(root, 'sources', 'x'), root).unfit()).toMatch(/own files/);
  });

  test('reads what lies in it, and nothing where there is nothing', async () => {
    await symlink('/etc', join(root, 'etc'));
    expect(await diskOutput(root, '/elsewhere').read('manifest.json')).toBeNull();
  });
});
