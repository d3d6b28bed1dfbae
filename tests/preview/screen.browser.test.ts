import { rm } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { faultsOf, openScreen, startDev } from './dev.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const started = async (contents = baseProject()) => {
  const root = await onDisk(contents);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return startDev(root);
};

/** Clicks at the first block of a passage in the page. */
const choose = (page: Page, id: string): Promise<void> =>
  page.evaluate((of) => {
    const frame = document.querySelector<HTMLIFrameElement>('.frames iframe:not(.coming)');
    frame?.contentDocument?.querySelector<HTMLElement>(`[data-of="${of}"]`)?.click();
  }, id);

const panelOf = async (page: Page, text: string): Promise<string> => {
  await page.waitForFunction(
    (part) => document.querySelector('.panel:not([hidden])')?.textContent.includes(part),
    {},
    text,
  );
  return page.$eval('.panel', (panel) => panel.textContent ?? '');
};

describe('the screen of the preview', () => {
  test('tells of a passage that is clicked where it is written and why it is there', async () => {
    const page = await openScreen(browser, await started(), 'bill/mp');
    await choose(page, 'investigations-growth');
    const text = await panelOf(page, 'investigations-growth');
    expect(text).toContain('sources/library/okoro-2025.md:14:1');
    expect(text).toContain('In facts: named by the pack');
    expect(text).toContain('What the Bill means for families');
    expect(text).toContain('Child protection');
    await choose(page, '--headline');
    expect(await panelOf(page, 'Headline')).toContain('sources/packs/bill.yaml:9:');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.panel', { hidden: true });
    expect(faultsOf(page)).toEqual([]);
  });

  test('shows the first document where its address asks for what there is not', async () => {
    const page = await openScreen(browser, await started(), '100%');
    expect(await page.$eval('h1', (title) => title.textContent)).toMatch(/^Keep families together/u);
    expect(faultsOf(page)).toEqual([]);
  });

  test('is used by the keyboard alone', async () => {
    const page = await openScreen(browser, await started(), 'bill/mp');
    await page.focus('.documents button[aria-current]');
    // Behind the list come the page, its links, and its passages.
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await page.keyboard.press('Tab');
      const inFrame = await page.evaluate(() => {
        const frame = document.activeElement as HTMLIFrameElement;
        return (frame.contentDocument?.activeElement as HTMLElement | null)?.dataset['of'] ?? null;
      });
      if (inFrame === 'local-capacity') break;
    }
    await page.keyboard.press('Enter');
    expect(await panelOf(page, 'local-capacity')).toContain('In asks');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel', { hidden: true });
  });

  test.each([
    [375, 'light'],
    [800, 'dark'],
    [1280, 'light'],
    [1800, 'dark'],
  ] as const)('breaks no rule of axe at %i pixels, %s, and is no wider than that', async (width, scheme) => {
    const contents = baseProject();
    const file = 'sources/library/okoro-2025.md';
    contents[file] = contents[file]?.replace(' priority=1', ' priority=1 review=2025-01-20') ?? '';
    const page = await openScreen(browser, await started(contents), 'bill/mp', width);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await choose(page, 'investigations-growth');
    await panelOf(page, 'investigations-growth');
    await page.waitForSelector('.messages .warning');
    await page.$eval('.messages details', (messages) => (messages.open = true));
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`,
    );
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
