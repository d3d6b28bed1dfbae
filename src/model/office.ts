/** Who held an office when. */

import { firstDay, lastDay, type PartialDate } from './time.ts';

export interface Office {
  /** e.g. `Secretary of State for Education`. */
  readonly name: string;
  /** Other names, e.g. `Education Secretary`. */
  readonly also: readonly string[];
  readonly holders: readonly Holder[];
}

export interface Holder {
  /** Without titles, e.g. `Gillian Keegan`. */
  readonly name: string;
  readonly from: PartialDate;
  /** The last day; null while it lasts. */
  readonly to: PartialDate | null;
}

/** Whether somebody held an office on a date, or at some time in it. */
export const heldOn = ({ from, to }: Holder, date: PartialDate): boolean =>
  firstDay(from) <= lastDay(date) && (to === null || firstDay(date) <= lastDay(to));

/** Those who held an office on a date. */
export const holdersOn = ({ holders }: Office, date: PartialDate): readonly Holder[] =>
  holders.filter((holder) => heldOn(holder, date));
