import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSilent, MISTAKES, valid } from './mistakes.ts';
import { runs } from '../runs.ts';

const RUNS = runs(2, 200);

test.each(Object.entries(MISTAKES))('%s: said, or harmless', { timeout: 600_000 }, async (_name, mistake) => {
  await fc.assert(
    fc.asyncProperty(valid, fc.nat(), async (source, at) => {
      expect(await isSilent(source, mistake(source, at))).toBe(false);
    }),
    { numRuns: RUNS },
  );
});
