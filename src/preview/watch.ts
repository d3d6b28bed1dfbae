/** Tells of changes in a project's files: of each at once, and of those made together once. */

import { relative, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

export interface Watching {
  close(): Promise<void>;
}

/** Hears of changes. */
export interface Watcher {
  /** A file or a folder, by its path from the root, with forward slashes; `isOther` where it has come or gone. */
  readonly seen: (path: string, isOther: boolean) => void;
  /** No more was seen for a moment. */
  readonly changed: () => void;
  /** Takes what the user should know. */
  readonly note: (text: string) => void;
}

/** Milliseconds without a change after which those before are told of. */
const QUIET = 15;

/** However fast changes come, they are told of at least so often. */
const LONGEST = 200;

/** Milliseconds between two looks at files where the system can't tell of changes. */
const INTERVAL = 300;

/** What no document is made of: what begins with a dot, packages, and what builds give. */
const isAside = (path: string): boolean => /^(?:\.|node_modules$|output(?:$|\.)|dist$)/u.test(path);

/**
 * Watches the folder of a project, so that folders in it may go and come again. Resolves when every change from now on is
 * seen.
 */
export const watchProject = async (root: string, { seen, changed, note }: Watcher): Promise<Watching> => {
  const tell = gathered(changed);
  const ignored = (path: string): boolean =>
    path.startsWith(root) && path.slice(root.length).split(sep).filter(Boolean).some(isAside);
  let watcher: FSWatcher | null = null;
  const start = (usePolling: boolean): Promise<void> =>
    new Promise((ready) => {
      const opened = watch(root, { ignored, ignoreInitial: true, usePolling, interval: INTERVAL });
      watcher = opened;
      opened.on('all', (event, path) => {
        seen(relative(root, path).replaceAll(sep, '/'), event !== 'change');
        tell.soon();
      });
      opened.on('ready', ready);
      opened.on('error', (fault) => {
        if (usePolling || watcher !== opened || !isExhausted(fault)) return;
        note('The system watches no more files (inotify), so changes are looked for, which takes longer.');
        void opened.close();
        void start(true).then(ready);
      });
    });
  await start(false);
  return {
    close: async () => {
      tell.stop();
      await watcher?.close();
    },
  };
};

const isExhausted = (fault: unknown): boolean =>
  ['ENOSPC', 'EMFILE'].includes((fault as NodeJS.ErrnoException).code ?? '');

/** Calls when nothing has happened for a moment, or when things have been happening for long. */
const gathered = (call: () => void) => {
  let [quiet, longest]: (NodeJS.Timeout | undefined)[] = [];
  const stop = (): void => {
    clearTimeout(quiet);
    clearTimeout(longest);
    quiet = longest = undefined;
  };
  const now = (): void => {
    stop();
    call();
  };
  const soon = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(now, QUIET);
    longest ??= setTimeout(now, LONGEST);
  };
  return { soon, stop };
};
