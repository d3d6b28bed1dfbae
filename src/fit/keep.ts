/**
 * What stays in a page that is too long. Passages are taken in by their worth, the best first, and each stays if the
 * pages hold it together with the better ones that stay, and with what slots must have besides: so whatever would have
 * gone for the sake of one that is too long itself is there once that is out.
 *
 * 1. heavy ones, in the tightest setting;
 * 2. of the light ones, in the tightest setting too, what slots must have;
 * 3. the other light ones and the reserve, in the template's own setting.
 */

import type { Steps, Trial } from '../model/fit.ts';
import type { Heights, Kept } from './keeping.ts';
import { allowedNear } from './target.ts';
import type { Trials } from './trials.ts';

/** What stays, and the least that could; no more than the least, and too much, where `kept` is null. */
export interface Stay {
  readonly kept: Kept | null;
  readonly least: Kept;
  /** Whether it takes too much in the template's own setting. */
  readonly tight: boolean;
}

/** Finds what of these stays within so many pages. Heavy ones all stay where the contract allows more pages. */
export function* keep(at: Trials, pages: number, among: Kept): Steps<Stay> {
  const { keeping } = at;
  const { heights } = yield { trials: [at.tightest(among)], pages, heights: true };
  const search: KeepSearch = { at, pages, heights, gone: new Set(keeping.without(among)) };
  const heavy = keeping.heavy.filter((id) => among.has(id));
  const stay = allowedNear(at.contract.pages, pages).above === null ? [] : heavy;
  const base = keeping.together([...keeping.fixed, ...stay], search.gone) ?? keeping.fixed;
  const least = keeping.filled(base, search.gone, heights);
  if (!(yield* fits(at.tightest(least), pages))) return { kept: null, least, tight: true };
  const needed = yield* takeNeeded(search, yield* take(search, heavy, base, at.tightest));
  if (!(yield* fits(at.aim(needed), pages))) return { kept: needed, least, tight: true };
  const rest = [...keeping.light, ...keeping.reserve].filter((id) => among.has(id));
  return { kept: yield* take(search, rest, needed, at.aim), least, tight: false };
}

/** What is known on the way; what is out is put among the gone. */
export interface KeepSearch {
  readonly at: Trials;
  readonly pages: number;
  readonly gone: Set<string>;
  readonly heights: Heights;
}

/** Takes in what fits, the first first, in the setting of a trial; gives all that is kept then. */
export function* take(
  search: KeepSearch,
  ids: readonly string[],
  kept: Kept,
  trial: (kept: Kept) => Trial,
): Steps<Kept> {
  const { gone } = search;
  let taken = kept;
  for (let first = true; ; first = false) {
    const queue = ids.filter((id) => mayCome(search, id, taken));
    if (!queue.length) return taken;
    // The longest run of them that fits; mostly that is all at first, and none when one was too long.
    const runs = queue.map((_, index) => queue.slice(0, queue.length - index));
    const trials = runs.map((run) => trial(whole(search, [...taken, ...run])));
    const begin = first ? 0 : trials.length - 1;
    const { index } = yield { trials, pages: search.pages, begin };
    const run = runs[index] ?? [];
    taken = search.at.keeping.together([...taken, ...run], gone) ?? taken;
    const next = queue[run.length];
    if (next !== undefined) gone.add(next);
  }
}

/** Takes in the best of the light ones that slots must have. */
function* takeNeeded(search: KeepSearch, kept: Kept): Steps<Kept> {
  const { at, pages, gone } = search;
  let taken = kept;
  for (const id of at.keeping.light) {
    if (!at.keeping.lacks(at.keeping.slotOf(id), taken) || !mayCome(search, id, taken)) continue;
    if (yield* fits(at.tightest(whole(search, [...taken, id])), pages))
      taken = at.keeping.together([...taken, id], gone) ?? taken;
    else gone.add(id);
  }
  return taken;
}

/** Whether a passage is not there yet, and neither it nor anything that it leads to is out. */
const mayCome = ({ at, gone }: KeepSearch, id: string, taken: Kept): boolean =>
  !taken.has(id) && !gone.has(id) && at.keeping.together([...taken, id], gone) !== null;

/** These with all that they lead to, and with what slots must have besides. */
const whole = ({ at: { keeping }, gone, heights }: KeepSearch, ids: readonly string[]): Kept =>
  keeping.filled(keeping.together(ids, gone) ?? new Set(ids), gone, heights);

/** Whether a page keeps within so many pages. */
export function* fits(trial: Trial, pages: number): Steps<boolean> {
  const { index } = yield { trials: [trial], pages };
  return index === 0;
}
