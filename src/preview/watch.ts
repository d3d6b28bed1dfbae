/** Tells of changes in a project's files: of each at once, and of those made together once. */

import { existsSync, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
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

/** Milliseconds after which a file is looked at again: what comes within 50 of a change, the watcher keeps to itself. */
const AGAIN = 60;

/** Milliseconds between two looks at files where the system can't tell of changes. */
const INTERVAL = 300;

/** What no document is made of: what begins with a dot, packages at any depth, and what builds put beside the sources. */
const isAside = (path: string): boolean =>
  /(?:^|\/)(?:\.|node_modules(?:\/|$))/u.test(path) || /^(?:output(?:\.[^/]*)?|dist)(?:\/|$)/u.test(path);

/**
 * Watches the folder of a project, so that folders in it may go and come again, and so may the folder itself. Resolves
 * when every change from now on is seen.
 */
export const watchProject = async (root: string, watcher: Watcher): Promise<Watching> => {
  const watch = new ProjectWatch(root, watcher);
  await watch.start(false);
  return watch;
};

class ProjectWatch implements Watching {
  readonly #root: string;
  readonly #watcher: Watcher;
  readonly #gathered: ReturnType<typeof gathered>;
  #watch: FSWatcher | null = null;
  /** Files to be looked at again, by their paths. */
  readonly #again = new Map<string, NodeJS.Timeout>();
  /** Looks for the folder, while it is gone. */
  #search: NodeJS.Timeout | undefined;

  constructor(root: string, watcher: Watcher) {
    this.#root = root;
    this.#watcher = watcher;
    this.#gathered = gathered(watcher.changed);
  }

  async close(): Promise<void> {
    clearInterval(this.#search);
    for (const look of this.#again.values()) clearTimeout(look);
    this.#gathered.stop();
    await this.#watch?.close();
  }

  start(usePolling: boolean): Promise<void> {
    const ignored = (path: string): boolean => isAside(this.#pathOf(path));
    const opened = watch(this.#root, { ignored, ignoreInitial: true, usePolling, interval: INTERVAL });
    this.#watch = opened;
    opened.on('all', (event, path, stats) => {
      this.#see(path, event !== 'change', usePolling);
      if (stats?.isFile()) this.#lookAgain(path, stats);
    });
    opened.on('error', (fault) => this.#mend(fault, usePolling));
    return new Promise((ready) => opened.on('ready', ready));
  }

  #pathOf(path: string): string {
    return relative(this.#root, path).replaceAll(sep, '/');
  }

  #see(path: string, isOther: boolean, usePolling: boolean): void {
    this.#watcher.seen(this.#pathOf(path), isOther);
    this.#gathered.soon();
    if (isOther && !this.#search && !existsSync(this.#root)) this.#await(usePolling);
  }

  /** Sees a file once more if it is another by then than when it was seen to change. */
  #lookAgain(path: string, before: Stats): void {
    clearTimeout(this.#again.get(path));
    const look = async (): Promise<void> => {
      this.#again.delete(path);
      const now = await stat(path).catch(() => null);
      if (!now || (now.mtimeMs === before.mtimeMs && now.size === before.size)) return;
      this.#see(path, false, false);
      this.#lookAgain(path, now);
    };
    this.#again.set(
      path,
      setTimeout(() => void look(), AGAIN),
    );
  }

  /** The folder is gone: what is watched of it is not what comes in its place. */
  #await(usePolling: boolean): void {
    void this.#watch?.close();
    this.#search = setInterval(() => {
      if (!existsSync(this.#root)) return;
      clearInterval(this.#search);
      this.#search = undefined;
      void this.start(usePolling).then(() => this.#see(this.#root, true, usePolling));
    }, INTERVAL);
  }

  #mend(fault: unknown, usePolling: boolean): void {
    if (usePolling || !isExhausted(fault)) return;
    this.#watcher.note(
      'The system watches no more files (inotify), so changes are looked for, which takes longer.',
    );
    void this.#watch?.close();
    void this.start(true);
  }
}

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
