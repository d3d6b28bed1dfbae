import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { editorOf } from '../../src/preview/editor.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { onDisk } from '../on-disk.ts';

const project = async () => {
  const root = await onDisk({ 'sources/a b.md': 'a' });
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return { root, files: diskFiles(root) };
};

const at = (file: string) => ({ file, line: 3, column: 7 });

describe('an editor', () => {
  test.each([
    [undefined, 'vscode://file{root}/sources/a%20b.md:3:7'],
    ['idea://open?file={file}&line={line}', 'idea://open?file={root}/sources/a%20b.md&line=3'],
    ['subl {file}:{line}', null],
  ])('set as %s has the address %s', async (setting, expected) => {
    const { root, files } = await project();
    expect(editorOf(root, files, setting).href(at('sources/a b.md'))).toBe(
      expected?.replace('{root}', root) ?? null,
    );
  });

  test.each([
    ['{file} {line} {column}', (root: string) => [`${root}/sources/a b.md`, '3', '7']],
    ['--goto {file}:{line}:{column}', (root: string) => ['--goto', `${root}/sources/a b.md:3:7`]],
    ['--wait', (root: string) => ['--wait', `${root}/sources/a b.md`]],
  ])('that is a command gets the place as it asks for it: %s', async (words, expected) => {
    const { root, files } = await project();
    const [script, told] = [join(root, 'editor.mjs'), join(root, 'told.json')];
    await writeFile(
      script,
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(2)));\n`,
    );
    const editor = editorOf(root, files, `${process.execPath} ${script} ${words}`);
    expect(await editor.open(at('sources/a b.md'))).toBe(true);
    const args = async (): Promise<unknown> =>
      JSON.parse(await readFile(told, 'utf8').catch(() => 'null')) as unknown;
    await expect.poll(args).toEqual(expected(root));
  });

  test.each(['../secret.md', 'sources/none.md', 'sources/out.md', '/etc/hosts'])(
    'opens not %s',
    async (file) => {
      const { root, files } = await project();
      await symlink('/etc/hosts', join(root, 'sources/out.md'));
      expect(await editorOf(root, files, 'true').open(at(file))).toBe(false);
    },
  );

  test('that there is none of is told', async () => {
    const { root, files } = await project();
    expect(await editorOf(root, files, 'no-such-editor-here {file}').open(at('sources/a b.md'))).toBe(false);
  });
});
