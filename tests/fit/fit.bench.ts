/**
 * What it takes to fit a document, as a share of what it takes to print it: `npx vitest bench tests/fit`. Fitting is
 * all that comes before the final page is printed: composing and rendering anew, laying out, asking.
 */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitDocument } from '../../src/produce/fit-document.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import type { Composer, Composed } from '../../src/produce/composer.ts';
import { draftAll } from '../../src/produce/drafts.ts';
import { installedPackages } from '../../src/world/installed-packages.ts';
import type { Printer } from '../../src/world/world.ts';
import { openPress } from '../print/press.ts';
import { draftOf, madeUp } from './generated.ts';
import { frozenReadings } from '../readings.ts';

/** Milliseconds that it takes to fit a document, and to print what came out, once warm. */
const times = async (printer: Printer, composer: Pick<Composer, 'compose' | 'set'>, draft: Composed) => {
  const jobOf = ({ rendered: { path, print, assets } }: Composed) => ({ path, html: print ?? '', assets });
  const spent = { fit: [] as number[], print: [] as number[] };
  for (let run = 0; run < 6; run += 1) {
    let begun = performance.now();
    let printing = 0;
    await fitDocument(draft, {
      composer,
      printer,
      print: async (laid) => {
        spent.fit.push(performance.now() - begun);
        begun = performance.now();
        await printer.print(jobOf(laid));
        printing += performance.now() - begun;
        return { pages: 1, messages: [] };
      },
    });
    if (printing) spent.print.push(printing);
  }
  return { fit: median(spent.fit.slice(1)), print: median(spent.print.slice(1)) };
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

test('fitting costs about as much as printing', { timeout: 300_000 }, async () => {
  const { printer } = await openPress();
  const world = {
    files: diskFiles('.'),
    packages: installedPackages('.'),
    engine: async () => '',
    readings: frozenReadings(),
    store: null,
  };
  const { value } = await draftAll(world, '2025-01-16');
  if (!value) throw new Error('our own packs are in order');
  const ratios: Record<string, string> = {};
  const own: number[] = [];
  for (const draft of value.drafts.values()) {
    const { fit, print } = await times(printer, value.composer, draft);
    own.push(fit / print);
    ratios[draft.name] = `${fit.toFixed(1)} ms / ${print.toFixed(1)} ms = ${(fit / print).toFixed(2)}`;
  }
  const made = fc.sample(madeUp, { numRuns: 30, seed: 1 });
  const all: number[] = [];
  for (const one of made) {
    const { draft, composer } = draftOf(one);
    const { fit, print } = await times(printer, composer, draft);
    if (print) all.push(fit / print);
  }
  ratios['our own packs, median'] = median(own).toFixed(2);
  ratios['generated, median'] = median(all).toFixed(2);
  process.stdout.write(`${JSON.stringify(ratios, null, 2)}\n`);
  // On a busy machine each of them may be held up: the figures are for reading, the bound is for mistakes.
  expect(median(own)).toBeLessThan(2);
});
