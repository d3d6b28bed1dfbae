/** What `check` takes of 5,000 passages in 500 sources and 200 packs, beside half of them: `npx vitest bench tests/commands`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { costOf, tell, type Cost } from '../cli/cost.ts';
import { writeLibrary } from '../large.ts';

const checked = async (sources: number, packs: number): Promise<Cost> => {
  const root = mkdtempSync(join(tmpdir(), 'despatch-library-'));
  writeLibrary(root, { sources, packs });
  // The first keeps what it reads for those after it, which is for another benchmark.
  const cost = await costOf(['check', '--root', root]);
  rmSync(root, { recursive: true });
  return cost;
};

test('a library of 5,000 passages and 200 packs', { timeout: 600_000 }, async () => {
  // What is compiled at the first start is kept.
  await checked(0, 1);
  const [none, half, whole] = [await checked(0, 1), await checked(250, 100), await checked(500, 200)];
  const beyond = (cost: Cost): number => cost.processorSeconds - none.processorSeconds;
  const ratio = beyond(whole) / beyond(half);
  tell({ none, half, whole, ratio });
  // The figures are for reading, the bound is for mistakes: what takes four times as long for twice as much.
  expect(ratio).toBeLessThan(3);
});
