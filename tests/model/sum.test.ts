import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, fraction, written, type Fraction } from '../../src/model/fraction.ts';
import { namedInSum, readSum, resultOf, type Sum, type SumResult } from '../../src/model/sum.ts';
import { said } from '../load/said.ts';
import { source } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { runs } from '../runs.ts';

const VALUES: Readonly<Record<string, SumResult>> = {
  homes: { amount: decimal('200'), isShare: false },
  full: { amount: decimal('0.25'), isShare: true },
};

const sumOf = (text: string): Sum => {
  const sum = readSum(text);
  if ('expected' in sum) throw new Error(`${text}: ${sum.found}`);
  return sum;
};

const ZERO: SumResult = { amount: fraction(0), isShare: false };
const resultIn = (text: string) => resultOf(sumOf(text), (id) => VALUES[id] ?? ZERO);

describe('a sum comes to', () => {
  test.each([
    ['33 - 18', '15.0000'],
    ['33 − 18 – 5', '10.0000'],
    ['2 + 3 * 4', '14.0000'],
    ['(2 + 3) × 4', '20.0000'],
    ['100 / 4 / 5', '5.0000 share'],
    ['-3 + 5', '2.0000'],
    ['2 - -3', '5.0000'],
    ['10% of 335 million', '33500000.0000'],
    ['10 per cent of £335m', '33500000.0000'],
    ['1,234.5 + 1', '1235.5000'],
    ['2.2bn / 2 thousand', '1100000.0000 share'],
    ['(89.9 - 62) / 62', '0.4500 share'],
    ['(89.9 - 62) / 62 * 100', '45.0000'],
    ['1 - 1/4', '0.7500 share'],
    ['33% - 18%', '0.1500 share'],
    ['(33% + 35%) / 2', '0.3400 share'],
    ['@full of @homes', '50.0000'],
    ['50 / @full', '200.0000'],
    ['@homes - @homes/2', '100.0000 share'],
    ['0.1 + 0.2', '0.3000'],
  ])('%s: %s', (text, result) => {
    const found = resultIn(text);
    expect(found && `${written(found.amount, 4)}${found.isShare ? ' share' : ''}`).toBe(result);
  });

  test.each(['1 / 0', '1 / (2 - 2)', '3 + 4 / (@homes - 200)'])('%s: nothing', (text) => {
    expect(resultIn(text)).toBeNull();
  });

  test('what is exact, whatever the numbers', () => {
    const leaf = fc.nat(999).map((n) => ({ text: `${n}`, amount: fraction(n) }));
    interface Made {
      readonly text: string;
      readonly amount: Fraction;
    }
    const { made } = fc.letrec<{ made: Made }>((tie) => ({
      made: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .record({ left: tie('made'), right: tie('made'), sign: fc.constantFrom('+', '-', '*') })
          .map(({ left, right, sign }): Made => {
            const [a, b] = [left.amount.above, right.amount.above];
            const amount = sign === '+' ? a + b : sign === '-' ? a - b : a * b;
            return { text: `(${left.text} ${sign} ${right.text})`, amount: fraction(amount) };
          }),
      ),
    }));
    fc.assert(
      fc.property(made, ({ text, amount }) => {
        fc.pre(text.length <= 300);
        expect(written(resultIn(text)?.amount ?? fraction(0), 0)).toBe(written(amount, 0));
      }),
      { numRuns: runs(100, 10_000) },
    );
  });
});

test('the passages of a sum are named with their places', () => {
  expect(namedInSum(sumOf('(@homes - 3) / @full-homes'))).toEqual([
    expect.objectContaining({ id: 'homes', at: 2 }),
    expect.objectContaining({ id: 'full-homes', at: 16 }),
  ]);
});

describe('what is no sum is told where it ceases to be one', () => {
  test.each([
    ['', 0, 'the end', 'a number'],
    ['10 +', 4, 'the end', 'a number'],
    ['10 20', 3, '`20`', '`+`'],
    ['(10 + 2', 7, 'the end', '`)`'],
    ['10 + 2)', 6, '`)`', 'the end'],
    ['ten / 2', 0, '`ten`', 'a number'],
    ['10 percent', 3, '`percent`', '`+`'],
    ['1,23 + 1', 0, '`1,23`', 'a number'],
    ['10 / @', 5, '`@`', 'a number'],
    ['10 offers', 3, '`offers`', '`+`'],
    ['1'.repeat(301), 300, 'more', '300 characters'],
  ])('%s', (text, at, found, expected) => {
    expect(readSum(text)).toEqual({ at, found, expected: expect.stringContaining(expected) });
  });

  test('in the file', async () => {
    const passage = (sum: string) =>
      `::::statistic{#homes period=2024 area=England unit=homes value=1 derived="${sum}" locator="page 1"}\nOne.\n::::\n`;
    const saidOf = async (sum: string) => {
      const [found] = await said({
        ...baseProject(),
        'sources/library/facts.md': source('2024', passage(sum)),
      });
      return found && `${found.line} ${found.words}`;
    };
    expect(await saidOf('3 - 2')).toBeUndefined();
    expect(await saidOf('3 - two')).toMatch(
      /^sources\/library\/facts\.md:9:79 bad-sum `derived` is no sum .* here is `two`; expected a number.*Write it like/u,
    );
    expect(await saidOf('3 - @hoems')).toMatch(
      /^sources\/library\/facts\.md:9:80 unknown-passage .*`homes`/u,
    );
  });

  test('whatever is written', () => {
    const piece = fc.constantFrom(
      '1',
      '2.5',
      '@a',
      '(',
      ')',
      '+',
      '-',
      '/',
      '*',
      ' of ',
      '%',
      ' million',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('').trim();
        const sum = readSum(text);
        if ('expected' in sum) expect(sum.at).toBeLessThanOrEqual(text.length);
        else expect(() => resultOf(sum, () => ZERO)).not.toThrow();
      }),
      { numRuns: runs(300, 50_000) },
    );
  });
});
