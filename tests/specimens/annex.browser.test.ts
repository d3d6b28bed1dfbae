/** Evidence annexes, of the longest and shortest content of all templates: as they are printed, and as web pages. */

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PdfFacts } from '../../src/pdf/index.ts';
import type { Made } from '../../src/model/made.ts';
import { openBrowser } from '../browser.ts';
import { onDisk } from '../on-disk.ts';
import { elementsOf, saidIn, textOf } from '../pdf/said.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { produceAll } from '../produced.ts';
import { webOverlaps } from '../web-overlaps.ts';
import { pageTexts, type PageText, type Run } from './page-text.ts';
import { annexFiles } from './specimen.ts';

const EDITIONS = ['mp', 'minister', 'councillor', 'press', 'conference'];

describe.each(['longest', 'shortest'] as const)('annexes of the %s content', (size) => {
  let made: readonly Made[];
  let folder: string;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const produced = await produceAll(annexFiles(size), ({ key }) => key.variant === 'annex');
    expect(produced.printing).toEqual([]);
    ({ made } = produced);
    const output = new Map(made.flatMap(({ files, assets }) => [...files, ...assets]));
    folder = await onDisk(Object.fromEntries(output));
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  describe.each(EDITIONS)('for %s', (id) => {
    let pdf: Uint8Array;
    let facts: PdfFacts;
    let pages: readonly PageText[];
    let entries: number;
    beforeAll(async () => {
      const document = made.find(({ entry }) => entry.edition === id);
      pdf = document?.files.get(`specimen/${id}-annex.pdf`) ?? new Uint8Array();
      const html = Buffer.from(document?.files.get(`specimen/${id}-annex.html`) ?? '').toString();
      entries = html.match(/<article/gu)?.length ?? 0;
      [facts, pages] = await Promise.all([readPdf(pdf), pageTexts(pdf)]);
    });

    /** What stands above the running foot. */
    const body = ({ runs }: PageText): readonly Run[] => runs.filter(({ bottom }) => bottom < 277);

    test('has a heading for each part and each passage, below its own', () => {
      const [first, ...others] = facts.outline;
      expect(first?.title).toMatch(/^Evidence for “/u);
      const numbered = others.filter(({ title }) => /^\d+\. \p{Lu}/u.test(title));
      expect(numbered.map(({ title }) => Number.parseInt(title, 10))).toEqual(
        Array.from({ length: entries }, (_, index) => index + 1),
      );
      expect(others.length).toBeGreaterThan(numbered.length);
    });

    test('keeps within its margins, and sets no text over other text', () => {
      const runs = pages.flatMap((one) => one.runs);
      expect(Math.min(...runs.map(({ left }) => left))).toBeGreaterThan(19.5);
      expect(Math.max(...runs.map(({ right }) => right))).toBeLessThan(190.5);
      expect(facts.overlaps).toEqual([]);
    });

    test('leaves no heading alone at the foot of a page, and no label', () => {
      const titles = new Set(facts.outline.map(({ title }) => title));
      const last = pages.slice(0, -1).map((one) => {
        const lowest = Math.max(...body(one).map(({ bottom }) => bottom));
        const line = body(one).filter(({ bottom }) => Math.abs(bottom - lowest) < 0.5);
        return line.map(({ text }) => text).join('');
      });
      expect(last.filter((line) => titles.has(line.trim()) || /^\d+\. /u.test(line))).toEqual([]);
    });

    test('parts no question from why it matters', () => {
      const first = pages.slice(1).map((one) => {
        const highest = Math.min(...body(one).map(({ top }) => top));
        const line = body(one).filter(({ top }) => Math.abs(top - highest) < 0.5);
        return line.map(({ text }) => text).join('');
      });
      expect(first.filter((line) => line.includes('Why it matters'))).toEqual([]);
    });

    test('has more than its foot on the last page', () => {
      const said = body(pages.at(-1) ?? { width: 0, height: 0, runs: [] }).map(({ text }) => text.trim());
      expect(said).toContain('Checks passed');
    });

    test('fills its pages, the last one apart', () => {
      for (const one of pages.slice(0, -1)) {
        const lowest = Math.max(...body(one).map(({ bottom }) => bottom));
        expect(lowest).toBeGreaterThan(277 / 2);
      }
    });

    test('has its title, its day, its version and its number on each page', () => {
      pages.forEach(({ runs }, index) => {
        const text = runs
          .map((run) => run.text)
          .join(' ')
          .replace(/\s+/gu, ' ');
        expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
        expect(text).toContain('Evidence annex: Care');
        expect(text).toContain('as at 28 September 2026');
        expect(text).toMatch(/version [0-9a-f]{7}/u);
      });
    });

    test('is told in lists of terms, each check an item', async () => {
      const said = await saidIn(pdf);
      const articles = elementsOf(said, 'Art');
      expect(articles).toHaveLength(entries);
      for (const article of articles) {
        const terms = elementsOf(article, 'Lbl').map((term) => textOf(term).trim());
        expect(terms).toEqual(expect.arrayContaining(['Source', 'Checks passed']));
        expect(elementsOf(article, 'H3')).toHaveLength(1);
      }
      expect(elementsOf(said, 'Table')).toEqual([]);
    });

    test.each([320, 1280])('sets no text over other text on its web page of %d pixels', async (width) => {
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(join(folder, `specimen/${id}-annex.html`)).href);
      await page.evaluate('document.fonts.ready');
      expect(await webOverlaps(page, width)).toEqual([]);
    });
  });

  test('give the whole hash of the archived original', async () => {
    const document = made.find(({ entry }) => entry.edition === 'mp');
    const pages = await pageTexts(document?.files.get('specimen/mp-annex.pdf') ?? new Uint8Array());
    const said = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ');
    expect(said).toMatch(/SHA-256: [0-9a-f]{64}(?![0-9a-f])/u);
  });
});
