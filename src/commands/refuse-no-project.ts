import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../diagnostics/usage.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Refuses a folder that is no project. */
export const refuseNoProject = (root: string): void => {
  if (!isFolder(root))
    throw new UsageError(`There is no folder \`${root}\``, 'Name the folder that holds `sources`.');
  if (!isFolder(join(root, 'sources')))
    throw new UsageError(
      `There is no project in \`${root}\`: it has no folder \`sources\``,
      'Name the folder that holds `sources` by `--root`, or begin a project with `despatch init`.',
    );
};
