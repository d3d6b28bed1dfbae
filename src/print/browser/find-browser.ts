/**
 * Finds the browser that prints: the one that DESPATCH_CHROME names, else the headless shell that comes with
 * despatch, else one that Puppeteer has downloaded, else one that is installed on the machine.
 */

import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { OutsideError } from '../../diagnostics/outside.ts';
import { type Bundle, findBundledChromium, unpackChromium } from './bundled-chromium.ts';
import { downloadedBrowsers } from './downloaded.ts';
import { installedBrowsers } from './installed.ts';
import type { FoundBrowser, Machine } from './machine.ts';

/** What the search asks of the machine's files; tests hand in their own. */
export interface Search {
  /** Whether a path is a program that may be run. */
  isProgram(path: string): Promise<boolean>;
  /** The package that holds the headless shell; null where it is not installed. */
  readonly bundle: Bundle | null;
}

const INSTALL =
  'Run `npx puppeteer browsers install chrome-headless-shell`. ' +
  'Or set DESPATCH_CHROME to the path of a Chrome, Chromium or Edge.';

/**
 * The first browser of the order above.
 * @throws OutsideError where there is none, where DESPATCH_CHROME names no program, or where there is no room to
 * unpack the one that comes with despatch.
 */
export const findBrowser = async (machine: Machine, search: Partial<Search> = {}): Promise<FoundBrowser> => {
  const { isProgram = isRunnable, bundle = findBundledChromium() } = search;
  const named = machine.variables['DESPATCH_CHROME'];
  if (named) return namedBrowser(named, isProgram);
  const shell = bundle && (await unpackChromium(bundle, machine));
  if (shell) return shell;
  const downloaded = await first(await downloadedBrowsers(machine), isProgram);
  if (downloaded) return { path: downloaded, origin: 'downloaded', variables: {} };
  const installed = await first(installedBrowsers(machine), isProgram);
  if (installed) return { path: installed, origin: 'installed', variables: {} };
  throw new OutsideError('No browser was found to print with.', INSTALL);
};

const namedBrowser = async (path: string, isProgram: Search['isProgram']): Promise<FoundBrowser> => {
  if (await isProgram(path)) return { path, origin: 'named', variables: {} };
  throw new OutsideError(
    `DESPATCH_CHROME is \`${path}\`, which is no program that can be run.`,
    'Set it to the path of a Chrome, Chromium or Edge, or unset it.',
  );
};

const first = async (paths: readonly string[], isProgram: Search['isProgram']): Promise<string | null> => {
  for (const path of paths) if (await isProgram(path)) return path;
  return null;
};

const isRunnable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};
