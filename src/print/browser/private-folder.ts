import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { OutsideError } from '../../diagnostics/outside.ts';
import type { Machine } from './machine.ts';

/**
 * The folder in which despatch keeps its programs between builds: nobody else can write to it, and what lies in it
 * can be run. It is `$XDG_CACHE_HOME/despatch`, else `~/.cache/despatch`, else a private one among the temporary files.
 * @throws OutsideError where no such folder can be made.
 */
export const privateCache = async (machine: Machine): Promise<string> => {
  for (const folder of candidates(machine)) if (await makePrivate(folder)) return folder;
  throw new OutsideError(
    'There is no private folder in which the browser could be unpacked.',
    'Set XDG_CACHE_HOME to a folder that belongs to you and whose programs may be run.',
  );
};

const candidates = ({ variables, home, temp, user }: Machine): readonly string[] => {
  const cache = variables['XDG_CACHE_HOME'];
  return [
    ...[cache, home && join(home, '.cache')].filter(isPlace).map((folder) => join(folder, 'despatch')),
    join(temp, `despatch-${user ?? 'cache'}`),
  ];
};

const isPlace = (folder: string | undefined): folder is string => folder !== undefined && isAbsolute(folder);

/** Whether the folder is there, or could be made, and is the user's own. */
const makePrivate = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await lstat(folder);
    if (!found.isDirectory() || (await ownerOf(folder)) !== found.uid) return false;
    await chmod(folder, 0o700);
    return true;
  } catch {
    return false;
  }
};

/** The user to whom new files in a folder belong; fails where none can be made or run, as on a `noexec` mount. */
const ownerOf = async (folder: string): Promise<number> => {
  const probe = await mkdtemp(join(folder, 'probe-'));
  try {
    const program = join(probe, 'program');
    await writeFile(program, '', { mode: 0o700 });
    await access(program, constants.X_OK);
    return (await lstat(program)).uid;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
};
