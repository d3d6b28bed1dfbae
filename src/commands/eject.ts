/** Copies templates that come with despatch into a project, to be changed there. */

import { nearest, oneOf } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { diskFiles } from '../world/disk-files.ts';
import { nameOfBrought, SHARED } from '../world/layered-files.ts';
import { writeFiles } from '../world/new-files.ts';
import { PACKAGE } from '../world/package.ts';
import { refuseNoProject } from './refuse-no-project.ts';
import { refuseTaken } from './refuse-taken.ts';

/**
 * Copies all files of one name: a folder of the templates (`handout`, `partials`), or files of one without their ending
 * (`partials/masthead`, `site/desk`). Gives the paths of what was written.
 */
export const eject = async (root: string, name: string): Promise<readonly string[]> => {
  refuseNoProject(root);
  const brought = diskFiles(PACKAGE);
  const files = await brought.list([`${SHARED}*/**/*`]);
  const wanted = name.replace(/^templates\/|\/+$/gu, '');
  const paths = files.filter((file) => namesOf(file).includes(wanted));
  if (!paths.length) throw unknownTemplate(name, wanted, files);
  await refuseTaken(root, paths);
  const copies = new Map<string, Uint8Array>();
  for (const path of paths) copies.set(path, (await brought.read(path)) ?? new Uint8Array());
  await writeFiles(root, copies);
  return paths;
};

/** By what a file may be asked for, e.g. `partials/masthead.hbs`, `partials/masthead` and `partials`. */
const namesOf = (file: string): readonly string[] => {
  const path = file.slice(SHARED.length);
  return [path, nameOfBrought(file), path.slice(0, path.indexOf('/'))];
};

const unknownTemplate = (name: string, wanted: string, files: readonly string[]): UsageError => {
  const near = nearest(wanted, new Set(files.flatMap(namesOf)));
  const folders = new Set(files.map((file) => namesOf(file).at(-1) ?? ''));
  const remedy = near
    ? `Did you mean \`${near}\`?`
    : `Write ${oneOf(folders)}, or a file in one, such as \`partials/masthead\`.`;
  return new UsageError(`No template \`${name}\` comes with despatch`, remedy);
};
