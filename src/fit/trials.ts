import type { Trial } from '../model/fit.ts';
import type { TypeContract } from '../model/project.ts';
import type { Giving } from './giving.ts';
import { settingsOf, type Settings } from './settings.ts';
import { allowedNear, type Pages } from './target.ts';

/** What a template promises of pages and type. */
export interface Contract {
  readonly pages: Pages;
  readonly type: Pick<TypeContract, 'size' | 'min' | 'max'>;
}

/** The trials of a page from which `out` passages have gone; `gone` is how many have in a trial, `out` at least. */
export class Trials {
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

  /** The step of the template's own setting. */
  get aimStep(): number {
    return this.#settings.aim;
  }

  aim = (gone: number): Trial => this.#trial(gone, this.aimStep);
  largest = (gone: number): Trial => this.#trial(gone, 0);
  tightest = (gone: number): Trial => this.#trial(gone, this.#settings.all.length - 1);

  /** In the largest setting, with less and less of the reserve: without so many at last. */
  largestWithout = (most: number): readonly Trial[] => range(0, most).map(this.largest);

  /** Each setting from a step on that is allowed when so many have gone. */
  settings(gone: number, from: number): readonly Trial[] {
    const last = this.#mayShrink(gone) ? this.#settings.all.length - 1 : this.aimStep;
    return range(from, last).map((step) => this.#trial(gone, step));
  }

  /**
   * What more a document gives to keep within so many pages, when so many have gone, in order. Above priority 5 it
   * gives nothing where more pages are allowed.
   */
  shrinking(gone: number, pages: number): readonly Trial[] {
    if (allowedNear(this.contract.pages, pages).above !== null) return this.mild(gone);
    const { light, order } = this.giving;
    return [...this.mild(gone), ...range(Math.max(gone, light) + 1, order.length).map(this.tightest)];
  }

  /** Priority 5 first, then the setting. */
  mild(gone: number): readonly Trial[] {
    const { light } = this.giving;
    return [...range(gone + 1, light).map(this.aim), this.tightest(Math.max(gone, light))];
  }

  /** Whether the type may shrink: when all that goes before has gone. */
  #mayShrink = (gone: number): boolean => gone >= this.giving.light;

  #trial(gone: number, step: number): Trial {
    const setting = this.#settings.all[step];
    if (!setting) throw new Error(`there is no setting ${step}`);
    return { setting, without: this.giving.order.slice(this.#out, gone), within: step < this.aimStep };
  }
}

/** The whole numbers from one to another, both included. */
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
