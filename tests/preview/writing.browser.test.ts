import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { faultsOf, openScreen, startDev, untilShown } from './dev.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';

const opened = async () => {
  const root = await onDisk(baseProject());
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const page = await openScreen(browser, await startDev(root), 'bill/mp');
  const read = (file: string) => readFile(join(root, file), 'utf8');
  return { root, page, read };
};

const choose = async (page: Page, id: string): Promise<void> => {
  await page.evaluate((of) => {
    const frame = document.querySelector<HTMLIFrameElement>('.frames iframe:not(.coming)');
    frame?.contentDocument?.querySelector<HTMLElement>(`[data-of="${of}"]`)?.click();
  }, id);
  await page.waitForSelector('.panel form textarea');
};

const write = (page: Page, text: string): Promise<void> =>
  page.$eval(
    '.panel form textarea',
    (area, value) => {
      area.value = value;
    },
    text,
  );

const outcome = async (page: Page, text: string): Promise<string> => {
  await page.waitForFunction(
    (part) => document.querySelector('.outcome')?.textContent.includes(part),
    {},
    text,
  );
  return page.$eval('.outcome', (shown) => shown.textContent ?? '');
};

const button = (page: Page, label: string): Promise<void> =>
  page.$eval(`.panel button[aria-label="${label}"]`, (found) => (found as HTMLElement).click());

describe('writing on the screen', () => {
  test('a passage is saved into its source, and nothing else of that is another', async () => {
    const { page, read } = await opened();
    const before = await read(SOURCE);
    await choose(page, 'investigations-growth');
    await write(page, 'Investigations have risen by **152%**.');
    await page.click('.panel button.main');
    await outcome(page, 'Saved.');
    expect(await read(SOURCE)).toBe(
      before.replace(
        'Child protection investigations rose by **152%**. England is counted from 2009 to 2024.',
        'Investigations have risen by **152%**.',
      ),
    );
    await untilShown(page, 'Investigations have risen');
    await page.waitForNetworkIdle();
    await outcome(page, 'Saved.');
    expect(faultsOf(page)).toEqual([]);
  });

  test('a slip is shown, and nothing is written; what was typed stays', async () => {
    const { page, read } = await opened();
    const before = await read(SOURCE);
    await choose(page, 'investigations-growth');
    await write(page, 'They rose by ** 152% **.');
    await page.click('.panel button.main');
    expect(await outcome(page, 'Nothing was written')).toContain('**');
    expect(await read(SOURCE)).toBe(before);
    expect(await page.$eval('.panel form textarea', (area) => area.value)).toBe('They rose by ** 152% **.');
  });

  test('what an editor has saved meanwhile is not written over', async () => {
    const { page, root, read } = await opened();
    await choose(page, 'investigations-growth');
    await write(page, 'They rose by **152%**.');
    await writeFile(
      join(root, SOURCE),
      (await read(SOURCE)).replace('Families meet us too late.', 'Families meet us late.'),
    );
    await untilShown(page, 'meet us late');
    await page.click('.panel button.main');
    await outcome(page, 'has changed since');
    expect(await read(SOURCE)).toContain('investigations rose by **152%**');
  });

  test('what comes of a save elsewhere moves nothing that is being clicked at', async () => {
    const { page, root, read } = await opened();
    await choose(page, 'investigations-growth');
    await write(page, 'They rose by **152%**.');
    await page.evaluate(() => {
      const save = document.querySelector('.panel button.main');
      const gauge = document.querySelector('.gauge');
      const seen = { heights: new Set<number>(), tops: new Set<number>() };
      const look = (): void => {
        seen.heights.add(gauge?.getBoundingClientRect().height ?? 0);
        seen.tops.add(save?.getBoundingClientRect().top ?? 0);
      };
      look();
      new MutationObserver(look).observe(gauge as Element, { childList: true });
      Object.assign(window, { seen });
    });
    await writeFile(
      join(root, SOURCE),
      (await read(SOURCE)).replace('Families meet us too late.', 'Families meet us late.'),
    );
    await untilShown(page, 'meet us late');
    await page.waitForFunction(() => {
      const { seen } = window as unknown as { seen: { heights: Set<number> } };
      return seen.heights.size > 1;
    });
    const tops = await page.evaluate(() => [
      ...(window as unknown as { seen: { tops: Set<number> } }).seen.tops,
    ]);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1);
  });

  test('passages are moved by buttons and dragged, and the page follows', async () => {
    const { page, read } = await opened();
    await page.click('.tools button');
    await page.waitForSelector('.slot li');
    const names = () => page.$$eval('.slot:last-child li .place', (all) => all.map((one) => one.textContent));
    expect(await names()).toEqual(['investigations-growth', 'okoro-on-help']);
    await button(page, 'Up: okoro-on-help');
    await page.waitForFunction(
      () => document.querySelector('.slot:last-child li .place')?.textContent === 'okoro-on-help',
    );
    expect(await read(PACK)).toContain('facts: { passages: [okoro-on-help, investigations-growth], max: 2 }');
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLElement>('.slot:last-child li');
      const dataTransfer = new DataTransfer();
      const fire = (target: HTMLElement | undefined, type: string) =>
        target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      fire(second, 'dragstart');
      fire(first, 'dragover');
      fire(first, 'drop');
    });
    await page.waitForFunction(
      () => document.querySelector('.slot:last-child li .place')?.textContent === 'investigations-growth',
    );
    expect(await read(PACK)).toContain('passages: [investigations-growth, okoro-on-help], max: 2');
    await button(page, 'Out: okoro-on-help');
    await page.waitForFunction(() => document.querySelectorAll('.slot:last-child li').length === 1);
    expect(await read(PACK)).toContain('leave-out: [okoro-on-help]');
    await page.waitForSelector('.others li');
    await button(page, 'Put okoro-on-help into The facts');
    await page.waitForFunction(() => document.querySelectorAll('.slot:last-child li').length === 2);
    expect(await read(PACK)).not.toContain('leave-out');
    expect(faultsOf(page)).toEqual([]);
  });

  test('what a document has to have stays, and is said', async () => {
    const { page, read } = await opened();
    const before = await read(PACK);
    await page.click('.tools button');
    await page.waitForSelector('.slot li');
    await button(page, 'Out: local-capacity');
    await outcome(page, 'Nothing was written');
    expect(await read(PACK)).toBe(before);
  });
});
