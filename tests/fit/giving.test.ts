import { describe, expect, test } from 'vitest';
import { givingOf, type Candidate } from '../../src/fit/giving.ts';

/** A passage whose id says what it is, e.g. `a3` of priority 3; its rank is its priority, then its id. */
const passage = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  slot: 'facts',
  priority: Number(id.slice(1)),
  named: false,
  rank: Number(id.slice(1)) * 100 + id.charCodeAt(0),
  brings: [],
  links: [],
  ...over,
});

const give = (
  chosen: readonly Candidate[],
  reserve: readonly Candidate[] = [],
  minima: [string, number][] = [],
) => givingOf({ chosen, reserve, minima: new Map(minima) });

describe('passages go', () => {
  test('by priority, the last-ranked first, and never those of priority 1', () => {
    const chosen = ['a1', 'b2', 'c3', 'd3', 'e4', 'f5', 'g5'].map((id) => passage(id));
    expect(give(chosen)).toEqual({ order: ['g5', 'f5', 'e4', 'd3', 'c3', 'b2'], reserve: 0, light: 2 });
  });

  test('whatever their slot, as long as its minimum stays', () => {
    const chosen = [
      passage('a4'),
      passage('b3'),
      passage('c4', { slot: 'asks' }),
      passage('d5', { slot: 'asks' }),
    ];
    expect(
      give(
        chosen,
        [],
        [
          ['facts', 1],
          ['asks', 1],
        ],
      ).order,
    ).toEqual(['d5', 'a4']);
    expect(
      give(
        chosen,
        [],
        [
          ['facts', 0],
          ['asks', 2],
        ],
      ).order,
    ).toEqual(['a4', 'b3']);
  });

  test('the named ones last, the last named first, and not before the type shrinks', () => {
    const named = ['a3', 'b3', 'c5'].map((id) => passage(id, { named: true }));
    const { order, light } = give([...named, passage('d2')]);
    expect(order).toEqual(['d2', 'c5', 'b3', 'a3']);
    expect(light).toBe(0);
  });

  test('not while another that stays leads to them, or to what they bring', () => {
    const chosen = [
      passage('a4', { links: ['z'] }),
      passage('b5', { brings: ['z'] }),
      passage('c1', { links: ['d4'] }),
      passage('d4'),
    ];
    expect(give(chosen).order).toEqual(['a4', 'b5']);
  });
});

describe('the reserve', () => {
  test('goes before anything else, the worst first', () => {
    expect(give([passage('a5')], [passage('b4'), passage('c2')])).toEqual({
      order: ['b4', 'c2', 'a5'],
      reserve: 2,
      light: 3,
    });
  });
  test('has nothing in it that leads to what is not there', () => {
    const reserve = [
      passage('b2', { links: ['c3'] }),
      passage('c3'),
      passage('d4', { links: ['a1', 'c3', 'd4'] }),
    ];
    expect(give([passage('a1')], reserve).order).toEqual(['d4', 'c3']);
  });
});
