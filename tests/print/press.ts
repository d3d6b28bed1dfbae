/** What tests of printing share: this machine with folders of its own, pages, and programs that pose as browsers. */

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { PrintJob, Printer } from '../../src/world/world.ts';
import { findBrowser } from '../../src/print/browser/find-browser.ts';
import type { FoundBrowser, Machine } from '../../src/print/browser/machine.ts';
import { openPrinter } from '../../src/print/printer.ts';

export const onLinux = process.platform === 'linux';

/** A new folder, removed when the test has finished. */
export const newFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'despatch-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const thisMachine = (changes: Partial<Machine> = {}): Machine => ({
  variables: process.env,
  platform: process.platform,
  arch: process.arch,
  home: homedir(),
  browsers: 2,
  temp: tmpdir(),
  user: onLinux ? userInfo().uid : null,
  processes: { own: process.pid, isAlive: () => true },
  ...changes,
});

/** The browser of this machine. */
const thisBrowser = (): Promise<FoundBrowser> => findBrowser(thisMachine());

/** A printer of this machine. */
export const openThisPrinter = async (): Promise<Printer> =>
  openPrinter({ browser: await thisBrowser(), machine: thisMachine(), note: () => {} });

interface Press {
  readonly printer: Printer;
  readonly notes: string[];
  /** The folder that stands for the machine's one for temporary files. */
  readonly temp: string;
}

/** Opens a printer that is closed when the test has finished; a note about the sandbox is no fault. */
export const openPress = async (
  browser?: FoundBrowser,
  limit = 60_000,
  changes: Partial<Machine> = {},
): Promise<Press> => {
  const [temp, notes] = [newFolder(), [] as string[]];
  const printer = await openPrinter({
    browser: browser ?? (await thisBrowser()),
    machine: thisMachine({ ...changes, temp }),
    note: (text) => void notes.push(text),
    limit,
  });
  onTestFinished(() => printer.close());
  return { printer, notes, temp };
};

/** A printer for all tests of a file, open from before the first of them. */
export const sharedPrinter = (): (() => Printer) => {
  let printer: Printer | null = null;
  beforeAll(async () => {
    printer = await openThisPrinter();
  });
  afterAll(() => printer?.close());
  return () => {
    if (!printer) throw new Error('The printer opens before the first test');
    return printer;
  };
};

/** The same, for those that only print. */
export const sharedPress = (): Printer['print'] => {
  const printer = sharedPrinter();
  return (job) => printer().print(job);
};

const FILES = join(import.meta.dirname, '../../node_modules/@fontsource/source-sans-3/files');

/** A font file of Source Sans 3, e.g. `latin-400-normal`. */
export const font = (cut: string): Uint8Array =>
  new Uint8Array(readFileSync(join(FILES, `source-sans-3-${cut}.woff2`)));

export const REGULAR: readonly [string, Uint8Array] = ['assets/regular.woff2', font('latin-400-normal')];
export const BOLD: readonly [string, Uint8Array] = ['assets/bold.woff2', font('latin-700-normal')];

/** A page on A4 with margins of 20 mm, set in Source Sans at 12 pt. */
export const pageOf = (body: string, style = ''): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Briefing</title><style>
@font-face { font-family: Sans; src: url(../assets/regular.woff2) }
@font-face { font-family: Sans; font-weight: 700; src: url(../assets/bold.woff2) }
@page { size: A4; margin: 20mm }
body { margin: 0; font: 12pt/1.4 Sans }
${style}</style></head><body>${body}</body></html>`;

export const jobOf = (html: string, assets: PrintJob['assets'] = new Map([REGULAR, BOLD])): PrintJob => ({
  path: 'pack/mp.html',
  html,
  assets,
});

/** A page that takes a second or so to print. */
export const longPage = (): string =>
  pageOf('<h2>Heading</h2><p>Councils need homes of their own.</p>'.repeat(2000));

/** A program that notes its process and its arguments in `log`, then runs `script`, where `$browser` is the real one. */
export const pose = async (
  script: string,
): Promise<{ found: FoundBrowser; log: () => string[]; processes: () => number[] }> => {
  const [folder, real] = [newFolder(), await thisBrowser()];
  const [path, file] = [join(folder, 'browser.sh'), join(folder, 'log')];
  const lines = ['#!/bin/sh', `browser='${real.path}'`, `echo "$$ $*" >> '${file}'`, script, ''];
  writeFileSync(file, '');
  writeFileSync(path, lines.join('\n'), { mode: 0o700 });
  const log = () => readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
  const processes = () => log().map((line) => Number.parseInt(line, 10));
  return { found: { ...real, path }, log, processes };
};

/** Runs the real browser as this machine can run it, whoever the user is. */
export const REAL = 'exec "$browser" --no-sandbox "$@"';

/** The living processes of a group, e.g. of all that a browser has started, whose command line holds a text. */
export const processesOf = (group: number, text = ''): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((id) => {
      try {
        const [state, , own] = (readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        return Number(own) === group && state !== 'Z' && command.includes(text);
      } catch {
        return false;
      }
    });

/** Waits until something holds, for ten seconds at most. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1000) throw new Error(`It never came about: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
