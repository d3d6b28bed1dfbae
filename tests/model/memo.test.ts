import { describe, expect, test } from 'vitest';
import { lazy, memo, upTo } from '../../src/model/memo.ts';
import { valuesInUse } from '../in-use.ts';

/** A table of so many texts, and what it has made up to now. */
const table = (most: number) => {
  const made: string[] = [];
  const ask = upTo(most, (text: string) => {
    made.push(text);
    return { text };
  });
  return { made, ask };
};

test('what is lazy is made when it is asked for, and once', () => {
  let count = 0;
  const ask = lazy(() => (count += 1));
  expect(count).toBe(0);
  expect([ask(), ask()]).toEqual([1, 1]);
});

test('what something lazy was made of is let go of', () => {
  const before = valuesInUse();
  const lengthOf = (list: readonly number[]) => lazy(() => list.length);
  const ask = lengthOf(Array.from({ length: 1_000_000 }, () => 0));
  expect(valuesInUse() - before).toBeGreaterThan(4_000_000);
  expect(ask()).toBe(1_000_000);
  expect(valuesInUse() - before).toBeLessThan(1_000_000);
  expect(ask()).toBe(1_000_000);
});

test('what is remembered is made once for each key', () => {
  const kept = new Map<string, number>();
  expect([memo(kept, 'a', () => 1), memo(kept, 'a', () => 2), memo(kept, 'b', () => 3)]).toEqual([1, 1, 3]);
});

describe('a table of so many texts', () => {
  test('makes each once', () => {
    const { made, ask } = table(4);
    expect(ask('a')).toBe(ask('a'));
    ask('b');
    expect(made).toEqual(['a', 'b']);
  });

  test('keeps what is asked for again and again, whatever comes between', () => {
    const { made, ask } = table(10);
    for (let index = 0; index < 1000; index += 1) [`only ${index}`, 'in each'].forEach(ask);
    expect(made.filter((text) => text === 'in each')).toHaveLength(1);
  });

  test('forgets what is not', () => {
    const { made, ask } = table(10);
    ask('a');
    for (let index = 0; index < 10; index += 1) ask(`only ${index}`);
    ask('a');
    expect(made.filter((text) => text === 'a')).toHaveLength(2);
  });

  test('holds no more than so many letters, however few texts they are', () => {
    const { made, ask } = table(1000);
    const texts = Array.from({ length: 30 }, (_, index) => `${index}`.padEnd(100_000));
    for (const text of [...texts, ...texts]) ask(text);
    expect(made).toHaveLength(60);
  });

  test('does not hold what a text was cut from', () => {
    const ask = upTo(1000, ({ length }) => length);
    const before = valuesInUse();
    for (let index = 0; index < 300; index += 1)
      ask(JSON.stringify(`${index} ${'page '.repeat(20_000)}`).slice(0, 200));
    // 30 MB, were they held.
    expect(valuesInUse() - before).toBeLessThan(5_000_000);
    expect(ask('a')).toBe(1);
  });
});
