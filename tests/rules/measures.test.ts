import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, decimal, fraction, minus, over, plus, times, written } from '../../src/model/fraction.ts';
import { otherNumbers, says } from '../../src/rules/measures/agrees.ts';
import { isSameValue } from '../../src/rules/measures/measured.ts';
import { isEarlier, periodKey, readPeriod } from '../../src/rules/measures/period.ts';
import { saidNumbers } from '../../src/rules/measures/said-numbers.ts';

describe('a period is read as its days', () => {
  test.each([
    ['2023', '2023-01-01 2023-12-31'],
    ['2022-23', '2022-04-01 2023-03-31'],
    ['2022–23', '2022-04-01 2023-03-31'],
    ['2022/2023', '2022-04-01 2023-03-31'],
    ['1999-2000', '1999-04-01 2000-03-31'],
    ['financial year 2022-23', '2022-04-01 2023-03-31'],
    ['30 September 2024', '2024-09-30 2024-09-30'],
    ['as at 31 March 2023', '2023-03-31 2023-03-31'],
    ['February 2024', '2024-02-01 2024-02-29'],
    ['Sep 2024', '2024-09-01 2024-09-30'],
    ['year to March 2024', '2024-03-01 2024-03-31'],
    ['the year ending 31 March 2024', '2024-03-31 2024-03-31'],
    ['2010-2015', '2010-01-01 … 2015-01-01 2015-12-31'],
    ['2010 to 2015', '2010-01-01 … 2015-01-01 2015-12-31'],
    ['between 2010 and 2015', '2010-01-01 … 2015-01-01 2015-12-31'],
    ['2010-11 to 2022-23', '2010-04-01 … 2022-04-01 2023-03-31'],
    ['1 October 2023 to 30 September 2024', '2023-10-01 … 2024-09-30 2024-09-30'],
    ['2010 to February 2021', '2010-01-01 … 2021-02-01 2021-02-28'],
  ])('%s', (text, days) => {
    const read = readPeriod(text);
    const from = read?.isRange ? `${read.from} … ` : '';
    expect(read && `${from}${read.lastFrom} ${read.to}`).toBe(days);
  });

  test.each([
    '',
    'recent years',
    '2015 to 2010',
    '31 February 2023',
    '32 May 2023',
    '2022-24-25',
    'spring 2024',
    '5 2023',
  ])('%j is none', (text) => expect(readPeriod(text)).toBeNull());

  test.each([
    ['2022-23', '2022/23', true],
    ['31 March 2023', 'as at 31 March 2023', true],
    ['spring  2023', 'spring 2023', true],
    ['2022-23', '2022 to 2023', false],
    ['2023', '2022-23', false],
  ])('%s and %s: the same, %s', (one, other, same) => {
    expect(periodKey(one) === periodKey(other)).toBe(same);
  });

  test.each([
    ['2022-23', '2023-24', true],
    ['2023', '2024', true],
    ['30 September 2023', '30 September 2024', true],
    ['2022', '30 September 2023', true],
    ['2010-11 to 2022-23', '2010-11 to 2023-24', true],
    ['1 October 2022 to 30 September 2023', '1 October 2023 to 30 September 2024', true],
    ['2023', '30 September 2023', false],
    ['2023', '2023-24', false],
    ['2022-23', '2022-23', false],
    ['2023', '2010 to 2024', false],
    ['spring 2023', '2024', false],
  ])('%s is over before %s: %s', (one, other, earlier) => {
    const [first, second] = [readPeriod(one), readPeriod(other)];
    expect(isEarlier(first, second)).toBe(earlier);
    expect(isEarlier(second, first)).toBe(false);
  });
});

