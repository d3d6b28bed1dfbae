import { expect, test } from 'vitest';
import { heldOn } from '../../src/model/office.ts';

test.each([
  ['2021-12-04', '2024-07-05', '2021-12-03', false],
  ['2021-12-04', '2024-07-05', '2021-12-04', true],
  ['2021-12-04', '2024-07-05', '2021-12', true],
  ['2021-12-04', '2024-07-05', '2021-11', false],
  ['2021-12-04', '2024-07-05', '2024', true],
  ['2021-12-04', '2024-07-05', '2024-07-06', false],
  ['2021-12', '2024-02', '2024-02-29', true],
  ['2021-12', '2024-02', '2024-03-01', false],
  ['2021', null, '2030', true],
  ['2021', null, '2020-12-31', false],
])('who came %s and went %s holds the office on %s: %s', (from, to, date, holds) =>
  expect(heldOn({ name: 'Ann Okoro', from, to }, date)).toBe(holds),
);
