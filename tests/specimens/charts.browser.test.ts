import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '../../src/pdf/library.ts';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentName } from '../../src/model/document-key.ts';
import type { Made } from '../../src/model/made.ts';
import { openBrowser } from '../browser.ts';
import { onDisk } from '../on-disk.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { produceAll } from '../produced.ts';
import { webOverlaps } from '../web-overlaps.ts';
import { chartFiles, EXHIBITS, localFiles, RECIPIENTS } from './chart-specimen.ts';
import { besidesStyle } from '../made-up.ts';

const CHARTS = EXHIBITS.filter(([, written]) => written.startsWith('::chart'));

/** What is made for a page or two is not laid out over ten: of these the web page is looked at, and the local box. */
const SHORT = new Set(['one-page-brief', 'ministerial-brief', 'handout']);

const isShort = ({ entry }: Made) => entry.variant === 'standard' && SHORT.has(entry.template);

/** Every kind of chart and table of figures, with what is awkward in it, in every template and in large print. */
describe('a passage with every chart', () => {
  let made: readonly Made[];
  let folder: string;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const produced = await produceAll(chartFiles());
    ({ made } = produced);
    const short = made.filter(isShort).map(({ entry }) => documentName(entry));
    const told = besidesStyle([...produced.drafting, ...produced.printing])
      // One bar is what is to be looked at here.
      .flatMap(({ rule, text }) => (rule === 'chart-alone' ? [] : text));
    expect(told.filter((text) => !short.some((name) => text.endsWith(name)))).toEqual([]);
    folder = await onDisk(Object.fromEntries(made.flatMap(({ files, assets }) => [...files, ...assets])));
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  const pdfOf = ({ entry, files }: Made) => files.get(entry.files.pdf ?? '') ?? new Uint8Array();

  test('prints where there are pages for it, in standard and in large print, with no text over other text', async () => {
    expect(made).toHaveLength(10);
    for (const one of made)
      if (!isShort(one)) expect((await readPdf(pdfOf(one))).overlaps, one.entry.template).toEqual([]);
  });

  test('has each chart as a figure with its words, and each table with its heads', async () => {
    for (const one of made) {
      const alternatives = await alternativesIn(pdfOf(one));
      const spoken = alternatives.filter((words) => words.includes(': the figure in 2024 was'));
      expect(spoken, one.entry.template).toHaveLength(CHARTS.length);
    }
  });

  /** Each with its width in pixels; a sheet has its own. */
  test.each([
    ['screen', () => 320],
    ['screen', () => 1280],
    ['print', (template: string) => (template === 'handout' ? 476 : 643)],
  ] as const)('sets no text of a chart over other text or outside it, on %s, %#', async (media, widthOf) => {
    for (const { entry } of made) {
      const width = widthOf(entry.template);
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaType(media);
      await page.goto(pathToFileURL(join(folder, entry.files.html ?? '')).href);
      await page.evaluate('document.fonts.ready');
      expect(await page.evaluate(FAULTS), `${entry.template} ${entry.variant}`).toEqual([]);
      if (media === 'screen') expect(await webOverlaps(page, width), entry.template).toEqual([]);
    }
  });
});

const LOCAL_BOXES = ['one-page-brief', 'ministerial-brief', 'councillor-pack', 'handout'];

describe.each(Object.entries(RECIPIENTS))('the local box of the %s', (what, key) => {
  let made: readonly Made[];
  beforeAll(async () => {
    const produced = await produceAll(localFiles(key), ({ template }) => LOCAL_BOXES.includes(template.id));
    expect(produced.printing).toEqual([]);
    ({ made } = produced);
  });

  test.each(LOCAL_BOXES)('stands in a %s, unless there are no figures', async (template) => {
    const document = made.find(({ entry }) => entry.template === template);
    const pdf = document?.files.get(document.entry.files.pdf ?? '') ?? new Uint8Array();
    expect((await readPdf(pdf)).overlaps).toEqual([]);
    const spoken = (await alternativesIn(pdf)).filter((words) => words.startsWith('Families who wait: '));
    expect(spoken).toHaveLength(what === 'suppressed' ? 0 : 1);
  });
});

/** The alternatives of a PDF's figures. */
const alternativesIn = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const pdf = await PDFDocument.load(bytes);
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) return [];
    const words = object.get(PDFName.of('Alt'));
    return words instanceof PDFString || words instanceof PDFHexString ? [words.decodeText()] : [];
  });
};

/** In a page: the texts of charts that lie upon each other or upon a bar, or outside their chart. */
const FAULTS = `[...document.querySelectorAll('.chart > svg')].flatMap((svg) => {
  const room = svg.getBoundingClientRect();
  const lines = [...svg.querySelectorAll('text')].flatMap((text) => {
    const size = parseFloat(getComputedStyle(text).fontSize);
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width }) => width > 0).map((box) => ({
      words: text.textContent, text, size,
      left: box.left, right: box.right, top: box.top + size * 0.25, bottom: box.bottom - size * 0.25,
    }));
  });
  const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  const bars = [...svg.querySelectorAll('rect')].map((bar) => bar.getBoundingClientRect());
  return lines.flatMap((line, index) => [
    ...lines.slice(index + 1).filter((other) => other.text !== line.text && meet(line, other)).map((other) => line.words + ' / ' + other.words),
    ...bars.filter((bar) => meet(line, bar)).map(() => line.words + ' / bar'),
    ...(line.left < room.left - 1 || line.right > room.right + 1 || line.bottom > room.bottom + 1 ? [line.words + ' / edge'] : []),
  ]);
})`;
