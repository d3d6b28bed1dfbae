import type { PageContract } from '../model/template.ts';

export type PageLimits = Pick<PageContract, 'min' | 'max' | 'multiple'>;

/** The numbers of pages that a contract allows, next to a number. */
export interface AllowedPages {
  /** Whether it allows the number itself. */
  readonly exact: boolean;
  /** The next smaller number; null where there is none. */
  readonly below: number | null;
  /** The next larger number; null where there is none. */
  readonly above: number | null;
}

/** What a contract allows next to `pages`. */
export const allowedNear = ({ min, max, multiple }: PageLimits, pages: number): AllowedPages => {
  const least = Math.ceil(min / multiple) * multiple;
  const most = max === null ? Infinity : Math.floor(max / multiple) * multiple;
  const below = Math.min(most, (Math.ceil(pages / multiple) - 1) * multiple);
  const above = Math.max(least, (Math.floor(pages / multiple) + 1) * multiple);
  return {
    exact: pages % multiple === 0 && pages >= least && pages <= most,
    below: below >= least ? below : null,
    above: above <= most ? above : null,
  };
};

/** The only number of pages that a contract allows; null where there are several. */
export const onlyNumber = (contract: PageLimits): number | null => {
  const first = allowedNear(contract, 0).above;
  return first !== null && allowedNear(contract, first).above === null ? first : null;
};

/** Whether a contract asks for anything that a document might not keep by itself. */
export const bindsPages = ({ min, max, multiple }: PageLimits): boolean =>
  max !== null || min > 1 || multiple > 1;
