/** What a column of data counts. */

/** What the figures of a unit look like, and what they may be. */
interface UnitSort {
  readonly before: string;
  readonly after: string;
  /** How many decimals are shown where the column does not say. */
  readonly decimals: number;
  /** Whether it is a part of a whole: from 0 to 100. */
  readonly share: boolean;
}

const sort = (before: string, after: string, decimals: number, share = false): UnitSort => ({
  before,
  after,
  decimals,
  share,
});

/** Units whose figures carry a sign; the word of any other stands in the text beside it. */
const SIGNED: Readonly<Record<string, UnitSort>> = {
  '%': sort('', '%', 1, true),
  '% change': sort('', '%', 1),
  '£': sort('£', '', 0),
  '£m': sort('£', 'm', 1),
  '£bn': sort('£', 'bn', 1),
};

/** A unit by its name, as a description writes it: `%`, `people`, `per 10,000`; `text` is none. */
export type Unit = string;

/** What a column of words has in place of a unit. */
export const TEXT = 'text';

/** Anything else is counted: people, homes; or it is a ratio of some kind, of which a decimal is shown. */
export const sortOf = (unit: Unit): UnitSort =>
  SIGNED[unit] ?? sort('', '', /^(?:per\b|ratio$)/u.test(unit) ? 1 : 0);
