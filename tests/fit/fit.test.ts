import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit, grow, settle, type Contract, type Outcome, type Settled } from '../../src/fit/fit.ts';
import { Keeping, type Candidate, type Kept } from '../../src/fit/keeping.ts';
import type { Answer, Question } from '../../src/model/fit.ts';
import { runs } from '../runs.ts';

/** A passage with the share of a page that it takes at the template's size; one of the reserve has `extra`. */
interface Made extends Partial<Candidate> {
  readonly id: string;
  readonly height: number;
  readonly extra?: boolean;
}

interface Case {
  readonly passages: readonly Made[];
  readonly minima?: Readonly<Record<string, number>>;
  readonly contract?: Partial<Contract['pages']>;
  readonly type?: Contract['type'];
  /** The largest type in which nothing reaches beyond the sides of the page; any, where none is given. */
  readonly wide?: number;
}

const contractOf = ({ contract, type }: Case): Contract => ({
  pages: { min: 1, max: 1, multiple: 1, ...contract },
  type: type ?? { size: 12, min: 9, max: 15 },
});

/** Of one slot and priority 3, ranked by priority, then as they stand, unless it says otherwise. */
const candidate = (made: Made, index: number): Candidate => ({
  slot: 'facts',
  priority: 3,
  named: false,
  rank: (made.priority ?? 3) * 100 + index,
  brings: [],
  links: [],
  ...made,
});

const keepingOf = ({ passages, minima = {} }: Case): Keeping => {
  const all = passages.map((made, index) => ({ one: candidate(made, index), extra: made.extra ?? false }));
  return new Keeping({
    chosen: all.flatMap(({ one, extra }) => (extra ? [] : [one])),
    reserve: all.flatMap(({ one, extra }) => (extra ? [one] : [])),
    minima: new Map(Object.entries(minima)),
  });
};

const tall = ({ passages }: Case, kept: Kept): number =>
  passages.filter(({ id }) => kept.has(id)).reduce((sum, { height }) => sum + height, 0);

/** Answers as a page would that holds some passages: it grows with the square of the type. */
const answering = (made: Case, held: Kept) => {
  const lengthOf = ({ setting, without }: Question['trials'][number]): number =>
    tall(made, new Set([...held].filter((id) => !without.includes(id)))) *
    (setting.size / contractOf(made).type.size) ** 2;
  return (question: Question): Answer => {
    const lengths = question.trials.map(lengthOf);
    // What the search in the page relies on.
    expect(lengths.some((length, index) => length > (lengths[index - 1] ?? Infinity) + 1e-9)).toBe(false);
    const isTooWide = ({ within, setting }: Question['trials'][number]): boolean =>
      within && setting.size > (made.wide ?? Infinity);
    const index = lengths.findIndex(
      (length, trial) =>
        length <= question.pages + 1e-9 && !question.trials.slice(trial, trial + 1).some(isTooWide),
    );
    const length = lengths[index < 0 ? lengths.length - 1 : index] ?? 0;
    const heights = Object.fromEntries(made.passages.map(({ id, height }) => [id, height * 250]));
    return {
      index,
      pages: Math.ceil(length - 1e-9),
      length,
      over: question.over && index < 0 ? Math.round((length - question.pages) * 250) : 0,
      heights: question.heights ? heights : {},
    };
  };
};

const run = (
  questions: Generator<Question, Outcome, Answer>,
  answer: (question: Question) => Answer,
): Outcome => {
  let step = questions.next();
  while (!step.done) step = questions.next(answer(step.value));
  return step.value;
};

/** Goes through the rounds as a build does. */
const fitted = (made: Case): Outcome & { rounds: number; out: readonly string[] } => {
  const [contract, keeping] = [contractOf(made), keepingOf(made)];
  const begin = (least?: number) => run(fit(contract, keeping, least), answering(made, keeping.selected));
  let outcome = begin();
  let rounds = 1;
  for (; outcome.is !== 'settled'; rounds += 1) {
    const state = outcome;
    if (state.is === 'over' && state.next === null) break;
    if (state.is === 'over') outcome = begin(state.next ?? 0);
    else if (state.is === 'open')
      outcome = run(settle(contract, keeping, state), answering(made, state.kept));
    else
      outcome = run(
        grow(contract, keeping, state),
        answering(made, new Set([...state.kept, ...keeping.reserve])),
      );
    expect(rounds).toBeLessThan(12);
  }
  const { kept } = outcome;
  return { ...outcome, rounds, out: [...keeping.selected].filter((id) => !kept.has(id)).toSorted() };
};

