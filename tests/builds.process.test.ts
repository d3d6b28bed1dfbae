import { existsSync, readdirSync } from 'node:fs';
import { cp, readdir, rm, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { despatch } from './cli/command.ts';
import { filesBelow, onDisk } from './on-disk.ts';
import { baseProject } from './project.ts';

/**
 * Each case is a folder: `input` is laid over the base project, and a build of pages and texts has to give `expected`,
 * compared whole. `messages.txt` in it is what the command says on standard error. UPDATE_EXPECTED=1 writes it anew:
 * read the difference before you commit it.
 */
const CASES = fileURLToPath(new URL('builds', import.meta.url));

/** What documents were made of: hashes that say nothing to a reader, and change with every change. */
const INPUTS = /"inputs": (?:"[0-9a-f]{64}"|\{[^{}]*\})/gu;

/** Fonts are not compared byte by byte, their names hold their hashes. */
const shown = (files: ReadonlyMap<string, Buffer>): Record<string, string> =>
  Object.fromEntries(
    [...files].map(([path, bytes]) => [
      path,
      /\.(?:woff2|png)$/u.test(path)
        ? `${bytes.length} bytes`
        : bytes.toString().replace(INPUTS, '"inputs": {}'),
    ]),
  );

const update = async (expected: string, output: string, err: string): Promise<void> => {
  await rm(expected, { recursive: true, force: true });
  await mkdir(expected, { recursive: true });
  if (existsSync(output)) await cp(output, expected, { recursive: true });
  await writeFile(join(expected, 'messages.txt'), err);
};

test.each(readdirSync(CASES))('%s', async (name) => {
  const root = await onDisk(baseProject());
  await cp(join(CASES, name, 'input'), root, { recursive: true });
  const { status, err } = await despatch(root, ['build', '--format', 'html,text', '--now', '2025-02-01']);
  const [output, expected] = [join(root, 'output'), join(CASES, name, 'expected')];
  if (process.env['UPDATE_EXPECTED']) await update(expected, output, err);
  const found = existsSync(output) ? await filesBelow(output) : new Map<string, Buffer>();
  found.set('messages.txt', Buffer.from(err));
  expect(shown(found)).toEqual(shown(await filesBelow(expected)));
  expect(status).toBe(/ error: /u.test(err) ? 1 : 0);
  expect((await readdir(root)).filter((entry) => entry.startsWith('output.'))).toEqual([]);
  await rm(root, { recursive: true });
});
