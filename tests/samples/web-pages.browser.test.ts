import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { despatch } from '../cli/command.ts';
import { filesBelow } from '../on-disk.ts';
import { unlikePages } from '../unlike-pages.ts';
import { webOverlaps } from '../web-overlaps.ts';

/** The web pages of our own packs, as browsers show them and as axe sees them. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let browser: Browser;
let page: Page;
let out: string;
let pages: readonly string[];

beforeAll(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'despatch-web-')), 'output');
  // Some of the documents that are made on request, with the pages that list them.
  const recipients = ['Leeds', 'Birmingham', 'Leeds East', 'Brighton Pavilion'].flatMap((name) => [
    '--recipient',
    name,
  ]);
  for (const some of [[], ['social-work-workforce-local', ...recipients]]) {
    const { status, err } = await despatch(ROOT, ['build', ...some, '--format', 'html', '--out', out]);
    expect(status, err).toBe(0);
  }
  pages = unlikePages((await filesBelow(out)).keys());
  expect(pages.length).toBeGreaterThan(2);
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const open = async (path: string, width: number): Promise<void> => {
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(join(out, path)).href);
  await page.evaluate('document.fonts.ready');
};

// Colours are the same at every width.
test.each([
  [320, 'screen', 'light'],
  [1280, 'screen', 'light'],
  [1280, 'screen', 'dark'],
  [1280, 'print', 'light'],
] as const)('no page breaks a rule of axe at %d pixels on %s, %s', async (width, media, scheme) => {
  await page.emulateMediaType(media);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  for (const path of pages) {
    await open(path, width);
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`,
    );
    expect(found, path).toEqual([]);
  }
});

// 640 pixels are also what a page of 1280 has at a zoom of 200%.
test.each([320, 640, 768, 1440])('no page scrolls sideways at %d pixels', async (width) => {
  await page.emulateMediaType('screen');
  for (const path of pages) {
    await open(path, width);
    const beyond = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(beyond, path).toBe(0);
  }
});

test.each([320, 1280])('no page sets text over other text at %d pixels', async (width) => {
  for (const path of pages) {
    await open(path, width);
    expect(await webOverlaps(page, width), path).toEqual([]);
  }
});

test('everything that can be followed by keyboard shows that it has the focus', async () => {
  await page.emulateMediaType('screen');
  for (const path of pages) {
    await open(path, 1280);
    await page.keyboard.press('Tab');
    const first = await page.evaluate('document.activeElement.className');
    expect(first, path).toBe('skip');
    const seen = await page.evaluate(`(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      const { top, left } = document.activeElement.getBoundingClientRect();
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && top >= 0 && left >= 0;
    })()`);
    expect(seen, path).toBe(true);
  }
});

test('a note can be followed and returned from', async () => {
  await page.emulateMediaType('screen');
  const noted = pages.filter((path) => !path.startsWith('index'));
  for (const path of noted) {
    await open(path, 1280);
    const wrong =
      await page.evaluate(`[...document.querySelectorAll('[role=doc-noteref]')].filter((reference) => {
      const note = document.querySelector(reference.getAttribute('href'));
      return !note?.querySelector('a[role=doc-backlink][href="#' + reference.id + '"]');
    }).length`);
    expect(wrong, path).toBe(0);
  }
});

test('a name is found on a page of recipients by any of its words, and without scripts the list is whole', async () => {
  const path = 'social-work-workforce-local/mp/index.html';
  const shown = () =>
    page.evaluate(
      `[...document.querySelectorAll('.recipients > li')].filter((item) => item.checkVisibility()).map((item) => item.firstElementChild.textContent)`,
    );
  await open(path, 1280);
  expect(await shown()).toEqual(['Brighton Pavilion', 'Leeds East']);
  await page.focus('input[type=search]');
  for (const [typed, found, said] of [
    ['pavilion BRIGH', ['Brighton Pavilion'], '1 shown'],
    ['east', ['Leeds East'], '1 shown'],
    ['nowhere', [], '0 shown'],
  ] as const) {
    await page.evaluate(`document.querySelector('input[type=search]').value = ''`);
    await page.keyboard.type(typed);
    expect(await shown()).toEqual(found);
    expect(await page.$eval('[role=status]', (status) => status.textContent)).toBe(said);
  }
  await page.setJavaScriptEnabled(false);
  await open(path, 1280);
  expect(await page.$('input')).toBeNull();
  expect(await page.$$('.recipients > li')).toHaveLength(2);
  await page.setJavaScriptEnabled(true);
});
