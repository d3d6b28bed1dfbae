/**
 * Fit finds how a document keeps its page contract: in which setting, and without which of its passages. It sees
 * nothing but the answers of the page (`model/fit.ts`), so that it is the same with a browser and without.
 *
 * 1. `fit`, on the page that holds what was selected: for how many pages, and in which setting; or, where even the
 *    tightest takes too much, what stays (`keep.ts`). Passages are taken out of the page for that as they stand, which is
 *    near the truth, not the truth: notes keep their numbers, abbreviations stay written out where they were.
 * 2. `settle`, on the page composed anew without what goes: the largest setting; or more that goes, and `settle` again.
 *    Each time more has gone than before, so it comes to an end.
 * 3. `grow`, where there is room, on the page that holds the reserve too: how much of it stays.
 */

import type { Answer, Setting, Steps } from '../model/fit.ts';
import { fits, keep, take, type KeepSearch } from './keep.ts';
import type { Keeping, Kept } from './keeping.ts';
import { allowedNear, onlyNumber } from './target.ts';
import { Trials, type Contract } from './trials.ts';

export type { Contract } from './trials.ts';

/** How a document stands towards its contract. */
export interface State {
  /** The number of pages that it is to keep within. */
  readonly pages: number;
  readonly kept: Kept;
  /** Fewer pages turned out too few. */
  readonly least: number;
  /** Whether it was seen what of the reserve there is room for. */
  readonly grown: boolean;
  /** Whether what is kept took too much in the template's own setting, taken out of the page before. */
  readonly tight: boolean;
}

/** The page that was asked keeps the contract in this setting. */
export interface Settled extends State {
  readonly is: 'settled';
  readonly setting: Setting;
  /** The setting's place among all. */
  readonly step: number;
}

/** What is to be done next: settle on the page composed anew, or see what of the reserve the page has room for. */
export interface Unsettled extends State {
  readonly is: 'open' | 'room';
}

/** Everything that may go has gone, and the tightest setting still takes too much; `kept` is the least. */
export interface Over extends State {
  readonly is: 'over';
  /** The next larger number of pages that the contract allows; null where there is none. */
  readonly next: number | null;
  readonly over: Answer['over'];
  readonly heights: Answer['heights'];
}

export type Outcome = Settled | Unsettled | Over;

/**
 * Fits the page that holds what was selected and none of the reserve. `least` is the number of pages to begin with,
 * where fewer were too few.
 */
export function* fit(contract: Contract, keeping: Keeping, least = 0): Steps<Outcome> {
  const kept = keeping.selected;
  const pages = yield* target(new Trials(contract, keeping, kept), kept, least);
  return yield* settle(contract, keeping, { pages, kept, least, grown: false, tight: false });
}

/**
 * Settles the page that holds what is kept. `from` is the first step of the settings that is tried, where larger ones
 * are known to be too large.
 */
export function* settle(contract: Contract, keeping: Keeping, state: State, from = 0): Steps<Outcome> {
  const { pages, kept, grown, tight } = state;
  const at = new Trials(contract, keeping, kept);
  const first = Math.max(from, at.cap(kept));
  const trials = at.settings(kept, first);
  const begin = tight ? trials.length - 1 : Math.max(0, at.aimStep - first);
  const index = trials.length ? (yield { trials, pages, begin }).index : -1;
  const setting = trials[index]?.setting;
  if (!setting) return yield* shrink(at, state);
  const step = first + index;
  const isRoom = !grown && keeping.reserve.length > 0 && step === at.cap(kept);
  return isRoom ? { ...state, is: 'room' } : { ...state, is: 'settled', setting, step };
}

/** Lets something go from a page that is too long in every setting that is allowed as long as it stays. */
function* shrink(at: Trials, state: State): Steps<Outcome> {
  const { keeping } = at;
  const { pages, least } = state;
  const isMost = allowedNear(at.contract.pages, pages).above === null;
  const stay = yield* keep(at, pages, state.kept);
  // Print takes more room than the page foretold, where nothing has to go by that.
  const all = stay.kept?.size === state.kept.size;
  const kept = all ? keeping.withoutWorst(state.kept, isMost) : stay.kept;
  if (!kept) return yield* over(at, { ...state, kept: stay.least });
  const isLess = keeping.heavy.some((id) => state.kept.has(id) && !kept.has(id));
  // Without a long one, the document may be one for fewer pages.
  const fewer = isLess ? Math.min(pages, yield* target(at, kept, least)) : pages;
  return { ...state, is: 'open', kept, pages: fewer, tight: stay.tight };
}

/**
 * Fills the page that holds the whole reserve, in the largest setting that is allowed; where nothing of it stays, the
 * page without it is settled in that.
 */
export function* grow(contract: Contract, keeping: Keeping, state: State): Steps<Outcome> {
  const { pages, kept } = state;
  const at = new Trials(contract, keeping, new Set([...kept, ...keeping.reserve]));
  const gone = () => new Set(keeping.without(at.held));
  const search: KeepSearch = { at, pages, heights: {}, gone: gone() };
  const taken = yield* take(search, keeping.reserve, kept, at.largest);
  const full = keeping.isWhole(kept) ? yield* oneMore(at, pages, taken, gone()) : taken;
  const next = { ...state, kept: full, grown: true, tight: false };
  if (full.size === kept.size)
    return { ...next, is: 'settled', setting: at.largest(kept).setting, step: at.cap(kept) };
  return full.size < at.held.size ? { ...next, is: 'open' } : yield* settle(contract, keeping, next);
}

/** One more makes the page full: in smaller type, though not smaller than the template's own. */
function* oneMore(at: Trials, pages: number, kept: Kept, gone: Kept): Steps<Kept> {
  for (const id of at.keeping.reserve) {
    const more = kept.has(id) ? null : at.keeping.together([...kept, id], gone);
    if (more && (yield* fits(at.aim(more), pages))) return more;
  }
  return kept;
}

/** The number of pages to keep within: the one allowed, else that of the document as it is, else the nearest. */
function* target(at: Trials, kept: Kept, least: number): Steps<number> {
  const { pages } = at.contract;
  const only = onlyNumber(pages);
  if (only !== null || least) return only ?? least;
  const { pages: natural } = yield { trials: [at.aim(kept)], pages: 0 };
  const { exact, below, above } = allowedNear(pages, natural);
  if (exact) return natural;
  if (below === null || above === null) return below ?? above ?? natural;
  // Down, where that costs no passage above priority 5; else up.
  return (yield* fits(at.tightest(at.keeping.mild(kept)), below)) ? below : above;
}

function* over(at: Trials, state: State): Steps<Outcome> {
  const { pages, kept } = state;
  const next = allowedNear(at.contract.pages, pages).above;
  if (next !== null) return { ...state, is: 'over', next, over: 0, heights: {} };
  const answer = yield { trials: [at.tightest(kept)], pages, heights: true, over: true };
  return { ...state, is: 'over', next, over: answer.over, heights: answer.heights };
}