const sizeOf = (outcome: Outcome): number => (outcome as Settled).setting.size;

describe('a document', () => {
  test('that fills its page stays as it is', () => {
    expect(fitted({ passages: [{ id: 'a', height: 1 }] })).toMatchObject({
      is: 'settled',
      setting: { size: 12, spacing: 1 },
      rounds: 1,
    });
  });

  test('that leaves room is set larger, up to the limit', () => {
    const size = sizeOf(fitted({ passages: [{ id: 'a', height: 0.8 }] }));
    expect(size).toBeGreaterThan(13.2);
    expect(0.8 * (size / 12) ** 2).toBeLessThanOrEqual(1);
    expect(sizeOf(fitted({ passages: [{ id: 'a', height: 0.3 }] }))).toBe(15);
  });

  test('is set no larger than lets everything keep between its sides; what does not in its own type is no reason to shrink', () => {
    const passages = [{ id: 'a', height: 0.2 }];
    expect(sizeOf(fitted({ passages, wide: 13 }))).toBeCloseTo(13, 0);
    expect(sizeOf(fitted({ passages, wide: 13 }))).toBeLessThanOrEqual(13);
    expect(sizeOf(fitted({ passages, wide: 10 }))).toBe(12);
  });
  test('takes in of the reserve what fills the page, no more', () => {
    const extra = (id: string) => ({ id, height: 0.2, extra: true });
    const made = fitted({ passages: [{ id: 'a', height: 0.4 }, extra('r1'), extra('r2'), extra('r3')] });
    // At 15pt a takes 0.63 of the page, with r1 0.94, with r2 too 1.25: that fits in smaller type.
    expect([...made.kept].toSorted()).toEqual(['a', 'r1', 'r2']);
    expect(sizeOf(made)).toBeGreaterThan(13);
  });

  test('takes in nothing where larger type alone fills the page, nor what fits only in smaller type', () => {
    const besides = (height: number, more: number) =>
      fitted({
        passages: [
          { id: 'a', height },
          { id: 'r', height: more, extra: true },
        ],
      });
    expect([...besides(0.7, 0.1).kept]).toEqual(['a']);
    expect([...besides(0.5, 0.6).kept]).toEqual(['a']);
    expect(sizeOf(besides(0.5, 0.6))).toBe(15);
  });

  test('gives passages of priority 5 before its type shrinks', () => {
    const made = fitted({
      passages: [
        { id: 'a', height: 0.9 },
        { id: 'p5', height: 0.05, priority: 5 },
        { id: 'q5', height: 0.1, priority: 5 },
      ],
    });
    expect(made.out).toEqual(['q5']);
    expect(sizeOf(made)).toBe(12);
  });

  test('then shrinks, then gives the others', () => {
    const passages = [
      { id: 'a', height: 1.2, priority: 1 },
      { id: 'p5', height: 0.1, priority: 5 },
    ];
    expect(fitted({ passages }).out).toEqual(['p5']);
    const more = [...passages, { id: 'c', height: 0.4 }, { id: 'b', height: 0.3, priority: 4 }];
    expect(fitted({ passages: more }).out).toEqual(['b', 'p5']);
  });

  test('that can’t keep its contract says by how much, with the least that could stay', () => {
    const made = fitted({
      passages: [
        { id: 'a', height: 2, priority: 1 },
        { id: 'b', height: 1 },
      ],
    });
    expect(made).toMatchObject({ is: 'over', out: ['b'], over: 31, heights: { a: 500 }, next: null });
  });
});

