import type { Trial } from '../model/fit.ts';
import type { TypeContract } from '../model/template.ts';
import type { Keeping, Kept } from './keeping.ts';
import { settingsOf, type Settings } from './settings.ts';
import type { PageLimits } from './target.ts';

/** What a template promises of pages and type. */
export interface Contract {
  readonly pages: PageLimits;
  readonly type: Pick<TypeContract, 'size' | 'min' | 'max'>;
}

/** The trials of a page that holds some passages; what a trial keeps is among them. */
export class Trials {
  readonly contract: Contract;
  readonly keeping: Keeping;
  readonly held: Kept;
  readonly #settings: Settings;

  constructor(contract: Contract, keeping: Keeping, held: Kept) {
    this.contract = contract;
    this.keeping = keeping;
    this.held = held;
    this.#settings = settingsOf(contract.type);
  }

  /** The step of the template's own setting. */
  get aimStep(): number {
    return this.#settings.aim;
  }

  /** The step of the largest setting that is allowed: nothing is enlarged while a passage that was selected is out. */
  cap(kept: Kept): number {
    return this.keeping.isWhole(kept) ? 0 : this.aimStep;
  }

  aim = (kept: Kept): Trial => this.#trial(kept, this.aimStep);
  largest = (kept: Kept): Trial => this.#trial(kept, this.cap(kept));
  tightest = (kept: Kept): Trial => this.#trial(kept, this.#settings.all.length - 1);

  /** Each setting from a step on that is allowed while these stay. */
  settings(kept: Kept, from: number): readonly Trial[] {
    const last = this.keeping.isLoose(kept) ? this.aimStep : this.#settings.all.length - 1;
    const steps = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
    return steps.map((step) => this.#trial(kept, step));
  }

  #trial(kept: Kept, step: number): Trial {
    const setting = this.#settings.all[step];
    if (!setting) throw new Error(`there is no setting ${step}`);
    return {
      setting,
      without: [...this.held].filter((id) => !kept.has(id)),
      within: step < this.aimStep,
    };
  }
}
