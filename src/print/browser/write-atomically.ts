import { lstat, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const HOUR = 3_600_000;

/**
 * Makes a folder appear whole or not at all: it is filled under a temporary name, written through to the disk and
 * renamed. Where another process was faster, its folder stays. What a killed process has left half-done for an hour
 * is removed.
 */
export const writeAtomically = async (
  folder: string,
  fill: (part: string) => Promise<void>,
): Promise<void> => {
  if (await isFolder(folder)) return;
  const part = await mkdtemp(`${folder}.part-`);
  try {
    await removeLeftovers(folder, part);
    await fill(part);
    await writeThrough(part);
    await rename(part, folder);
  } catch (fault) {
    if (!(await isFolder(folder))) throw fault;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
};

const removeLeftovers = async (folder: string, part: string): Promise<void> => {
  const place = dirname(folder);
  const now = await madeAt(part);
  for (const name of await readdir(place)) {
    const path = join(place, name);
    if (!name.startsWith(`${basename(folder)}.part-`) || now - (await madeAt(path)) < HOUR) continue;
    await rm(path, { recursive: true, force: true });
  }
};

/** When a folder was last changed, in milliseconds; for ever in the future where its owner has just removed it. */
const madeAt = (path: string): Promise<number> =>
  lstat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );

/** Without this a power cut after the rename could leave a folder of empty files. */
const writeThrough = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...paths, folder]) {
    const file = await open(path, 'r');
    await file.sync().finally(() => file.close());
  }
};