describe('a passage that is too long itself', () => {
  const asks = [
    { id: 'a', height: 0.4, priority: 2, slot: 'asks' },
    { id: 'b', height: 0.4, priority: 4 },
    { id: 'c', height: 0.3, priority: 5 },
  ];
  const big = { id: 'big', height: 2, priority: 5, named: true };

  test('costs no other its place', () => {
    const without = fitted({ passages: asks });
    const made = fitted({ passages: [...asks, big] });
    expect(made.out).toEqual([...without.out, 'big'].toSorted());
    expect(sizeOf(made)).toBe(sizeOf(without));
  });

  test('costs none its place on several pages, nor a page more', () => {
    const contract = { max: 2 };
    const long = { ...big, height: 5 };
    expect(fitted({ passages: [...asks, long], contract })).toMatchObject({ out: ['big'], pages: 2 });
    expect(fitted({ passages: [...asks.slice(0, 2), long], contract })).toMatchObject({
      out: ['big'],
      pages: 1,
    });
  });

  test('goes although its slot needs as many, where a lesser one stands in for it', () => {
    const made = fitted({ passages: [...asks, big], minima: { facts: 2 } });
    expect(made).toMatchObject({ is: 'settled', out: ['big'] });
  });

  test('is followed by no larger type than the template’s own, while it is out', () => {
    const made = fitted({ passages: [{ id: 'a', height: 0.3 }, big] });
    expect(made.out).toEqual(['big']);
    expect(sizeOf(made)).toBe(12);
  });

  test('leaves its room to the reserve', () => {
    const made = fitted({ passages: [{ id: 'a', height: 0.3 }, big, { id: 'r', height: 0.5, extra: true }] });
    expect([...made.kept].toSorted()).toEqual(['a', 'r']);
    expect(sizeOf(made)).toBe(12);
  });
});

describe('what a passage that stays leads to', () => {
  test('stays with it, and goes with it', () => {
    const a = { id: 'a', height: 0.4, priority: 2, links: ['z'] };
    const passages = [a, { id: 'b', height: 0.6, priority: 4, brings: ['z'] }, { id: 'c', height: 0.9 }];
    expect(fitted({ passages }).out).toEqual(['c']);
    expect(fitted({ passages: [{ ...a, priority: 4 }, ...passages.slice(1)] }).out).toEqual(['a']);
  });
  test('has to be there for one of the reserve to come in', () => {
    const passages = [
      { id: 'a', height: 0.2 },
      { id: 'r1', height: 0.1, extra: true, links: ['nowhere'] },
      { id: 'r2', height: 0.1, extra: true, links: ['r3'] },
      { id: 'r3', height: 0.1, extra: true },
    ];
    expect([...fitted({ passages }).kept].toSorted()).toEqual(['a', 'r2', 'r3']);
  });
  test('and is not there once it had to go', () => {
    const passages = [
      { id: 'a', height: 0.3 },
      { id: 'long', height: 3, priority: 4 },
      { id: 'r1', height: 0.1, extra: true, links: ['long'] },
      { id: 'r2', height: 0.1, extra: true },
    ];
    expect([...fitted({ passages }).kept].toSorted()).toEqual(['a', 'r2']);
  });
});

