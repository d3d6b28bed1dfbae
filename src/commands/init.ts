/** A new project: the example, and what npm needs beside it. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../diagnostics/usage.ts';
import { readFile as read, ORGANISATION as READER } from '../load/readers.ts';
import { exampleOf, ORGANISATION, publisherOf, published, type Publisher } from '../start/example.ts';
import { supplements, type Supplement } from '../start/npm-project.ts';
import { diskFiles } from '../world/disk-files.ts';
import { projectFiles } from '../world/layered-files.ts';
import { writeFiles } from '../world/new-files.ts';
import { PACKAGE } from '../world/package.ts';
import { refuseTaken } from './refuse-taken.ts';
import { writeSchemas } from './schema.ts';

const example = diskFiles(join(PACKAGE, 'src', 'start', 'example'));

/** Who publishes the example. */
export const examplePublisher = async (): Promise<Publisher> =>
  publisherOf((await exampleOf(example)).get(ORGANISATION) ?? '');

/** Why a project can't be published by a name, a short name or at an address, with what to write; null where it can. */
export const faultIn = async (publisher: Partial<Publisher>): Promise<string | null> => {
  const text = published((await exampleOf(example)).get(ORGANISATION) ?? '', publisher);
  const { messages } = read(READER, ORGANISATION, new TextEncoder().encode(text), null);
  const fault = messages.find(({ severity }) => severity === 'error');
  return fault ? `${fault.text}. ${fault.remedy ?? ''}`.trimEnd() : null;
};

/** Makes a project in a folder, which may have files of other kinds; gives the paths of what was written, sorted. */
export const init = async (
  root: string,
  publisher: Partial<Publisher>,
  version: string,
): Promise<readonly string[]> => {
  const texts = await exampleOf(example, publisher);
  await refuseTaken(root, texts.keys());
  const fresh = new Map(texts);
  const changed = new Map<string, string>();
  const own = publisherOf(texts.get(ORGANISATION) ?? '');
  for (const [path, supplement] of Object.entries(supplements(own, version))) {
    const before = await readFile(join(root, path), 'utf8').catch(() => null);
    const after = supplemented(path, supplement, before);
    if (after !== null) (before === null ? fresh : changed).set(path, after);
  }
  await writeFiles(root, fresh, changed);
  const schemas = await writeSchemas(projectFiles(root), root);
  return [...fresh.keys(), ...changed.keys(), ...schemas].toSorted();
};

const supplemented = (path: string, supplement: Supplement, before: string | null): string | null => {
  try {
    return supplement(before);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    throw new UsageError(
      `\`${path}\` can't be read: ${fault.message}`,
      'Nothing was written. Mend the file, or take it away.',
    );
  }
};
