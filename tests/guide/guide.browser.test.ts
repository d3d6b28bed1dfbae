import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guidePages } from '../../src/guide/guide.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { installedPackages } from '../../src/world/installed-packages.ts';
import { writeFiles } from '../../src/world/new-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { openBrowser } from '../browser.ts';
import { onDisk } from '../on-disk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = await guidePages(diskFiles(PACKAGE), installedPackages(PACKAGE));
const names = [...pages.keys()].filter((path) => path.endsWith('.html'));

let browser: Browser;
let page: Page;
let root: string;
beforeAll(async () => {
  root = await onDisk({});
  await writeFiles(root, pages);
  browser = await openBrowser();
  page = await browser.newPage();
  await page.setBypassCSP(true);
});
afterAll(() => browser.close());

describe.each(names)('%s', (name) => {
  test.each([
    [375, 'light'],
    [1280, 'dark'],
  ] as const)('can be read on a screen %d wide, %s', async (width, scheme) => {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(pathToFileURL(join(root, name)).href);
    await page.evaluate(axe);
    const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
    expect(found).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('leads to pages and headings that there are', () => {
    const text = String(pages.get(name));
    const links = Array.from(text.matchAll(/href="([^"]+)"/gu), ([, href = '']) => href);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links.filter((href) => !/^https?:/u.test(href))) {
      const [path = '', id] = link.split('#');
      const target = path ? pages.get(posix.join(posix.dirname(name), path)) : text;
      expect([link, target !== undefined]).toEqual([link, true]);
      if (id) expect([link, String(target).includes(`id="${id}"`)]).toEqual([link, true]);
    }
  });
});

test('chapters follow each other in the order of the list', () => {
  expect(names).toEqual([...names].toSorted((a, b) => position(a) - position(b)));
  expect(names).toHaveLength(new Set(names).size);
});

const list = String(pages.get('index.html'));
const position = (name: string): number => list.indexOf(`href="${name}"`);
