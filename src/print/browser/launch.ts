import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, LaunchOptions, Page, PuppeteerNode } from 'puppeteer';
import { temporaryOf } from '../../world/leftovers.ts';
import { writeFontconfig } from './fontconfig.ts';
import type { FoundBrowser, Machine } from './machine.ts';
import { whileAlive } from './while-alive.ts';

/** A running browser of which one tab is ours. */
export interface Running {
  readonly browser: Browser;
  /** `death` is aborted when the browser ends. */
  readonly tab: (death: AbortSignal) => Promise<Page>;
  /** Leaves nothing of ours behind; never fails, and may be called twice. */
  readonly end: () => Promise<void>;
}

const FLAGS = [
  '--font-render-hinting=none', // Letters keep the widths of the font, whatever the screen.
  '--disable-gpu', // A page is drawn for paper; machines differ in their graphics.
  '--enable-begin-frame-control', // Pages are never drawn for a screen: nobody asks for a frame.
  '--no-proxy-server', // Nothing is fetched, not even from a proxy that the environment names,
  '--host-resolver-rules=MAP * ~NOTFOUND', // and no name is looked up, not even for a preconnect.
  // A page that has been printed is not kept; the host that cannot exist is not tried over https first.
  '--disable-features=BackForwardCache,HttpsUpgrades',
  '--lang=en-GB', // What a page is taken to be in that does not say.
];

/** How long a browser may take to answer, in milliseconds. */
const PATIENCE = 30_000;

/** How long it may take to end by itself, in milliseconds. */
const GRACE = 2_000;

/**
 * Starts a browser in a new private folder below the machine's one for temporary files.
 * @throws Error where it does not start; it says little of why.
 */
export const launch = async (found: FoundBrowser, machine: Machine, sandbox: boolean): Promise<Running> => {
  const folder = await mkdtemp(join(machine.temp, temporaryOf(machine.processes)));
  const kill = new AbortController();
  const late = setTimeout(() => kill.abort(new Error('it does not answer')), PATIENCE);
  try {
    const started = puppet({
      executablePath: found.path,
      args: [...FLAGS, ...(sandbox ? [] : ['--no-sandbox'])],
      env: { ...machine.variables, ...found.variables, ...(await surroundings(machine, folder)) },
      userDataDir: join(folder, 'profile'),
      signal: kill.signal,
    });
    const browser = await whileAlive(started, kill.signal);
    const tab = (death: AbortSignal) => firstTab(browser, death);
    return { browser, tab, end: () => end(browser, kill, folder) };
  } catch (fault) {
    kill.abort();
    await remove(folder);
    throw fault;
  } finally {
    clearTimeout(late);
  }
};

/** Puppeteer, which takes long to load. */
export const puppeteer = async (): Promise<PuppeteerNode> => {
  const { default: loaded } = await import('puppeteer');
  // By itself it looks for settings in the working folder and runs what it finds: anybody's code.
  loaded.configuration = () => Promise.resolve({});
  return loaded;
};

const puppet = async (options: LaunchOptions): Promise<Browser> =>
  (await puppeteer()).launch({
    headless: 'shell',
    waitForInitialPage: false, // It would be waited for although the browser has ended.
    pipe: true, // A browser whose despatch was killed sees the pipe close, and ends.
    defaultViewport: null,
    // Signals are the command's business: it closes the printer.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
  });

/** The tab with which a browser starts. */
const firstTab = async (browser: Browser, signal: AbortSignal): Promise<Page> => {
  const target = await browser.waitForTarget(isPage, { timeout: PATIENCE, signal });
  return (await target.page()) ?? (await browser.newPage());
};

const isPage = (target: { type(): string }): boolean => target.type() === 'page';

/**
 * On Linux a browser learns its fonts, its language and where its temporary files go from its surroundings; here from
 * ours, so that one that is killed leaves nothing outside its folder.
 */
const surroundings = async ({ platform }: Machine, folder: string): Promise<Record<string, string>> => {
  if (platform !== 'linux') return {};
  const language = { LANGUAGE: 'en_GB', LC_ALL: 'en_GB.UTF-8' };
  return { ...language, TMPDIR: folder, ...(await writeFontconfig(join(folder, 'fontconfig'))) };
};

const end = async (browser: Browser, kill: AbortController, folder: string): Promise<void> => {
  if (browser.connected) await closed(browser);
  kill.abort();
  await ended(browser.process());
  await remove(folder);
};

/** Asks the browser to end, and waits no longer than for its grace. */
const closed = async (browser: Browser): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GRACE);
  });
  await Promise.race([browser.close().catch(() => {}), late]);
  clearTimeout(timer);
};

const ended = async (child: ChildProcess | null): Promise<void> => {
  if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

/** Tried for a while: the processes of a killed browser may still be writing. */
const remove = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }).catch(() => {});
