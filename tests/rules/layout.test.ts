import { describe, expect, test } from 'vitest';
import { HEADLINE, SUMMARY } from '../../src/model/mark.ts';
import type { PrintedText } from '../../src/model/overlap.ts';
import { checkAll } from '../../src/rules/check.ts';
import { UNMEASURED, type PrintedPage } from '../../src/rules/subjects.ts';
import { GOOD, goodTemplate, PLACES as places } from './good.ts';

const template = goodTemplate();

const told = (over: Partial<PrintedPage['measures']>) =>
  checkAll('page', { ...GOOD.page, measures: { ...UNMEASURED, ...over } });

describe('what stands wrongly', () => {
  test.each([
    ['overflowing', 'overflow', 'error', 'Llanfair', /^“Llanfair” runs beyond the side of the page, /u],
    ['cut', 'cut-off', 'error', 'Llanfair', /^“Llanfair” is cut off by the box around it, /u],
    ['wide', 'wide-text', 'warning', 'Llanfair', /^“Llanfair” is wider than its column, /u],
    ['tall', 'overflow', 'error', '<img src="a">', /^<img src="a"> is taller than a page, /u],
  ] as const)('is told where it was written: %s', (measure, rule, severity, said, text) => {
    const [own, named, ...more] = told({
      [measure]: [
        { said, of: null },
        { said, of: 'homes' },
      ],
    });
    expect(more).toEqual([]);
    expect(own).toMatchObject({ rule, severity, place: template.place, text: expect.stringMatching(text) });
    expect(own?.text).toMatch(/, in bill\/mp$/u);
    expect(own?.related).toBeUndefined();
    expect(named).toMatchObject({
      rule,
      severity,
      place: places.homes,
      related: [{ place: template.place }],
    });
    expect(named?.text).toMatch(text);
    expect(named?.text).toMatch(/, in the passage `homes`, in bill\/mp$/u);
  });

  test.each([
    ['homes', 'the passage `homes`'],
    [HEADLINE, 'the headline'],
    [SUMMARY, 'the summary'],
  ] as const)('is named: %s', (of, name) => {
    const [message] = told({ wide: [{ said: 'Llanfair', of }] });
    expect(message?.place).toEqual(places[of]);
    expect(message?.text).toContain(`, in ${name}, in bill/mp`);
  });
});

describe('texts over each other', () => {
  const over = (...texts: (readonly [PrintedText, PrintedText])[]) =>
    checkAll('pdf', { ...GOOD.pdf, overlaps: texts.map((pair) => ({ page: 2, texts: pair })) });
  const text = (words: string, passage: string | null = null): PrintedText => ({ words, passage });

  test('are an error that names both, and stands where the first was written', () => {
    expect(over([text('Some homes', 'Passage 2'), text('Some cuts', 'Passage 3')])).toMatchObject([
      {
        rule: 'overlap',
        severity: 'error',
        place: places.homes,
        text: '“Some homes” of the passage `homes` and “Some cuts” of the passage `cuts` are printed over each other, on page 2 of bill/mp',
        related: [{ place: places.cuts, text: 'the passage `cuts`' }, { place: template.place }],
      },
    ]);
  });

  test.each([
    [
      'the second where the first is the template’s own',
      text('Sources'),
      text('Cuts', 'Passage 3'),
      places.cuts,
    ],
    ['a passage by its figure', text('£1 million'), text('Sources'), places.cuts],
    ['a passage by the first line of its figure', text('£1'), text('Sources'), places.cuts],
    ['no passage by a part of a number', text('£'), text('Sources'), template.place],
    ['the headline', text('Homes first', 'Passage 1'), text('Sources'), places[HEADLINE]],
    ['the template where both are its own', text('Sources'), text('Page 2'), template.place],
  ])('stand with %s', (_, first, second, place) => {
    expect(over([first, second]).map((message) => message.place)).toEqual([place]);
  });

  test('are told once of two passages, whatever their blocks', () => {
    const found = over(
      [text('Some homes', 'Passage 2'), text('Some cuts', 'Passage 3')],
      [text('More homes', 'Passage 2'), text('More cuts', 'Passage 3')],
      [text('Sources', null), text('More cuts', 'Passage 3')],
    );
    expect(found.map((message) => message.place)).toEqual([places.homes, places.cuts]);
  });

  test('of one passage have no second place', () => {
    const [message] = over([text('To: Leeds', 'Passage 2'), text('Some homes', 'Passage 2')]);
    expect(message?.related?.map(({ place }) => place)).toEqual([template.place]);
  });
});
