import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedNear } from '../../src/fit/target.ts';
import { fitDocument } from '../../src/produce/fit-document.ts';
import { settingsOf } from '../../src/fit/settings.ts';
import type { Setting } from '../../src/model/fit.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { sharedPrinter } from '../print/press.ts';
import { draftOf, jobFor, madeUp, type MadeUpDocument } from './generated.ts';
import { runs } from '../runs.ts';

const RUNS = runs(60, 600);

const printer = sharedPrinter();

const printIn = async (made: MadeUpDocument, ids: readonly string[], { size, spacing }: Setting) => {
  const { bytes, measures } = await printer().print(jobFor(made, ids, size, spacing));
  return { pages: (await readPdf(bytes)).pages.length, measures };
};

/**
 * The next setting in which the type is larger by a hundredth of its size, or the spaces by four where it can't be: that
 * makes the page no longer than the type does. The page foretells of balanced columns that are drawn out to its height
 * now and then that they take a little more than they do in print.
 */
const largerThan = ({ type }: MadeUpDocument['template'], { size, spacing }: Setting): Setting | null =>
  settingsOf(type).all.findLast(
    (one) =>
      one.size / type.size > size / type.size + 0.01 || (type.max === size && one.spacing > spacing + 0.04),
  ) ?? null;

test(
  'a fitted document never runs over, is as large as print allows to a hundredth, and has no text below its minimum',
  { timeout: RUNS * 4000 },
  async () => {
    let checked = 0;
    const check = async (made: MadeUpDocument): Promise<void> => {
      const { draft, composer } = draftOf(made);
      const tries: number[] = [];
      const { value, messages } = await fitDocument(draft, {
        composer,
        printer: printer(),
        print: async ({ rendered: { path, print, assets } }) => {
          const { bytes, measures } = await printer().print({ path, html: print ?? '', assets });
          const pages = (await readPdf(bytes)).pages.length;
          tries.push(pages);
          return { pages, measures, messages: [] };
        },
      });
      if (!value) {
        expect(messages.map(({ rule }) => rule)).toEqual(['page-contract']);
        return;
      }
      const { pages, measures } = value.pdf;
      const { type, pages: contract } = made.template;
      expect(pages).toBeLessThanOrEqual(contract.max ?? Infinity);
      // What reaches beyond the sides is an error of its own: the browser shrinks the whole page for it.
      if (measures.overflowing.length) return;
      checked += 1;
      expect(measures.smallest?.size ?? type.min).toBeGreaterThanOrEqual(type.min - 0.01);
      // The page foretells what is printed; a number that is not allowed calls for pages for notes.
      expect(tries).toHaveLength(allowedNear(contract, tries[0] ?? 0).exact ? 1 : 2);
      const beyondAim = ({ size, spacing }: Setting) => size > type.size || spacing > 1;
      const larger = largerThan(made.template, value.fit);
      // Nothing is enlarged while a passage that was selected is out.
      const next = larger && value.fit.dropped.length && beyondAim(larger) ? null : larger;
      const beyond = next && (await printIn(made, value.document.passages, next));
      const tooLarge = !beyond || beyond.pages > pages || beyond.measures.overflowing.length > 0;
      expect({ ...value.fit, next, tooLarge }).toMatchObject({ tooLarge: true });
    };
    await fc.assert(fc.asyncProperty(madeUp, check), { numRuns: RUNS, endOnFailure: true });
    expect(checked).toBeGreaterThan(RUNS / 2);
  },
);
