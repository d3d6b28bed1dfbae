/**
 * What it takes to build a pack of one-page briefs from nothing, beside a bare loop that prints the very same pages with
 * as many browsers: `npx vitest bench tests/produce`. 100 of them; with DESPATCH_LONG, 650.
 */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('a pack of one-page briefs', { timeout: 1_800_000 }, async () => {
  const script = fileURLToPath(new URL('./many-briefs.ts', import.meta.url));
  const count = process.env['DESPATCH_LONG'] ? 650 : 100;
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(count)]);
  const { took, ...about } = JSON.parse(stdout) as { took: Record<string, number> };
  const ratio = (took['build'] ?? NaN) / (took['floor'] ?? NaN);
  process.stdout.write(`${JSON.stringify({ ...about, took, ratio }, null, 2)}\n`);
  // On a busy machine either may be held up: the figures are for reading, the bound is for mistakes.
  expect(ratio).toBeLessThan(5);
});
