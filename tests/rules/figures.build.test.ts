import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { source } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

/** What is told of a passage that no pack uses. */
const told = async (attributes: string, text: string) => {
  const passage = `::::statistic{#spare topics=children status=draft period=2024 area=England ${attributes}}\n${text}\n::::\n`;
  const files = { ...baseProject(), 'sources/library/spare.md': source('2024', passage) };
  const { messages } = await check(memoryWorld(files), { documents: false, today: '2025-01-16' });
  // How their texts begin is another matter.
  const own = messages.filter(({ rule }) => !['leans-back', 'unused-passages'].includes(rule));
  return own.map(({ severity, rule, place }) => `${severity} ${rule} ${place?.line}:${place?.column}`);
};

describe('a figure set large has to be in the sentence beside it', () => {
  const unit = 'unit="% change"';
  test.each([
    ['+152%', 'It rose by 125%.'],
    ['52%', 'It rose by 152% or 52.5%.'],
    ['1.5%', 'It rose by 11.5%.'],
    ['3 in 4', 'It is true of two thirds.'],
  ])('%s: %s', async (figure, text) => {
    expect(await told(`${unit} figure="${figure}"`, text)).toEqual(['error stray-figure 9:1']);
  });
  test.each([
    ['+152%', 'It rose by **152%**.'],
    ['3 in 4', 'It is true of three quarters.'],
    ['£540-£1,180', 'It costs £540–£1,180.'],
  ])('%s: %s', async (figure, text) => {
    const fitting = figure.startsWith('£') ? 'unit="£ a week"' : unit;
    expect(await told(`${fitting} figure="${figure}"`, text)).toEqual([]);
  });
  test('and in each wording, whoever reads it, once', async () => {
    const wording = ':::wording{for="press mp"}\nNearly all.\n:::';
    expect(await told(`${unit} figure="40%"`, `It is 40%.\n\n${wording}`)).toEqual([
      'error stray-figure 12:1',
    ]);
  });
});

describe('a figure and its unit count the same', () => {
  test.each([
    ['40%', 'people'],
    ['40 per cent', 'homes'],
    ['40%', '£ million'],
    ['40%', 'percentage points'],
    ['£40m', '% change'],
    ['£40', 'people'],
    ['€40', '£ a week'],
    ['40', '% of homes'],
    ['40', 'per cent of homes'],
    ['40m', '£'],
    ['40×', 'people'],
  ])('%s and %s: a warning', async (figure, unit) => {
    const attributes = `unit="${unit}" figure="${figure}"`;
    const column = 76 + `unit="${unit}" figure="`.length;
    expect(await told(attributes, 'It is 40.')).toEqual([`warning figure-unit 9:${column}`]);
  });
  test.each([
    ['40%', '% of homes'],
    ['~40%', 'per cent of homes'],
    ['40%', 'share of homes'],
    ['40%', 'rate of vacancies'],
    ['40', 'percentage points'],
    ['£40m', '£ a year'],
    ['£40', 'pence in the £'],
    ['40', 'people'],
    ['40×', 'times the rate'],
    ['1 in 40', '% of homes'],
    ['1 in 40', 'share of homes'],
    ['−40', 'nurses'],
  ])('%s and %s: nothing', async (figure, unit) => {
    expect(await told(`unit="${unit}" figure="${figure}"`, 'It is one in 40.')).toEqual([]);
  });
});
