/**
 * Where a file is opened to be written in: `DESPATCH_EDITOR` is the address of an editor, with `{file}`, `{line}` and
 * `{column}` in it, such as `vscode://file{file}:{line}:{column}`; or a command, such as `subl {file}:{line}:{column}`.
 */

import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Place } from '../diagnostics/place.ts';
import { whereabouts } from '../world/layered-files.ts';
import type { Files } from '../world/world.ts';

export interface Editor {
  /** The address that opens a place; null where a command does. */
  href(place: Place): string | null;
  /** Opens a place of the project by a command; false where that can't be, or there is no such file. */
  open(place: Place): Promise<boolean>;
}

const CODE = 'vscode://file{file}:{line}:{column}';

/** The editor that is set in the environment; Visual Studio Code where none is. */
export const editorOf = (root: string, files: Pick<Files, 'read'>, setting = CODE): Editor => {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//iu.test(setting);
  // A template that comes with despatch is opened where it lies.
  const pathOf = ({ file }: Place): string => whereabouts(root, file).path;
  return {
    href: (place) => (isAddress ? filled(setting, place, pathname(pathOf(place))) : null),
    open: async (place) => {
      // What lies outside the project is not read, and so not opened.
      if (isAddress || !(await files.read(place.file))) return false;
      const [command = '', ...words] = setting.split(/\s+/u).filter(Boolean);
      const args = words.map((word) => filled(word, place, pathOf(place)));
      return started(
        command,
        words.some((word) => word.includes('{file}')) ? args : [...args, pathOf(place)],
      );
    },
  };
};

const filled = (pattern: string, { line, column }: Place, path: string): string =>
  pattern
    .replaceAll('{file}', () => path)
    .replaceAll('{line}', String(line))
    .replaceAll('{column}', String(column));

/** A path as addresses have it, with a slash before it: `/C:/pack/sources/a.md`. */
const pathname = (path: string): string => pathToFileURL(path).pathname;

/** Starts a command without a shell, and leaves it; false where there is none of that name. */
const started = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
