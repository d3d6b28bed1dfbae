/** The search for the first of a page's trials that keeps within its pages. */

import type { Trial } from '../../model/fit.ts';

/** What was seen of a trial. */
export interface Seen {
  readonly fits: boolean;
  /** In pages, part of the last one counted. */
  readonly length: number;
}

export interface Probe extends Seen {
  readonly index: number;
}

/**
 * The first trial that fits, as all after it should; -1 where none does. Settings are guessed at by the lengths seen so
 * far, which halves the layouts that halving the list takes; where guesses do not close in, the list is halved.
 */
export const search = (
  trials: readonly Trial[],
  pages: number,
  begin: number | undefined,
  look: (index: number) => Seen,
): number => {
  let [low, high] = [-1, trials.length];
  const probes: Probe[] = [];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const guess = probes.length ? guessed(trials, pages, probes) : begin;
    const index =
      guess === undefined || probes.length > 4 ? middle : Math.min(high - 1, Math.max(low + 1, guess));
    const probe = { index, ...look(index) };
    probes.push(probe);
    if (probe.fits) high = index;
    else low = index;
  }
  // Where columns are balanced anew or a break moves, a larger setting may fit though the next one does not.
  const seen = (index: number): Seen => probes.find((probe) => probe.index === index) ?? look(index);
  while (high < trials.length && high > 1 && isLadder(trials) && seen(high - 2).fits) high -= 2;
  return high < trials.length ? high : -1;
};

/** Whether the trials are settings of one page, not a page with less and less in it. */
const isLadder = (trials: readonly Trial[]): boolean =>
  trials[0]?.without.length === trials.at(-1)?.without.length;

/** Where the first setting that fits should be, if the length goes with a power of the size; undefined if it can't be told. */
const guessed = (trials: readonly Trial[], pages: number, probes: readonly Probe[]): number | undefined => {
  if (!isLadder(trials)) return undefined;
  const [last, before] = [probes.at(-1), probes.at(-2)];
  if (!last || !Number.isFinite(last.length)) return undefined;
  // Lines are as much longer as they are higher; spaces take a part of the height.
  const room = (index: number): number => {
    const { size = 1, spacing = 1 } = trials[index]?.setting ?? {};
    return size ** 2 * spacing ** 0.25;
  };
  const steepness =
    before && Math.log(last.length / before.length) / Math.log(room(last.index) / room(before.index));
  const power = steepness && steepness > 0.3 && steepness < 3 ? steepness : 1;
  const index = trials.findIndex(
    (_, each) => last.length * (room(each) / room(last.index)) ** power <= pages,
  );
  return index < 0 ? trials.length - 1 : index;
};
