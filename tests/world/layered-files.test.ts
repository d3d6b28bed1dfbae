import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layered, projectFiles, whereabouts } from '../../src/world/layered-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import type { Files } from '../../src/world/world.ts';
import { onDisk } from '../on-disk.ts';
import { memoryFiles } from '../project.ts';

const textIn = async (files: Files, path: string): Promise<string | null> => {
  const bytes = await files.read(path);
  return bytes && new TextDecoder().decode(bytes);
};

describe('the templates that come with despatch', () => {
  const own = memoryFiles({ 'templates/a/page.hbs': 'own', 'sources/library/own.md': 'own' });
  const brought = memoryFiles({
    'templates/a/page.hbs': 'brought',
    'templates/a/style.css': 'brought',
    'sources/library/other.md': 'brought',
  });
  const files = layered(own, brought);

  test('are there file by file, where the project has none of the same path', async () => {
    expect(await files.list(['templates/*/*'])).toEqual(['templates/a/page.hbs', 'templates/a/style.css']);
    expect(await textIn(files, 'templates/a/page.hbs')).toBe('own');
    expect(await textIn(files, 'templates/a/style.css')).toBe('brought');
    expect(await files.own(['templates/*/*'])).toEqual(['templates/a/page.hbs']);
  });

  test('are all that comes with it', async () => {
    expect(await files.list(['sources/library/*'])).toEqual(['sources/library/own.md']);
    expect(await files.read('sources/library/other.md')).toBeNull();
  });

  test('are a folder of despatch for a project on disk, and its own for despatch itself', async () => {
    const root = await onDisk({ 'templates/partials/notes.hbs': 'own' });
    const project = projectFiles(root);
    expect(await textIn(project, 'templates/partials/notes.hbs')).toBe('own');
    const page = 'templates/handout/page.hbs';
    expect(await textIn(project, page)).toBe(await readFile(join(PACKAGE, page), 'utf8'));
    expect(await project.own(['templates/**/*'])).toEqual(['templates/partials/notes.hbs']);
    expect(await projectFiles(PACKAGE).own([page])).toEqual([page]);
  });

  test('are told from the own by where they lie', async () => {
    const root = await onDisk({ 'templates/partials/notes.hbs': 'own' });
    const at = (file: string) => whereabouts(root, file);
    const own = 'templates/partials/notes.hbs';
    expect(at(own)).toEqual({ path: join(root, own), isBrought: false });
    const page = 'templates/handout/page.hbs';
    expect(at(page)).toEqual({ path: join(PACKAGE, page), isBrought: true });
    for (const file of ['templates/handout/none.hbs', 'package.json', 'src/index.ts'])
      expect(at(file)).toEqual({ path: join(root, file), isBrought: false });
  });
});
