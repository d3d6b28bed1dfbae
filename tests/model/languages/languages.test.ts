import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { WELSH } from '../../../src/model/languages/cy.ts';
import { ENGLISH } from '../../../src/model/languages/en.ts';
import { languageOf, showDate, showWeekday } from '../../../src/model/languages/languages.ts';
import { KINDS } from '../../../src/model/kind.ts';

test('dates are written in words, September in full', () => {
  const dates = ['2025', '2025-09', '2025-09-03'];
  expect(dates.map((date) => showDate(date, ENGLISH))).toEqual([
    '2025',
    'September 2025',
    '3 September 2025',
  ]);
  expect(showWeekday('2025-01-20', ENGLISH)).toBe('Monday 20 January 2025');
  expect(dates.map((date) => showDate(date, WELSH))).toEqual(['2025', 'Medi 2025', '3 Medi 2025']);
  expect(showWeekday('2025-01-20', WELSH)).toBe('dydd Llun 20 Ionawr 2025');
});

test('a tag with a region is of its language', () => {
  expect([languageOf('en-GB'), languageOf('cy'), languageOf('cy-GB')]).toEqual([ENGLISH, WELSH, WELSH]);
});

test('Welsh has its own word for each of ours', () => {
  const same = Object.entries(WELSH.words).filter(
    ([name, word]) => word === Object.entries(ENGLISH.words).find(([key]) => key === name)?.[1],
  );
  expect(same.map(([name]) => name)).toEqual(['embargo']);
  expect(KINDS.filter(({ id }) => !WELSH.kinds[id])).toEqual([]);
});

describe('the bundled templates', () => {
  test.each(globSync('templates/**/*.hbs'))('%s holds no words of a language', (file) => {
    const text = readFileSync(file, 'utf8').replace(/\{\{[\s\S]*?\}\}/gu, '');
    const named = [...text.matchAll(/ (?:aria-label|title|alt)="([^"]*)"/gu)].map(([, said]) => said);
    expect([...named, text.replace(/<style>.*?<\/style>|<[^>]*>/gsu, '')].join('')).not.toMatch(/\p{L}/u);
  });

  test('give their slots titles that Welsh knows', () => {
    const titles = globSync('templates/*/template.yaml').flatMap((file) => {
      const { slots } = parse(readFileSync(file, 'utf8')) as { slots: Record<string, { title?: string }> };
      return Object.values(slots).flatMap(({ title }) => title ?? []);
    });
    expect(titles.filter((title) => !WELSH.titles[title])).toEqual([]);
  });
});
