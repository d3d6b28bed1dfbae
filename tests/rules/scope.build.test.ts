import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { showPlace, startOf } from '../../src/diagnostics/place.ts';
import { baseProject, type Contents } from '../project.ts';
import { memoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const FILE = 'sources/library/okoro-2025.md';

const said = async (contents: Contents): Promise<readonly string[]> => {
  const { messages } = await check(memoryWorld(contents), { documents: false, today: '2025-01-16' });
  return besidesStyle(messages).map(({ place, rule }) => `${showPlace(place ?? startOf(''))} ${rule}`);
};

/** What is said where the base project's statistic has these attributes. */
const faults = async (period: string, area = 'England', more = '') => {
  const contents = baseProject();
  const before = 'period="2009-10 to 2023-24" area=England';
  const after = `period="${period}" area="${area}"${more}`;
  contents[FILE] = (contents[FILE] ?? '').replace(before, after);
  expect(contents[FILE]).toContain(after);
  return said(contents);
};

describe('a period', () => {
  test.each([
    '2023',
    '2018-19',
    '2018/19',
    '30 September 2023',
    'April 2025 to March 2026',
    'as at 31 March 2023',
    'since 1948',
  ])('is a time: %s', async (period) => expect(await faults(period)).toEqual([]));
  test.each([
    'as reported in 2019',
    'As reported in December 2018',
    'published 2021',
    'not stated',
    'recent years',
    'latest',
    'n/a',
    '-',
  ])('is not: %s', async (period) => expect(await faults(period)).toEqual([`${FILE}:14:46 no-period`]));
});

describe('an area', () => {
  test.each(['England', 'Leeds', 'England and Wales', 'Stated Island'])('is a place: %s', async (area) =>
    expect(await faults('2023', area)).toEqual([]),
  );
  test.each(['not stated', 'Unknown', 'N/A', 'various', '?'])('is not: %s', async (area) =>
    expect(await faults('2023', area)).toEqual([`${FILE}:14:58 no-area`]),
  );
});

test('a draft may leave both open', async () => {
  const contents = baseProject();
  contents[FILE] +=
    '::::statistic{#open period="as reported in 2019" area="not stated" unit=children status=draft}\nMany wait.\n::::\n';
  expect(await said(contents)).toEqual([]);
});