describe('a text says a number', () => {
  const share = '% of homes';
  test.each([
    ['33', share, 'It is 33%.'],
    ['33', share, 'It is 33 per cent.'],
    ['33', share, 'It is thirty-three per cent.'],
    ['33', share, 'It is one in three.'],
    ['33.3', share, 'It is 1 in 3.'],
    ['33.3', share, 'It is a third.'],
    ['33.3', share, 'It is about 33%.'],
    ['33.3', share, 'It is 33%.'],
    ['31', share, 'It is almost a third.'],
    ['35', share, 'It is more than a third.'],
    ['50', share, 'It is half of them.'],
    ['25', share, 'A quarter is.'],
    ['75', share, 'Three-quarters are.'],
    ['66.7', share, 'Two thirds are.'],
    ['67', share, 'Two out of three are.'],
    ['10', share, 'It is one in every ten.'],
    ['33', share, 'It is 30 to 33%.'],
    ['33', share, 'It is 33 to 35%.'],
    ['40', 'share of homes', 'It is two fifths.'],
    ['-46', '% change', 'It was cut by 46%.'],
    ['335000000', '£ a year', 'It is £335 million.'],
    ['335', '£m', 'It is £335m.'],
    ['2.2', '£bn', 'It is £2.2 billion.'],
    ['1800000', 'households', 'It is 1.8 million of them.'],
    ['1900000', 'households', 'It is nearly two million of them.'],
    ['2000000', '£', 'It is two million pounds.'],
    ['225400', 'enquiries', 'There were 225,400.'],
    ['74380', 'conferences', 'There were about 74,000.'],
    ['205', 'homes', 'There were two hundred and five homes.'],
    ['3', 'homes', 'Three homes are left.'],
    ['2', 'times the rate', 'It is twice as high.'],
    ['4', 'times the rate', 'It is four times as high.'],
    ['4', 'times the rate', 'It is 4× as high.'],
    ['3', 'times the rate', 'It has trebled.'],
    ['10000000', '£ a year', 'It is £10m+.'],
    ['540', '£ a week', 'From £540–£1,180.'],
  ])('%s (%s): %s', (value, unit, text) => {
    expect(says(text, { value, unit })).toBe(true);
    expect(otherNumbers(text, { value, unit })).toBeNull();
  });

  test.each([
    ['33', share, 'It is 34%.', ['34%']],
    ['33', share, 'It is 33.3%.', ['33.3%']],
    ['33.3', share, 'It is 33.4%.', ['33.4%']],
    ['33', share, 'It is half.', ['half']],
    ['66', share, 'Two thirds are.', ['Two thirds']],
    ['36', share, 'It is almost a third.', ['a third']],
    ['31', share, 'It is more than a third.', ['a third']],
    ['45', share, 'It is about a third.', ['a third']],
    ['335000000', '£ a year', 'It is £335.', ['£335']],
    ['335', '£m', 'It is £335.', ['£335']],
    ['225400', 'enquiries', 'There were 225,000.', ['225,000']],
    ['3', 'times the rate', 'It is twice as high.', ['twice']],
    ['33', share, 'There were 33 of them.', null],
    ['12', 'homes', 'In 2012, page 12 said it of one home.', null],
    ['12', 'homes', 'It is 12%.', null],
  ])('%s (%s) is another: %s', (value, unit, text, others) => {
    expect(says(text, { value, unit })).toBe(false);
    expect(otherNumbers(text, { value, unit })).toEqual(others);
  });

  test('and each is read as it stands', () => {
    const found = saidNumbers(
      'In 2019, £1.8 million went to some 40,000 homes, 5 in 2020, and a tenth of page 4.',
    );
    expect(found.map(({ said, counted, hedge }) => [said, counted, hedge])).toEqual([
      ['£1.8 million', 'money', null],
      ['40,000', 'things', 'about'],
      ['5', 'things', null],
      ['a tenth', 'per cent', null],
    ]);
  });

  test('whatever the number', () => {
    fc.assert(
      fc.property(fc.nat(1000), (tenths) => {
        const value = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        expect(says(`It is ${value}%.`, { value, unit: '%' })).toBe(true);
        const other = `${Math.floor((tenths + 1) / 10)}.${(tenths + 1) % 10}`;
        expect(says(`It is ${other}%.`, { value, unit: '%' })).toBe(false);
      }),
    );
  });
});

test.each([
  ['33', '33.0', true],
  ['33', '33.3', true],
  ['33', '33.6', false],
  ['33.3', '33.4', false],
  ['-33', '33', false],
])('%s and %s are one number: %s', (one, other, same) => {
  expect(isSameValue(one, other)).toBe(same);
  expect(isSameValue(other, one)).toBe(same);
});

describe('fractions', () => {
  const any = fc.integer({ min: -10_000, max: 10_000 });
  test('are exact', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [one, other, third] = [a, b, c].map((n) => fraction(n, 7)) as [never, never, never];
        expect(compare(minus(plus(one, other), other), one)).toBe(0);
        expect(compare(times(one, plus(other, third)), plus(times(one, other), times(one, third)))).toBe(0);
        const part = over(one, other);
        if (part) expect(compare(times(part, other), one)).toBe(0);
        else expect(b).toBe(0);
      }),
    );
  });

  test.each([
    ['0.1', 1, '0.1'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-0.04', 1, '0.0'],
    ['1.005', 2, '1.01'],
    ['12', 2, '12.00'],
  ])('%s with %i decimals is %s', (number, places, text) => {
    expect(written(decimal(number), places)).toBe(text);
  });
});

test('a number of any length is read', () => {
  const [said] = saidNumbers(`999,${'999,'.repeat(40)}999.${'9'.repeat(30)} homes`);
  expect(said?.amount.above.toString()).toMatch(/^9{150}/u);
});
