import { posix } from 'node:path';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from '../browser.ts';

/** A page's site, which exists nowhere; files of it are answered from memory, all else is refused and kept. */
const SITE = 'http://despatch.invalid/output/';

/** Opens one page of an output, and gives all that it asks for and that is no file of the output. */
export type Open = (
  files: ReadonlyMap<string, Uint8Array | string>,
  path: string,
) => Promise<readonly string[]>;

/**
 * A browser for all tests of a file that runs scripts, shows each page by day, by night and as printed, and
 * follows the first link whose text is “go”.
 */
export const sealedBrowser = (): Open => {
  let browser: Browser;
  let page: Page;
  let files: Parameters<Open>[0] = new Map();
  let strange = new Set<string>();
  const answer = (request: HTTPRequest): Promise<void> => {
    const asked = request.url().startsWith(SITE)
      ? decodeURIComponent(request.url().slice(SITE.length))
      : null;
    const body = asked === null ? undefined : files.get(asked);
    if (body === undefined) strange.add(request.url().slice(0, 80));
    if (asked === null || body === undefined) return request.abort();
    const contentType = TYPES[posix.extname(asked)] ?? 'text/plain';
    return request.respond({ contentType, body: Buffer.from(body) });
  };
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    await page.setCacheEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request).catch(() => {}));
    page.on('console', (message) => {
      if (/Content Security Policy/u.test(message.text())) strange.add(message.text().slice(0, 200));
    });
  });
  afterAll(() => browser.close());
  return async (output, path) => {
    await page.goto('about:blank');
    [files, strange] = [output, new Set()];
    try {
      await page.goto(SITE + path);
      for (const [media, scheme] of SIGHTS) {
        await page.emulateMediaType(media);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
      }
      await page.evaluate(`[...document.links].find(({ textContent }) => textContent === 'go')?.click()`);
      await page.evaluate('new Promise((done) => setTimeout(done, 20))');
    } catch {
      // A page that sends its reader elsewhere is gone; what it asked for is kept.
    }
    return [...strange].filter((address) => !address.endsWith('/favicon.ico'));
  };
};

const SIGHTS = [
  ['screen', 'light'],
  ['screen', 'dark'],
  ['print', 'light'],
] as const;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
