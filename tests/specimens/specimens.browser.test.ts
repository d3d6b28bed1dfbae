import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/diagnostics/message.ts';
import type { Template } from '../../src/model/template.ts';
import { contentBox } from '../../src/model/sheet.ts';
import type { PdfFacts } from '../../src/pdf/index.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { Plan } from '../../src/produce/plan.ts';
import type { Made } from '../../src/model/made.ts';
import type { Files } from '../../src/world/world.ts';
import { produceAll } from '../produced.ts';
import { openBrowser } from '../browser.ts';
import { onDisk } from '../on-disk.ts';
import { webOverlaps } from '../web-overlaps.ts';
import { pageTexts, type PageText } from './page-text.ts';
import { specimenFiles, type Size } from './specimen.ts';

const TEMPLATES = ['one-page-brief', 'ministerial-brief', 'councillor-pack', 'news-release', 'handout'];

/** Makes the documents of a specimen; of one template where that is named. */
const makeSpecimen = async (files: Files, template?: string) => {
  const isWanted = (plan: Plan) => !template || plan.template.id === template;
  const { drafted, made, printing } = await produceAll(files, isWanted);
  expect(hasErrors(printing) ? printing : []).toEqual([]);
  return { made, templates: drafted.project.templates };
};

/** A specimen of which a template may take more pages than it was made for. */
const withPages = (size: Size, template: string, pages: string): Files => {
  const files = specimenFiles(size);
  const path = `templates/${template}/template.yaml`;
  return {
    ...files,
    read: async (wanted) => {
      const bytes = await files.read(wanted);
      if (wanted !== path || !bytes) return bytes;
      return Buffer.from(
        Buffer.from(bytes)
          .toString()
          .replace(/^pages:.*$/mu, `pages: ${pages}`),
      );
    },
  };
};

test.each([
  ['one-page-brief', 2],
  ['one-page-brief', 3],
  ['ministerial-brief', 2],
  ['ministerial-brief', 3],
  ['handout', 4],
])('a %s that may take %d pages sets no text over other text', async (template, pages) => {
  const { made } = await makeSpecimen(withPages('longest', template, `{ max: ${pages} }`), template);
  const [document] = made;
  const facts = await readPdf(document?.files.get(document.entry.files.pdf ?? '') ?? new Uint8Array());
  expect(facts.pages.length).toBeGreaterThan(1);
  expect(facts.overlaps).toEqual([]);
});

describe.each(['longest', 'shortest'] as const)('with the %s content', (size) => {
  let made: readonly Made[];
  let templates: ReadonlyMap<string, Template>;
  let folder: string;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    ({ made, templates } = await makeSpecimen(specimenFiles(size)));
    const output = new Map(made.flatMap(({ files, assets }) => [...files, ...assets]));
    folder = await onDisk(Object.fromEntries(output));
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  describe.each(TEMPLATES)('a %s', (id) => {
    let pages: readonly PageText[];
    let template: Template;
    let facts: PdfFacts;
    let headings: readonly string[];
    /** Where the content of a page ends and its running foot begins. */
    let foot: number;
    beforeAll(async () => {
      const document = made.find(({ entry }) => entry.template === id);
      const pdf = document?.files.get(document.entry.files.pdf ?? '');
      const found = templates.get(id);
      if (!pdf || !found) throw new Error(`there is no ${id}`);
      template = found;
      pages = await pageTexts(pdf);
      // Pages for notes stand empty on purpose, below their heading.
      facts = await readPdf(pdf);
      headings = facts.outline.map(({ title }) => title).filter((title) => title !== 'Your notes');
      const [page] = pages;
      const [top = 0] = template.page.margin.split(' ').map((length) => Number.parseFloat(length));
      foot = top + contentBox(template.page).height + 0.3;
      expect(page?.runs.length).toBeGreaterThan(0);
    });

    test('has the number of pages that its contract allows', () => {
      const { min, max, multiple } = template.pages;
      expect(pages.length).toBeGreaterThanOrEqual(min);
      expect(pages.length).toBeLessThanOrEqual(max ?? Infinity);
      expect(pages.length % multiple).toBe(0);
    });

    test('keeps all text within its margins, and above its running foot', () => {
      const { width } = contentBox(template.page);
      const lengths = template.page.margin.split(' ').map((length) => Number.parseFloat(length));
      const left = lengths[3] ?? lengths[1] ?? 0;
      const outside = pages
        .flatMap(({ runs }) => runs)
        .filter((run) => run.left < left - 0.5 || run.right > left + width + 0.5);
      expect(outside).toEqual([]);
    });

    test('sets no text over other text', () => {
      expect(facts.overlaps).toEqual([]);
    });

    test.each([320, 1280])('sets none over other text on its web page of %d pixels', async (width) => {
      const path = made.find(({ entry }) => entry.template === id)?.entry.files.html ?? '';
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(join(folder, path)).href);
      await page.evaluate('document.fonts.ready');
      expect(await webOverlaps(page, width)).toEqual([]);
    });

    test('leaves no heading alone at the foot of a page', () => {
      const last = pages.map(({ runs }) => {
        const body = runs.filter(({ bottom }) => bottom <= foot);
        const lowest = Math.max(...body.map(({ bottom }) => bottom));
        return body
          .filter(({ bottom }) => Math.abs(bottom - lowest) < 0.5)
          .map(({ text }) => text)
          .join('');
      });
      expect(last.filter((line) => headings.includes(line.trim()))).toEqual([]);
    });

    test('fills a fifth of its last page at the least', () => {
      // Pages for notes stand empty on purpose.
      const written = pages.filter(({ runs }) => !runs.some(({ text }) => text === 'Your notes'));
      const body = written.at(-1)?.runs.filter(({ bottom }) => bottom <= foot) ?? [];
      const top = Math.min(...body.map((run) => run.top));
      const end = Math.max(...body.map((run) => run.bottom));
      expect((end - top) / contentBox(template.page).height).toBeGreaterThan(0.2);
    });

    test('has no type smaller than its contract allows', () => {
      const { notes } = template.type;
      const body = pages.flatMap(({ runs }) => runs.filter(({ bottom }) => bottom <= foot));
      // References to notes are smaller than the text that they stand in.
      const texts = body.filter(({ text }) => !/^\d+$/u.test(text.trim()));
      expect(texts.filter((run) => run.size < notes - 0.1)).toEqual([]);
    });
  });
});
