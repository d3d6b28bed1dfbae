import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Output } from '../src/world/world.ts';
import type { Contents } from './project.ts';

/** Writes a project into a new temporary folder, and gives the folder. */
export const onDisk = async (contents: Contents): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'despatch-test-'));
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
};

/** Every file below a folder by its path there. */
export const filesBelow = async (folder: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.toSorted().map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const),
  );
  return new Map(files);
};

/** Puts these files into the place of an output folder. */
export const replace = async (
  output: Pick<Output, 'begin'>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  const fresh = await output.begin();
  try {
    for (const [path, bytes] of files) await fresh.write(path, bytes);
    await fresh.publish();
  } finally {
    await fresh.discard();
  }
};
