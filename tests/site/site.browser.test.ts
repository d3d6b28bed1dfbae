import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { despatch } from '../cli/command.ts';
import { serve, type Served } from './serve.ts';

/** The site of our own packs, as browsers show it from a server and from a disk. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let browser: Browser;
let served: Served;
let disk: string;
let page: Page;
beforeAll(async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'despatch-site-')), 'output');
  const { status, err } = await despatch(ROOT, ['build', '--format', 'html', '--out', out]);
  expect(status, err).toBe(0);
  disk = `${pathToFileURL(join(out, 'site')).href}/`;
  served = await serve(join(out, 'site'), '/some/where/');
  browser = await openBrowser();
});
beforeEach(async () => {
  // Nothing of what another test has loaded.
  page = await (await browser.createBrowserContext()).newPage();
  served.sent.clear();
});
afterAll(async () => {
  await browser?.close();
  served?.server.close();
});

describe('the home page', () => {
  test.each([375, 1280])(
    'at %d pixels is below 60 kB, and asks for nothing that is not there',
    async (width) => {
      await page.setViewport({ width, height: 900 });
      await page.goto(served.address, { waitUntil: 'networkidle0' });
      await page.evaluate('document.fonts.ready');
      const bytes = [...served.sent].filter(([path]) => path !== '/favicon.ico');
      expect(bytes.filter(([, sent]) => sent === null)).toEqual([]);
      expect(bytes.filter(([path]) => path.endsWith('.woff2')).length).toBeGreaterThan(0);
      expect(bytes.reduce((sum, [, sent]) => sum + (sent ?? 0), 0)).toBeLessThan(60_000);
    },
  );

  test('has its text in the first paint, and nothing moves afterwards', async () => {
    await page.setViewport({ width: 375, height: 800 });
    await page.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });
    })`);
    await page.goto(served.address, { waitUntil: 'networkidle0' });
    await page.evaluate('new Promise((done) => setTimeout(done, 500))');
    const paints = (await page.evaluate(
      `Object.fromEntries(performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime]))`,
    )) as Record<string, number>;
    expect(paints['first-paint']).toBeGreaterThan(0);
    expect(paints['first-contentful-paint']).toBe(paints['first-paint']);
    expect(await page.evaluate('window.shifts')).toEqual([]);
  });
});

describe.each(['a server', 'a disk'])('search from %s', (from) => {
  const at = (path: string) => (from === 'a disk' ? disk : served.address) + path;
  const focused = () => page.evaluate('document.activeElement.textContent.trim()');

  test('is found, used and left by keyboard alone, in spite of a slip of the pen', async () => {
    await page.goto(at('index.html'));
    const tabTo = async (isThere: () => Promise<boolean>): Promise<void> => {
      for (let tabs = 0; !(await isThere()); tabs += 1) {
        expect(tabs).toBeLessThan(10);
        await page.keyboard.press('Tab');
      }
    };
    await tabTo(async () => (await focused()) === 'Search');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('input[type=search]');
    await tabTo(async () => (await page.$('input[type=search]:focus')) !== null);
    await page.keyboard.type('child protecton investgations');
    expect(await page.$eval('[role=status]', (said) => said.textContent)).toMatch(/^\d+ found/u);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/investigation/u);
    await page.keyboard.press('Escape');
    expect(await page.$('input[type=search]:focus')).not.toBeNull();
    await page.keyboard.press('Enter');
    const name = await focused();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toMatch(/\/evidence\/[a-z0-9-]+\.html$/u);
    expect(await page.$eval('.statement', (statement) => statement.textContent)).toContain(name);
    await page.goBack();
    await page.waitForSelector('input[type=search]');
    expect(await page.$eval('input[type=search]', ({ value }) => value)).toBe(
      'child protecton investgations',
    );
  });

  test('is narrowed by kind, topic and year, and an address says to what', async () => {
    await page.goto(at('search/index.html'));
    const said = () =>
      page.$eval('[role=status]', ({ textContent }) => Number(/^\d+/u.exec(textContent)?.[0]));
    const all = await said();
    await page.select('select[name=year]', '2024');
    const ofYear = await said();
    expect(ofYear).toBeLessThan(all);
    await page.select('select[name=kind]', '1');
    const ofKind = await said();
    expect(ofKind).toBeLessThan(ofYear);
    await page.select('select[name=topic]', '0');
    const ofTopic = await said();
    expect(ofTopic).toBeLessThan(ofKind);
    const { hash } = new URL(page.url());
    expect(hash).toBe('#kind=1&topic=0&year=2024');
    await page.goto('about:blank');
    await page.goto(at(`search/index.html${hash}`));
    expect(await said()).toBe(ofTopic);
  });
});

test('search breaks no rule of axe with results or without', async () => {
  for (const [hash, scheme] of [
    ['#q=agency', 'light'],
    ['#q=qqqqq', 'dark'],
  ] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto('about:blank');
    await page.goto(`${served.address}search/index.html${hash}`);
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(found).toEqual([]);
  }
});

test('without scripts the page of search leads to all that there is', async () => {
  await page.setJavaScriptEnabled(false);
  await page.goto(`${served.address}search/index.html`);
  await Promise.all([page.waitForNavigation(), page.click('main a[href*=evidence]')]);
  expect(new URL(page.url()).pathname).toBe('/some/where/evidence/index.html');
});