describe('several pages', () => {
  const contract = { min: 4, max: 8, multiple: 4 };
  const p5 = (height: number) => ({ id: 'p5', height, priority: 5 });
  test('stay as many where their number is allowed', () => {
    expect(fitted({ passages: [{ id: 'a', height: 3.5 }], contract }).pages).toBe(4);
    expect(fitted({ passages: [{ id: 'a', height: 1.4 }], contract: { max: 2 } }).pages).toBe(2);
  });
  test('become fewer where type and priority 5 give that, else more', () => {
    const pages = (a: number, b: number, light: number) =>
      fitted({
        passages: [{ id: 'a', height: a }, { id: 'b', height: b, priority: 4 }, p5(light)],
        contract,
      });
    expect(pages(4.4, 0.4, 0.4)).toMatchObject({ pages: 4, out: ['p5'] });
    expect(pages(4, 5, 0.4)).toMatchObject({ pages: 8, out: ['p5'] });
    expect(pages(7, 0.5, 0)).toMatchObject({ pages: 8, out: [] });
  });
  test('are as many as are asked for, where fewer turned out too few', () => {
    const made: Case = { passages: [{ id: 'a', height: 1.2 }], contract: { ...contract, max: 12 } };
    const keeping = keepingOf(made);
    const begun = (least: number) =>
      run(fit(contractOf(made), keeping, least), answering(made, keeping.selected)).pages;
    expect([0, 8, 12].map(begun)).toEqual([4, 8, 12]);
  });
  test('are asked for again, and more of them, where fewer turn out too few', () => {
    const made: Case = {
      passages: [
        { id: 'a', height: 9 },
        { id: 'b', height: 1 },
      ],
      contract,
    };
    const keeping = keepingOf(made);
    const state = { pages: 4, kept: keeping.selected, least: 0, grown: false, tight: false };
    expect(run(settle(contractOf(made), keeping, state), answering(made, keeping.selected))).toMatchObject({
      is: 'over',
      next: 8,
    });
  });
});

test('a page composed anew is tried first in the setting that its passages had room in', () => {
  const begun = (height: number): Question['begin'] => {
    const made: Case = {
      passages: [
        { id: 'a', height, priority: 1 },
        { id: 'b', height: 1, priority: 5 },
      ],
    };
    const [contract, keeping] = [contractOf(made), keepingOf(made)];
    const open = run(fit(contract, keeping), answering(made, keeping.selected));
    if (open.is !== 'open') throw new Error('something has gone');
    const question = settle(contract, keeping, open).next().value as Question;
    expect(question.trials.length).toBeGreaterThan(10);
    return (question.begin ?? 0) / (question.trials.length - 1);
  };
  expect([begun(0.9), begun(1.1)]).toEqual([0, 1]);
});

test('a page that tells less than print does comes to an end all the same', () => {
  const made: Case = {
    passages: [
      { id: 'a', height: 0.5, priority: 1 },
      { id: 'b', height: 0.4 },
    ],
  };
  const [contract, keeping] = [contractOf(made), keepingOf(made)];
  let state: Outcome = run(fit(contract, keeping), answering(made, keeping.selected));
  let prints = 0;
  for (; state.is === 'settled' || state.is === 'open'; prints += 1) {
    const from = state.is === 'settled' ? state.step + 2 ** prints : 0;
    if (state.is === 'open') prints = 0;
    state = run(settle(contract, keeping, state, from), answering(made, state.kept));
    expect(prints).toBeLessThan(20);
  }
  expect(state).toMatchObject({ is: 'over', kept: new Set(['a']) });
});

/** The rule by trying everything: all sets that hold what they must, and of these the one with the best in it. */
const exhaustive = (made: Case): ReadonlySet<string> | null => {
  const chosen = made.passages.filter(({ extra }) => !extra).map((one, index) => candidate(one, index));
  const { size, min } = contractOf(made).type;
  const sets = Array.from({ length: 2 ** chosen.length }, (_, bits) =>
    chosen.filter((_one, index) => bits & (1 << index)),
  ).filter(
    (set) =>
      chosen.every((one) => one.priority !== 1 || set.includes(one)) &&
      Object.entries(made.minima ?? {}).every(([slot, least]) => count(set, slot) >= least) &&
      set.every(({ links }) => links.every((link) => set.some(({ id }) => id === link))),
  );
  const within = (set: readonly Candidate[], type: number): boolean =>
    tall(made, new Set(set.map(({ id }) => id))) * (type / size) ** 2 <= 1 + 1e-9;
  let left = sets.filter((set) => within(set, min));
  if (!left.length) return null;
  const named = chosen.filter((one) => one.named).toSorted((a, b) => a.priority - b.priority);
  const others = chosen.filter((one) => !one.named).toSorted((a, b) => a.rank - b.rank);
  const prefer = (one: Candidate, allowed: (set: readonly Candidate[]) => boolean): void => {
    const better = left.filter((set) => set.includes(one) && allowed(set));
    left = better.length ? better : left.filter((set) => !set.includes(one));
  };
  for (const one of [...named, ...others.filter(({ priority }) => priority < 5)]) prefer(one, () => true);
  const fewest = Math.min(...left.map((set) => set.length));
  const lights = others.filter(({ priority }) => priority === 5);
  // What slots must have of priority 5; then what the page holds in its own type.
  let needed = left.filter((set) => set.length === fewest);
  for (const one of lights) {
    const better = needed.filter((set) => set.includes(one));
    if (better.length) needed = better;
  }
  const must = needed[0] ?? [];
  left = left.filter(
    (set) => must.every((one) => set.includes(one)) && (set.length === must.length || within(set, size)),
  );
  for (const one of lights.filter((light) => !must.includes(light))) prefer(one, (set) => within(set, size));
  return new Set(left[0]?.map(({ id }) => id));
};

