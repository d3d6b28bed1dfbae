/**
 * Fit finds how a document keeps its page contract: in which setting, and without which of its passages. It sees
 * nothing but the answers of the page (`model/fit.ts`), so that it is the same with a browser and without.
 *
 * 1. `fit`, on the page that holds everything, the reserve too: for how many pages, and how much goes. Passages are
 *    taken out of the page for that as they stand, which is near the truth, not the truth: notes keep their numbers.
 * 2. `settle`, on the page composed anew without what goes: the largest setting; or, where even the tightest takes too
 *    much, more that goes, and `settle` again. Each time more has gone than before, so it comes to an end.
 */

import type { Answer, Question, Setting, Trial } from '../model/fit.ts';
import type { TypeContract } from '../model/project.ts';
import type { Giving } from './giving.ts';
import { settingsOf, type Settings } from './settings.ts';
import { allowedNear, onlyNumber, type Pages } from './target.ts';

export interface Contract {
  readonly pages: Pages;
  readonly type: Pick<TypeContract, 'size' | 'min' | 'max'>;
}

/** How a document stands towards its contract. */
export interface State {
  /** The number of pages that it is to keep within. */
  readonly pages: number;
  /** How many passages of the order of giving have gone. */
  readonly gone: number;
}

/** What fitting comes to. */
export type Outcome = State &
  (
    | {
        /** Settled: the page that was asked keeps the contract so. `step` is the setting's place among all. */
        readonly is: 'settled';
        readonly setting: Setting;
        readonly step: number;
      }
    /** Another number of passages has to go than has gone from the page: compose it anew and settle. */
    | { readonly is: 'open' }
    /**
     * Everything that may go has gone, and the tightest setting still takes too much. `next` is the larger number of
     * pages that the contract allows; null where there is none.
     */
    | {
        readonly is: 'over';
        readonly next: number | null;
        readonly over: Answer['over'];
        readonly heights: Answer['heights'];
      }
  );

/** Fits the page that holds everything. `least` is the number of pages to begin with, where fewer were too few. */
export function* fit(contract: Contract, giving: Giving, least = 0): Generator<Question, Outcome, Answer> {
  const at = new Trials(contract, giving, 0);
  const pages = yield* target(contract, at, least);
  const { index: given } = yield { trials: at.shrinking(giving.reserve, pages), pages };
  if (given < 0) return yield* over(at, pages);
  const gone = given ? at.goneIn(giving.reserve, pages, given) : yield* grow(at, pages);
  return gone ? { is: 'open', pages, gone } : yield* settle(contract, giving, { pages, gone });
}

/**
 * Settles the page from which so many passages have gone. `below` is a step of the settings that is known to be too
 * large, though the page answers that it is not: only tighter ones are tried.
 */
export function* settle(
  contract: Contract,
  giving: Giving,
  { pages, gone }: State,
  below = -1,
): Generator<Question, Outcome, Answer> {
  const at = new Trials(contract, giving, gone);
  const settings = at.settings(gone, below + 1);
  const trials = [...settings, ...at.shrinking(gone, pages).slice(at.mayShrink(gone) ? 2 : 1)];
  const { index } = yield { trials, pages };
  if (index < 0) return yield* over(at, pages);
  const setting = trials[index]?.setting;
  if (setting && index < settings.length)
    return { is: 'settled', pages, gone, setting, step: below + 1 + index };
  return { is: 'open', pages, gone: gone + (trials[index]?.without.length ?? 0) };
}

/** The number of pages to keep within: the one allowed, else that of the document as it is, else the nearest. */
function* target({ pages }: Contract, at: Trials, least: number): Generator<Question, number, Answer> {
  const only = onlyNumber(pages);
  if (only !== null || least) return only ?? least;
  const { pages: natural } = yield { trials: [at.natural()], pages: 0 };
  const { exact, below, above } = allowedNear(pages, natural);
  if (exact) return natural;
  if (below === null || above === null) return below ?? above ?? natural;
  // Down, where that costs no passage above priority 5; else up.
  const { index } = yield { trials: at.mild(), pages: below };
  return index < 0 ? above : below;
}

/** How many go from a page that holds what was selected with room to spare: the reserve fills it up, as far as it may. */
function* grow(at: Trials, pages: number): Generator<Question, number, Answer> {
  const { reserve } = at.giving;
  if (!reserve) return 0;
  const { index } = yield { trials: at.largest(reserve), pages };
  if (index <= 0) return index < 0 ? reserve : 0;
  // One more makes the page full: in smaller type, though not smaller than the template's own.
  const { index: fits } = yield { trials: [at.aim(index - 1)], pages };
  return fits < 0 ? index : index - 1;
}

function* over(at: Trials, pages: number): Generator<Question, Outcome, Answer> {
  const next = allowedNear(at.contract.pages, pages).above;
  const gone = at.giving.order.length;
  if (next !== null) return { is: 'over', pages, gone, next, over: 0, heights: {} };
  const { over: by, heights } = yield { trials: [at.tightest(gone)], pages, heights: true };
  return { is: 'over', pages, gone, next, over: by, heights };
}

/** The trials of a page from which `out` passages have gone. */
class Trials {
  readonly contract: Contract;
  readonly giving: Giving;
  readonly #settings: Settings;
  readonly #out: number;

  constructor(contract: Contract, giving: Giving, out: number) {
    this.contract = contract;
    this.giving = giving;
    this.#settings = settingsOf(contract.type);
    this.#out = out;
  }

  #trial(gone: number, step: number): Trial {
    const setting = this.#settings.all.at(step);
    if (!setting) throw new Error(`there is no setting ${step}`);
    const within = step >= 0 && step < this.#settings.aim;
    return { setting, without: this.giving.order.slice(this.#out, gone), within };
  }

  aim = (gone: number): Trial => this.#trial(gone, this.#settings.aim);
  tightest = (gone: number): Trial => this.#trial(gone, -1);

  /** All that was selected, as the template says. */
  natural = (): Trial => this.aim(this.giving.reserve);

  /** Whether the type may shrink when so many have gone: all that goes before has. */
  mayShrink = (gone: number): boolean => gone >= this.giving.light;

  /** Each setting, from the largest to the tightest that is allowed when so many have gone. */
  settings(gone: number, from: number): readonly Trial[] {
    const { all, aim } = this.#settings;
    const end = this.mayShrink(gone) ? all.length : aim + 1;
    return all.slice(from, end).map((_, index) => this.#trial(gone, from + index));
  }

  /**
   * What a document gives to keep within so many pages, in order, when so many have gone. Above priority 5 it gives
   * nothing where more pages are allowed.
   */
  shrinking(gone: number, pages: number): readonly Trial[] {
    if (allowedNear(this.contract.pages, pages).above !== null) return this.mild(gone);
    const { light, order } = this.giving;
    return [...this.mild(gone), ...range(Math.max(gone, light) + 1, order.length).map(this.tightest)];
  }

  /** Priority 5 first, then the setting. */
  mild(gone = this.giving.reserve): readonly Trial[] {
    const light = Math.max(gone, this.giving.light);
    return [...range(gone, light).map(this.aim), this.tightest(light)];
  }

  /** In the largest setting, with less and less of the reserve. */
  largest = (reserve: number): readonly Trial[] => range(0, reserve).map((gone) => this.#trial(gone, 0));

  /** How many have gone in one of the trials of `shrinking`. */
  goneIn = (gone: number, pages: number, index: number): number =>
    this.#out + (this.shrinking(gone, pages)[index]?.without.length ?? 0);
}

/** The whole numbers from one to another, both included. */
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
