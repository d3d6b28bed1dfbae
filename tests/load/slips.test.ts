import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSilent, SLIPS, valid } from './slips.ts';

const RUNS = process.env['DESPATCH_LONG'] ? 200 : 5;

test.each(Object.entries(SLIPS))('%s: said, or harmless', { timeout: 600_000 }, async (_name, slip) => {
  await fc.assert(
    fc.asyncProperty(valid, fc.nat(), async (source, at) => {
      expect(await isSilent(source, slip(source, at))).toBe(false);
    }),
    { numRuns: RUNS },
  );
});
