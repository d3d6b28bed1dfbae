/** Browsers that run elsewhere, such as in a grid, and are reached over their websockets. */

import type { Browser } from 'puppeteer';
import { OutsideError } from '../../diagnostics/outside.ts';
import { UsageError } from '../../diagnostics/usage.ts';
import { puppeteer, type Running } from './launch.ts';
import type { Machine, RemoteBrowsers } from './machine.ts';

const VARIABLE = 'DESPATCH_BROWSER_WS';

/**
 * The browsers that DESPATCH_BROWSER_WS names, with commas or spaces between their addresses; null where it is not set.
 * One that is named twice prints two pages side by side.
 * @throws UsageError where one of them is no address of a websocket.
 */
export const remoteBrowsers = ({ variables }: Pick<Machine, 'variables'>): RemoteBrowsers | null => {
  const endpoints = (variables[VARIABLE] ?? '').split(/[\s,]+/u).filter(Boolean);
  const wrong = endpoints.find((endpoint) => !/^wss?:\/\/./u.test(endpoint) || !URL.canParse(endpoint));
  if (wrong !== undefined)
    throw new UsageError(
      `${VARIABLE} names \`${wrong}\`, which is no address of a websocket`,
      'Write the address that the browser tells when it starts with `--remote-debugging-port`, e.g. `ws://host:9222/devtools/browser/…`.',
    );
  return endpoints.length ? { origin: 'remote', endpoints } : null;
};

/**
 * Opens a tab in a browser that runs elsewhere, apart from whatever else it does.
 * @throws OutsideError where it does not answer.
 */
export const reach = async (endpoint: string): Promise<Running> => {
  const browser = await connect(endpoint);
  const context = await browser.createBrowserContext();
  return {
    browser,
    tab: () => context.newPage(),
    end: async () => {
      if (browser.connected) await context.close().catch(() => {});
      await browser.disconnect();
    },
  };
};

/** The versions of browsers, each once. */
export const versionsOf = async ({ endpoints }: RemoteBrowsers): Promise<readonly string[]> => {
  const versions = await Promise.all(
    [...new Set(endpoints)].map(async (endpoint) => {
      const browser = await connect(endpoint);
      return browser.version().finally(() => browser.disconnect());
    }),
  );
  return [...new Set(versions)].toSorted();
};

const connect = async (endpoint: string): Promise<Browser> => {
  const node = await puppeteer();
  const options = { browserWSEndpoint: endpoint, defaultViewport: null };
  return node.connect(options).catch((fault: unknown) => {
    const { host } = new URL(endpoint);
    throw new OutsideError(
      `The browser at \`${host}\` does not answer.`,
      `See that it runs and can be reached from here, or take it out of ${VARIABLE}.`,
      { cause: fault },
    );
  });
};
