import { expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const FILE = 'sources/packs/bill.yaml';
const OTHER = 'sources/packs/other.yaml';

/** The base project with a second pack of a short name, in which something else may be wrong. */
const faults = (short: string, date = '2025-01-16') => {
  const contents = baseProject();
  const other = (contents[FILE] ?? '')
    .replace('short: bill\n', short)
    .replace('date: 2025-01-16', `date: ${date}`);
  return said({ ...contents, [OTHER]: other });
};

test('two packs with one short name are refused at the second, which names the first', async () => {
  expect(await faults('short: bill\n')).toEqual([
    {
      line: `${OTHER}:2:8 same-short`,
      words: expect.stringContaining('the short name `bill` already: both would have one address'),
      related: [`${FILE}:2:8`],
    },
  ]);
});

test('that is said though the second has another fault', async () => {
  const lines = (await faults('short: "bill"\n', 'soon')).map(({ line }) => line);
  expect(lines).toEqual([`${OTHER}:2:8 same-short`, `${OTHER}:3:7 bad-value`]);
});

test('packs with different short names, or with none, are as they should be', async () => {
  expect(await faults('short: other\n')).toEqual([]);
  expect(await faults('')).toEqual([]);
});
