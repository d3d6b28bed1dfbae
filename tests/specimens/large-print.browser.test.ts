/** The repository's large print, on the longest and shortest content of all its templates. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { PdfFacts } from '../../src/pdf/index.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { Made } from '../../src/model/made.ts';
import { produceAll } from '../produced.ts';
import { pageTexts, type PageText, type Run } from './page-text.ts';
import { specimenFiles } from './specimen.ts';

const EDITIONS = ['mp', 'minister', 'councillor', 'press', 'conference'];

/** Runs that stand on one line of a page, within a millimetre. */
const onLineOf = ({ runs }: PageText, line: Run): readonly Run[] =>
  runs.filter(({ bottom }) => Math.abs(bottom - line.bottom) < 1);

describe.each(['longest', 'shortest'] as const)('large print of the %s content', (size) => {
  let made: readonly Made[];
  beforeAll(async () => {
    const produced = await produceAll(specimenFiles(size, ['large-print']));
    expect(produced.printing).toEqual([]);
    ({ made } = produced);
  });

  describe.each(EDITIONS)('for %s', (id) => {
    let facts: PdfFacts;
    let pages: readonly PageText[];
    beforeAll(async () => {
      const document = made.find(({ entry }) => entry.edition === id);
      const pdf = document?.files.get(`specimen/${id}-large-print.pdf`);
      if (!pdf) throw new Error(`there is no large print for ${id}`);
      [facts, pages] = await Promise.all([readPdf(pdf), pageTexts(pdf)]);
    });

    /** What stands between the head and the foot of a page. */
    const body = ({ runs }: PageText): readonly Run[] => {
      const head = runs.find(({ text }) => text.startsWith('as at'));
      const end = Math.min(
        ...runs
          .filter(({ text }) => /version [0-9a-f]{7}$/u.test(text))
          .map(({ top }) => top)
          .slice(-1),
      );
      return runs.filter(({ top }) => top > (head?.bottom ?? 0) && top < end);
    };

    test('is on A4', () => {
      for (const { width, height } of facts.pages) {
        expect(width).toBeCloseTo(210, 0);
        expect(height).toBeCloseTo(297, 0);
      }
    });

    test('has nothing below 16pt, head and foot of the page included', () => {
      const sizes = pages.flatMap(({ runs }) => runs.map((run) => run.size));
      expect(Math.min(...sizes)).toBeGreaterThan(15.99);
      expect(sizes.filter((one) => one > 17.9).length).toBeGreaterThan(sizes.length / 4);
    });

    test('is set in two upright cuts of one sans serif', () => {
      expect(facts.fonts.map(({ name }) => name.replace(/^\w{6}\+/u, '')).toSorted()).toEqual(
        expect.arrayContaining(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']),
      );
      for (const { name } of facts.fonts) {
        expect(name).toMatch(/AtkinsonHyperlegibleNext-(?:Bold|Regular)$/u);
      }
    });

    test('is one column: what stands in the right half of the page goes on from the left', () => {
      const apart = pages.flatMap((page) =>
        body(page).filter((run) => run.left > 105 && !onLineOf(page, run).some(({ left }) => left < 60)),
      );
      expect(apart).toEqual([]);
    });

    test('starts its lines at the left margin, or set in from it by little', () => {
      for (const page of pages)
        for (const run of body(page)) {
          const first = Math.min(...onLineOf(page, run).map(({ left }) => left));
          expect(first).toBeGreaterThan(17.5);
          expect(first).toBeLessThan(45);
        }
    });

    test('keeps within its margins, and sets no text over other text', () => {
      expect(Math.max(...pages.flatMap(({ runs }) => runs.map(({ right }) => right)))).toBeLessThan(192.5);
      expect(Math.max(...pages.flatMap(({ runs }) => runs.map(({ bottom }) => bottom)))).toBeLessThan(290);
      expect(facts.overlaps).toEqual([]);
    });

    test('has no word in capitals but for short forms', () => {
      const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join(' ');
      expect(text.match(/\p{Lu}{5,}/gu) ?? []).toEqual([]);
    });

    test('leaves no heading, figure or label alone at the foot of a page', () => {
      const last = pages.slice(0, -1).flatMap((page) => {
        const lowest = body(page).reduce((a, b) => (a.bottom > b.bottom ? a : b));
        return onLineOf(page, lowest);
      });
      expect(last.filter((run) => run.size > 18.5 || /^(?:They will|You) say$/u.test(run.text))).toEqual([]);
    });

    test('fills its pages, the last one apart', () => {
      for (const page of pages.slice(0, -1)) {
        const lowest = Math.max(...body(page).map(({ bottom }) => bottom));
        expect(lowest).toBeGreaterThan(297 / 2);
      }
    });

    test('has its title, its day and its number on each page', () => {
      pages.forEach(({ runs }, index) => {
        const text = runs
          .map((run) => run.text)
          .join(' ')
          .replace(/\s+/gu, ' ');
        expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
        expect(text).toContain('as at 28 September 2026');
      });
    });
  });

  test('has contents that name the right pages', async () => {
    const document = made.find(({ entry }) => entry.edition === 'councillor');
    const pages = await pageTexts(document?.files.get(document.entry.files.pdf ?? '') ?? new Uint8Array());
    const said = pages
      .flatMap(({ runs }) => runs.map(({ text }) => text))
      .join('')
      .replace(/\s/gu, '');
    for (const title of ['The figures', 'Questions for scrutiny', 'Model motion']) {
      const named = new RegExp(`${title.replace(/\s/gu, '')}\\(page(\\d+)\\)`, 'u').exec(said)?.[1];
      const found = pages.findIndex(({ runs }) => runs.some((run) => run.size > 20 && run.text === title));
      expect(Number(named)).toBe(found + 1);
    }
  });
});
