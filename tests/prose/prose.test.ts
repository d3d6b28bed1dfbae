import { describe, expect, test } from 'vitest';
import { assert, property, string } from 'fast-check';
import { Lines } from '../../src/load/lines.ts';
import { readMarkdown } from '../../src/load/markdown.ts';
import { gradeOf, type Prose } from '../../src/model/prose.ts';
import { proseOf } from '../../src/prose/prose.ts';
import { commonSign } from '../any-sign.ts';

/** The prose of a text that begins on the third line of its file. */
const prose = (text: string, language = 'en-GB'): Prose => {
  const whole = `\n\n${text}`;
  const lines = new Lines('a.md', whole);
  const root = readMarkdown(text, (offset) => lines.point(offset + 2));
  const [found] = root ? proseOf('a.md', whole, [{ text: root, language }]) : [];
  if (!found) throw new Error('no text');
  return found;
};

const lengths = (text: string): readonly number[] => prose(text).sentences.map(({ words }) => words);

describe('sentences', () => {
  test.each<[string, readonly number[]]>([
    ['Homes are full. Beds are not.', [3, 3]],
    ['Homes closed in 2019. More did in 2020.', [4, 4]],
    ['The benefits that it is built in. Others too.', [7, 2]],
    ['Dr. Okoro of St. Mary’s came. She went.', [6, 2]],
    ['In 2018–19 it was 54%.', [5]],
    ['Of **all** homes *most* are full.', [6]],
    ['- Homes are full\n- Beds are not', [3, 3]],
    ['Homes are full\nall over Leeds.', [6]],
    ['Well-run homes cost £1.4 million.', [5]],
    ['“Homes are full,” she said. “Beds are not.”', [5, 3]],
    ['See [what the report says](https://example.org/a) of it.', [7]],
  ])('%j', (text, expected) => {
    expect(lengths(text)).toEqual(expected);
  });

  test('stand where they begin', () => {
    const { sentences } = prose('Homes are full.\nBeds are **not**. So what?');
    expect(sentences.map(({ beginning, place }) => [beginning, place.line, place.column])).toEqual([
      ['Homes are full', 3, 1],
      ['Beds are not', 4, 1],
      ['So what', 4, 19],
    ]);
  });
});

describe('words', () => {
  test.each<[string, readonly string[]]>([
    ['The organisation’s programme favours colour.', []],
    ['The organization favors color.', ['organization', 'favors', 'color']],
    ['A well-organizd home.', ['well-organizd']],
    ['In 2018–19 the 5-week wait, see legislation.gov.uk or a@example.org.', []],
    ['The goverment, the goverment.', ['goverment']],
    ['Councils’ homes aren’t full.', []],
  ])('that no dictionary has: %j', (text, expected) => {
    expect(prose(text).unknown.map(({ word }) => word)).toEqual(expected);
  });

  test.each<[string, number]>([
    ['Homes are are full.', 1],
    ['Homes had had beds. Beds were full.', 0],
    ['Homes are. Are homes full?', 0],
  ])('that stand twice: %j', (text, expected) => {
    expect(prose(text).repeated).toHaveLength(expected);
  });
});

test('the grade is that of the formula', () => {
  const place = { file: 'a.md', line: 1, column: 1 };
  const sentence = { words: 10, syllables: 15, beginning: '', place };
  expect(gradeOf([sentence, sentence])).toBeCloseTo(0.39 * 10 + 11.8 * 1.5 - 15.59, 9);
  expect(gradeOf([])).toBeNull();
});

test('any text can be read, and every place lies in it', () => {
  assert(
    property(string({ unit: commonSign, minLength: 1, maxLength: 200 }), (text) => {
      const whole = `\n\n${text}`;
      const lines = new Lines('a.md', whole);
      const root = readMarkdown(text, (offset) => lines.point(offset + 2));
      const [found] = root ? proseOf('a.md', whole, [{ text: root, language: 'en' }]) : [];
      for (const { place } of [...(found?.sentences ?? []), ...(found?.unknown ?? [])]) {
        expect(place.line).toBeLessThanOrEqual(lines.count);
        expect(place.column).toBeLessThanOrEqual(lines.line(place.line).length + 1);
      }
    }),
  );
});

test('nothing is sought for what is too long for a word, or in another script', async () => {
  const { suggestionsFor } = await import('../../src/prose/dictionary.ts');
  expect(suggestionsFor('pneumono'.repeat(400))).toEqual([]);
  expect(suggestionsFor('waitted')).toContain('waited');
  expect(suggestionsFor('Müllér')).toContain('Miller');
  const before = process.cpuUsage();
  for (const word of 'дети ждут слишком долго ينتظر الأطفال وقتا طويلا Ẇåḯt 太長了'.split(' '))
    expect(suggestionsFor(word)).toEqual([]);
  // To seek each takes some tenths of a second.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
});
