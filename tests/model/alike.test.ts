import { describe, expect, test } from 'vitest';
import { Alike } from '../../src/model/alike.ts';

const part = { part: 1 };

describe.each<[string, object, object, object]>([
  ['a list', [part, 2], [part, 2], [part, 3]],
  ['a list in another order', [1, 2], [1, 2], [2, 1]],
  ['a longer list', [part], [part], [part, part]],
  ['a list of lists', [part], [part], [[part]]],
  ['a table', new Map([['a', part]]), new Map([['a', part]]), new Map([['a', { part: 1 }]])],
  ['a table of other names', new Map([['a', part]]), new Map([['a', part]]), new Map([['b', part]])],
  ['a value', { of: part, at: 1 }, { of: part, at: 1 }, { of: part, at: 2 }],
  ['a value of other names', { of: part }, { of: part }, { at: part }],
  ['nothing', [], [], [undefined]],
])('%s', (_what, first, same, other) => {
  test('is the last where it has the same parts', () => {
    const alike = new Alike();
    expect(alike.of('one', first)).toBe(first);
    expect(alike.of('one', same)).toBe(first);
  });

  test('is itself where it has others, or another name', () => {
    const alike = new Alike();
    alike.of('one', first);
    expect(alike.of('another', same)).toBe(same);
    expect(alike.of('one', other)).toBe(other);
  });
});
