/** `despatch dev` as a process, and its screen in a browser. */

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Dev {
  readonly address: string;
  readonly process: ChildProcess;
  /** All that it has said. */
  readonly said: () => string;
  /** Ends it as Ctrl+C does, and gives its status. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Runs `despatch dev` for a project until the test has finished. */
export const startDev = async (
  root: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Dev> => {
  const child = spawn(process.execPath, [MAIN, 'dev', '--root', root, '--port', '0', '--no-cache', ...args], {
    env: { ...process.env, ...env },
  });
  let text = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      text += part.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(text) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(text)));
  });
  const end = (signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  onTestFinished(async () => void (await end()));
  return { address, process: child, said: () => text, end };
};

/** What goes wrong in a page. */
const faults = new WeakMap<Page, string[]>();

/** Opens the screen at a document, and waits until that is shown on paper too. */
export const openScreen = async (
  browser: Browser,
  { address }: Dev,
  name: string,
  width = 1280,
): Promise<Page> => {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const found: string[] = [];
  faults.set(page, found);
  page.on('pageerror', (fault) => found.push(String(fault)));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  await page.setViewport({ width, height: 800 });
  await page.goto(`${address}#${name}`);
  await page.waitForSelector('.pages img', { timeout: 60_000 });
  return page;
};

export const faultsOf = (page: Page): readonly string[] => faults.get(page) ?? [];

/** Waits until the page that is shown holds a text, and is true. */
export const untilShown = async (page: Page, text: string): Promise<boolean> => {
  await page.waitForFunction(
    (wanted) =>
      document
        .querySelector<HTMLIFrameElement>('.frames iframe:not(.coming)')
        ?.contentDocument?.body.textContent.includes(wanted),
    { timeout: 60_000, polling: 20 },
    text,
  );
  return true;
};
