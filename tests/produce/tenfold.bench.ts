/**
 * Whether time and memory grow with the number of documents alone: so many one-page briefs, beside a tenth of them, each
 * built from nothing by the command: `DESPATCH_BRIEFS=6500 npx vitest bench tests/produce/tenfold`. Twenty minutes or so.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { costOf, tell, type Cost } from '../cli/cost.ts';
import { writeBriefs } from '../large.ts';

const BRIEFS = Number(process.env['DESPATCH_BRIEFS'] ?? 0);

const built = async (count: number): Promise<Cost> => {
  const root = mkdtempSync(join(tmpdir(), 'despatch-tenfold-'));
  writeBriefs(root, count);
  const cost = await costOf(['build', '--root', root]);
  rmSync(root, { recursive: true });
  return cost;
};

test.runIf(BRIEFS)('ten times as many briefs', { timeout: 7_200_000 }, async () => {
  const tenth = await built(Math.round(BRIEFS / 10));
  const whole = await built(BRIEFS);
  const [time, memory] = [whole.seconds / tenth.seconds, whole.megabytes / tenth.megabytes];
  tell({ briefs: BRIEFS, tenth, whole, time, memory });
  // The figures are for reading, the bounds are for mistakes.
  expect(time).toBeLessThan(15);
  expect(memory).toBeLessThan(3);
});
