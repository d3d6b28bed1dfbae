/** The world of a project on disk, with the browser of this machine. */

import { join } from 'node:path';
import { findBrowser } from '../print/browser/find-browser.ts';
import type { FoundBrowser, Machine, RemoteBrowsers } from '../print/browser/machine.ts';
import { remoteBrowsers, versionsOf } from '../print/browser/remote.ts';
import { diskOutput } from '../world/disk-output.ts';
import { diskStore } from '../world/disk-store.ts';
import { codeOf, engineOf } from '../world/engine.ts';
import { installedPackages } from '../world/installed-packages.ts';
import { projectFiles } from '../world/layered-files.ts';
import { keptReadings } from '../world/readings.ts';
import type { World } from '../world/world.ts';
import { machineOf } from './machine-of.ts';
import { refuseNoProject } from './refuse-no-project.ts';

export interface DiskWorld {
  /** The project: the folder with `sources`, and `templates` where it has some of its own. */
  readonly root: string;
  /** The output folder; `output/` in the project where none is named. */
  readonly out?: string;
  /** The machine on which a browser is looked for; that of the process where none is given. */
  readonly machine?: Machine;
  /** Takes what the user should know of the browser, in whole sentences. */
  readonly note?: (text: string) => void;
  readonly progress?: World['progress'];
  /** The folder of the store; null for none. `node_modules/.cache/despatch` in the project where none is named. */
  readonly cache?: string | null;
}

/** @throws UsageError where the folder is no project. */
export const diskWorld = ({
  root,
  out = join(root, 'output'),
  machine = machineOf(process),
  note = () => {},
  progress = () => {},
  cache = join(root, 'node_modules', '.cache', 'despatch'),
}: DiskWorld): World => {
  refuseNoProject(root);
  const remote = remoteBrowsers(machine);
  let finding: Promise<FoundBrowser> | null = null;
  const browser = async (): Promise<FoundBrowser | RemoteBrowsers> =>
    remote ?? (finding ??= findBrowser(machine));
  let code: Promise<string> | null = null;
  const findCode = (): Promise<string> => (code ??= codeOf(process.version));
  let engine: Promise<string> | null = null;
  const findEngine = async (): Promise<string> => {
    // Where there is no browser to print with, whoever wants to print is told.
    const found = await browser().catch(() => null);
    return engineOf(await findCode(), found?.origin === 'remote' ? await versionsOf(found) : found);
  };
  const store = cache === null ? null : diskStore(cache);
  return {
    files: projectFiles(root),
    packages: installedPackages(root),
    output: diskOutput(out, root, machine.processes),
    store,
    readings: keptReadings(store, findCode),
    engine: () => (engine ??= findEngine()),
    openPrinter: async () => {
      // Puppeteer takes long to load, and most commands print nothing.
      const { openPrinter } = await import('../print/printer.ts');
      return openPrinter({ browser: await browser(), machine, note });
    },
    browsers: remote?.endpoints.length ?? machine.browsers,
    progress,
  };
};
