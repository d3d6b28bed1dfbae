import { describe, expect, test } from 'vitest';
import { fit, grow, settle, type Contract, type Outcome, type Settled } from '../../src/fit/fit.ts';
import type { Giving } from '../../src/fit/giving.ts';
import type { Answer, Question } from '../../src/model/fit.ts';

/** A document whose passages take a share of a page each, at the template's size: `r1` of the reserve first to go. */
interface Case {
  readonly heights: Readonly<Record<string, number>>;
  readonly giving: Giving;
  readonly contract?: Partial<Contract['pages']>;
  readonly type?: Contract['type'];
}

const contractOf = ({ contract, type }: Case): Contract => ({
  pages: { min: 1, max: 1, multiple: 1, ...contract },
  type: type ?? { size: 12, min: 9, max: 15 },
});

/** Answers as a page would that holds all but what has gone: it grows with the square of the type. */
const answering = (made: Case, gone: number) => {
  const out = new Set(made.giving.order.slice(0, gone));
  const lengthOf = ({ setting, without }: Question['trials'][number]): number =>
    Object.entries(made.heights)
      .filter(([id]) => !out.has(id) && !without.includes(id))
      .reduce((sum, [, height]) => sum + height, 0) *
    (setting.size / contractOf(made).type.size) ** 2;
  return (question: Question): Answer => {
    const index = question.trials.findIndex((trial) => lengthOf(trial) <= question.pages);
    const trial = question.trials[index < 0 ? question.trials.length - 1 : index];
    const length = trial ? lengthOf(trial) : 0;
    const over = index < 0 ? Math.round((length - question.pages) * 250) : 0;
    return { index, pages: Math.ceil(length), over, heights: question.heights ? { a: 1 } : {} };
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
const fitted = (made: Case): Outcome & { rounds: number } => {
  const [contract, { reserve }] = [contractOf(made), made.giving];
  let outcome = run(fit(contract, made.giving), answering(made, reserve));
  let rounds = 1;
  for (; outcome.is === 'open' || outcome.is === 'room'; rounds += 1) {
    const { is, gone, pages } = outcome;
    outcome =
      is === 'room'
        ? run(grow(contract, made.giving, pages), answering(made, 0))
        : run(settle(contract, made.giving, outcome), answering(made, gone));
  }
  return { ...outcome, rounds };
};

const giving = (order: string[], reserve = 0, light = reserve): Giving => ({ order, reserve, light });

describe('a document', () => {
  test('that fills its page stays as it is', () => {
    expect(fitted({ heights: { a: 1 }, giving: giving([]) })).toMatchObject({
      is: 'settled',
      setting: { size: 12, spacing: 1 },
      rounds: 1,
    });
  });

  test('that leaves room is set larger, up to the limit', () => {
    const made = fitted({ heights: { a: 0.8 }, giving: giving([]) }) as Settled;
    expect(made.setting.size).toBeGreaterThan(13.2);
    expect(0.8 * (made.setting.size / 12) ** 2).toBeLessThanOrEqual(1);
    expect(fitted({ heights: { a: 0.3 }, giving: giving([]) })).toMatchObject({ setting: { size: 15 } });
  });

  test('takes in of the reserve what fills the page, no more', () => {
    const heights = { a: 0.4, r1: 0.2, r2: 0.2, r3: 0.2 };
    const made = fitted({ heights, giving: giving(['r1', 'r2', 'r3'], 3) });
    // At 15pt a takes 0.63 of the page, with r3 0.94, with r2 too 1.25: that fits in smaller type.
    expect(made).toMatchObject({ is: 'settled', gone: 1 });
    expect((made as Settled).setting.size).toBeGreaterThan(13);
  });

  test('takes in nothing where larger type alone fills the page, nor what fits only in smaller type', () => {
    expect(fitted({ heights: { a: 0.7, r1: 0.1 }, giving: giving(['r1'], 1) })).toMatchObject({ gone: 1 });
    expect(fitted({ heights: { a: 0.5, r1: 0.6 }, giving: giving(['r1'], 1) })).toMatchObject({
      gone: 1,
      setting: { size: 15 },
    });
  });

  test('gives passages of priority 5 before its type shrinks', () => {
    const heights = { a: 0.9, p5: 0.05, q5: 0.1 };
    const made = fitted({ heights, giving: giving(['q5', 'p5'], 0, 2) });
    expect(made).toMatchObject({ is: 'settled', gone: 1 });
    expect((made as Settled).setting.size).toBeGreaterThanOrEqual(12);
  });

  test('then shrinks, then gives the others', () => {
    const heights = { a: 1.2, p5: 0.1, b: 0.3, c: 0.4 };
    const order = giving(['p5', 'b', 'c'], 0, 1);
    expect(fitted({ heights: { ...heights, b: 0, c: 0 }, giving: order })).toMatchObject({ gone: 1 });
    expect(fitted({ heights, giving: order })).toMatchObject({ is: 'settled', gone: 2 });
  });

  test('that can’t keep its contract says by how much', () => {
    const made = fitted({ heights: { a: 2, b: 1 }, giving: giving(['b']) });
    expect(made).toMatchObject({ is: 'over', gone: 1, over: 31, heights: { a: 1 }, next: null });
  });
});

describe('several pages', () => {
  const pack = { min: 4, max: 8, multiple: 4 };
  test('stay as many where their number is allowed', () => {
    expect(fitted({ heights: { a: 3.5 }, giving: giving([]), contract: pack })).toMatchObject({ pages: 4 });
    expect(fitted({ heights: { a: 1.4 }, giving: giving([]), contract: { max: 2 } })).toMatchObject({
      pages: 2,
    });
  });
  test('become fewer where type and priority 5 give that, else more', () => {
    const order = giving(['p5', 'b'], 0, 1);
    expect(fitted({ heights: { a: 4.4, b: 0.4, p5: 0.4 }, giving: order, contract: pack })).toMatchObject({
      pages: 4,
    });
    expect(fitted({ heights: { a: 4, b: 5, p5: 0.4 }, giving: order, contract: pack })).toMatchObject({
      pages: 8,
    });
    expect(fitted({ heights: { a: 7, p5: 0, b: 0.5 }, giving: order, contract: pack })).toMatchObject({
      pages: 8,
      gone: 0,
    });
  });
  test('are asked for again, and more of them, where fewer turn out too few', () => {
    const at = {
      contract: contractOf({ heights: {}, giving: giving([]), contract: pack }),
      giving: giving(['b']),
    };
    const long = answering({ heights: { a: 9, b: 1 }, giving: at.giving, contract: pack }, 0);
    expect(run(settle(at.contract, at.giving, { pages: 4, gone: 0 }), long)).toMatchObject({
      is: 'over',
      next: 8,
    });
  });
});

test('a page that tells less than print does comes to an end all the same', () => {
  const made: Case = { heights: { a: 0.5, b: 0.4 }, giving: giving(['b']) };
  let state: Outcome = run(fit(contractOf(made), made.giving), answering(made, 0));
  let prints = 0;
  for (; state.is === 'settled' || state.is === 'open'; prints += 1) {
    const from = state.is === 'settled' ? state.step + 2 ** prints : 0;
    if (state.is === 'open') prints = 0;
    state = run(settle(contractOf(made), made.giving, state, from), answering(made, state.gone));
    expect(prints).toBeLessThan(20);
  }
  expect(state.is).toBe('over');
});

test('whatever the heights, the rounds are few, nothing runs over, and the page is as full as it may be', () => {
  let seed = 5;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (let index = 0; index < 500; index += 1) {
    const ids = Array.from({ length: 8 }, (_, number) => `p${number}`);
    const heights = { a: random() * 0.6, ...Object.fromEntries(ids.map((id) => [id, random() * 0.4])) };
    const reserve = Math.floor(random() * 4);
    const made: Case = { heights, giving: giving(ids, reserve, reserve + Math.floor(random() * 3)) };
    const outcome = fitted(made);
    expect(outcome.rounds).toBeLessThanOrEqual(3);
    if (outcome.is !== 'settled') continue;
    const { setting, gone, step } = outcome;
    const answer = answering(made, gone);
    const fits = (size: number) =>
      answer({ trials: [{ setting: { size, spacing: 1 }, without: [], within: false }], pages: 1 }).index ===
      0;
    expect(fits(setting.size)).toBe(true);
    expect(step === 0 || !fits(setting.size + 0.12)).toBe(true);
  }
});
