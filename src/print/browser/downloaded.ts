import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from './machine.ts';

/**
 * The browsers in Puppeteer's cache (PUPPETEER_CACHE_DIR, else `~/.cache/puppeteer`): headless shells before full
 * Chromes, as they print a page in a quarter of the time; newer before older ones.
 */
export const downloadedBrowsers = async (machine: Machine): Promise<readonly string[]> => {
  const cache = machine.variables['PUPPETEER_CACHE_DIR'] || join(machine.home, '.cache', 'puppeteer');
  const shells = await downloads(machine, join(cache, 'chrome-headless-shell'), shellProgram(machine));
  const chromes = await downloads(machine, join(cache, 'chrome'), chromeProgram(machine));
  return [...shells, ...chromes];
};

// How Puppeteer begins the name of a build's folder, e.g. `mac_arm-153.0.8010.0`.
const BUILDS: Readonly<Record<string, RegExp>> = {
  linux: /^linux(_arm)?-/,
  darwin: /^mac(_arm)?-/,
  win32: /^win(32|64)-/,
};

/** E.g. `<cache>/chrome/linux-153.0.8010.0/chrome-linux64/chrome`. */
const downloads = async (machine: Machine, folder: string, program: readonly string[]): Promise<string[]> => {
  const builds = (await names(folder)).filter((name) => BUILDS[machine.platform]?.test(name));
  const versions = builds.sort((a, b) => versionOf(b).localeCompare(versionOf(a), 'en', { numeric: true }));
  const found = versions.map(async (build) => {
    const inner = (await names(join(folder, build))).filter((name) => name.startsWith('chrome-'));
    return inner.map((name) => join(folder, build, name, ...program));
  });
  return (await Promise.all(found)).flat();
};

const versionOf = (build: string): string => build.slice(build.indexOf('-') + 1);

const names = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
};

const suffix = ({ platform }: Machine): string => (platform === 'win32' ? '.exe' : '');

const shellProgram = (machine: Machine): readonly string[] => [`chrome-headless-shell${suffix(machine)}`];

const chromeProgram = (machine: Machine): readonly string[] => {
  const name = 'Google Chrome for Testing';
  return machine.platform === 'darwin'
    ? [`${name}.app`, 'Contents', 'MacOS', name]
    : [`chrome${suffix(machine)}`];
};