const count = (set: readonly Candidate[], slot: string): number =>
  set.filter((one) => one.slot === slot).length;

const small: fc.Arbitrary<Case> = fc
  .record({
    passages: fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 60 }).map((part) => part / 40),
        priority: fc.integer({ min: 1, max: 5 }),
        named: fc.boolean(),
        slot: fc.constantFrom('asks', 'facts'),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    asks: fc.integer({ min: 0, max: 2 }),
    facts: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ passages, asks, facts }) => {
    const most = (slot: string) => passages.filter((one) => one.slot === slot).length;
    return {
      passages: passages.map((one, index) => ({ ...one, id: `p${index}` })),
      minima: { asks: Math.min(asks, most('asks')), facts: Math.min(facts, most('facts')) },
    };
  });

/** The same, where one passage may lead to another that no slot must have. */
const linked: fc.Arbitrary<Case> = fc.tuple(small, fc.nat(7), fc.nat(7)).map(([made, from, to]) => ({
  passages: made.passages.map((one, index) =>
    index === from && to < made.passages.length ? { ...one, links: [`p${to}`] } : one,
  ),
}));

test.each([
  ['with minima', small],
  ['with links', linked],
])(
  'of random documents %s stays what an exhaustive search finds',
  (_what, documents) => {
    let [dropping, none] = [0, 0];
    fc.assert(
      fc.property(documents, (made) => {
        const best = exhaustive(made);
        const outcome = fitted(made);
        if (best === null) {
          none += 1;
          expect(outcome.is).toBe('over');
          return;
        }
        expect([...outcome.kept].toSorted()).toEqual([...best].toSorted());
        if (!outcome.out.length) return;
        dropping += 1;
        expect(sizeOf(outcome)).toBeLessThanOrEqual(12);
      }),
      { numRuns: runs(500, 15_000) },
    );
    expect(Math.min(dropping, none)).toBeGreaterThan(20);
  },
  60_000,
);

test('of random documents with a reserve, the rounds are few, nothing runs over, and the page is as full as it may be', () => {
  const documents = fc.tuple(small, fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }));
  fc.assert(
    fc.property(documents, ([made, reserve]) => {
      const extra = reserve.map((part, index) => ({ id: `r${index}`, height: part / 40, extra: true }));
      const whole = { ...made, passages: [...made.passages, ...extra] };
      const outcome = fitted(whole);
      if (outcome.is !== 'settled') return;
      const { setting, kept, out } = outcome;
      const length = (size: number, more = 0) => (tall(whole, kept) + more) * (size / 12) ** 2;
      expect(outcome.rounds).toBeLessThanOrEqual(5);
      expect(length(setting.size)).toBeLessThanOrEqual(1 + 1e-6);
      // The reserve costs nothing that was selected.
      expect(out).toEqual(fitted(made).out);
      const most = out.length ? 12 : 15;
      if (setting.size < most) expect(length(setting.size + 0.12)).toBeGreaterThan(1);
      for (const { id, height } of extra) if (!kept.has(id)) expect(length(most, height)).toBeGreaterThan(1);
    }),
    { numRuns: runs(200, 5000) },
  );
}, 60_000);
