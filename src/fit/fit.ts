/**
 * Fit finds how a document keeps its page contract: in which setting, and without which of its passages. It sees
 * nothing but the answers of the page (`model/fit.ts`), so that it is the same with a browser and without.
 *
 * 1. `fit`, on the page that holds what was selected: for how many pages, and whether something has to go or there is
 *    room for more. Passages are taken out of the page for that as they stand, which is near the truth, not the truth:
 *    notes keep their numbers, abbreviations stay written out where they were.
 * 2. `grow`, where there is room, on the page that holds the reserve too: how much of it stays.
 * 3. `settle`, on the page composed anew without what goes: the largest setting; or, where even the tightest takes too
 *    much, more that goes, and `settle` again. Each time more has gone than before, so it comes to an end.
 */

import type { Answer, Question, Setting, Trial } from '../model/fit.ts';
import type { Giving } from './giving.ts';
import { allowedNear, onlyNumber } from './target.ts';
import { Trials, type Contract } from './trials.ts';

export type { Contract } from './trials.ts';

/** How a document stands towards its contract. */
export interface State {
  /** The number of pages that it is to keep within. */
  readonly pages: number;
  /** How many passages of the order of giving have gone. */
  readonly gone: number;
}

/** The page that was asked keeps the contract in this setting. */
export interface Settled extends State {
  readonly is: 'settled';
  readonly setting: Setting;
  /** The setting's place among all. */
  readonly step: number;
}

/** What is to be done next: settle on the page composed anew, or see what of the reserve the page has room for. */
export interface Open extends State {
  readonly is: 'open' | 'room';
}

/** Everything that may go has gone, and the tightest setting still takes too much. */
export interface Over extends State {
  readonly is: 'over';
  /** The next larger number of pages that the contract allows; null where there is none. */
  readonly next: number | null;
  readonly over: Answer['over'];
  readonly heights: Answer['heights'];
}

export type Outcome = Settled | Open | Over;

type Steps<T = Outcome> = Generator<Question, T, Answer>;

/**
 * Fits the page that holds what was selected and none of the reserve. `least` is the number of pages to begin with,
 * where fewer were too few.
 */
export function* fit(contract: Contract, giving: Giving, least = 0): Steps {
  const gone = giving.reserve;
  const at = new Trials(contract, giving, gone);
  const pages = yield* target(contract, at, least);
  const outcome = yield* settle(contract, giving, { pages, gone });
  const isLargest = outcome.is === 'settled' && outcome.step === 0;
  return gone && isLargest ? { is: 'room', pages, gone } : outcome;
}

/**
 * Fills the page that holds the whole reserve: it goes, the worst first, until what is left has room. Where all of it
 * goes, the page without it is settled in the largest setting, as `fit` has seen.
 */
export function* grow(contract: Contract, giving: Giving, pages: number): Steps {
  const at = new Trials(contract, giving, 0);
  const { reserve } = giving;
  const { index } = yield { trials: at.largestWithout(reserve - 1), pages };
  const full = index < 0 ? reserve : index;
  // One more makes the page full: in smaller type, though not smaller than the template's own.
  const gone = full > 0 && (yield* fits(at.aim(full - 1), pages)) ? full - 1 : full;
  if (gone === reserve) return { is: 'settled', pages, gone, setting: at.largest(gone).setting, step: 0 };
  return gone ? { is: 'open', pages, gone } : yield* settle(contract, giving, { pages, gone });
}

/**
 * Settles the page from which so many passages have gone. `from` is the first step of the settings that is tried, where
 * larger ones are known to be too large.
 */
export function* settle(contract: Contract, giving: Giving, state: State, from = 0): Steps {
  const { pages, gone } = state;
  const at = new Trials(contract, giving, gone);
  const trials = at.settings(gone, from);
  const begin = Math.max(0, at.aimStep - from);
  const index = trials.length ? (yield { trials, pages, begin }).index : -1;
  const setting = trials[index]?.setting;
  return setting ? { is: 'settled', pages, gone, setting, step: from + index } : yield* shrink(at, state);
}

/** Lets more go, from a page that is too long in every setting that is allowed as long as nothing more goes. */
function* shrink(at: Trials, { pages, gone }: State): Steps {
  const trials = at.shrinking(gone, pages).filter(({ without }) => without.length > 0);
  const index = trials.length ? (yield { trials, pages }).index : -1;
  const going = trials[index]?.without.length;
  return going ? { is: 'open', pages, gone: gone + going } : yield* over(at, pages);
}

function* fits(trial: Trial, pages: number): Steps<boolean> {
  const { index } = yield { trials: [trial], pages };
  return index === 0;
}

/** The number of pages to keep within: the one allowed, else that of the document as it is, else the nearest. */
function* target({ pages }: Contract, at: Trials, least: number): Steps<number> {
  const only = onlyNumber(pages);
  if (only !== null || least) return only ?? least;
  const { reserve } = at.giving;
  const { pages: natural } = yield { trials: [at.aim(reserve)], pages: 0 };
  const { exact, below, above } = allowedNear(pages, natural);
  if (exact) return natural;
  if (below === null || above === null) return below ?? above ?? natural;
  // Down, where that costs no passage above priority 5; else up.
  const { index } = yield { trials: at.mild(reserve), pages: below };
  return index < 0 ? above : below;
}

function* over(at: Trials, pages: number): Steps {
  const next = allowedNear(at.contract.pages, pages).above;
  const gone = at.giving.order.length;
  if (next !== null) return { is: 'over', pages, gone, next, over: 0, heights: {} };
  const answer = yield { trials: [at.tightest(gone)], pages, heights: true };
  return { is: 'over', pages, gone, next, over: answer.over, heights: answer.heights };
}
