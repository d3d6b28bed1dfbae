/** Names written anew at the places at which they were read. */

import { isDeepStrictEqual } from 'node:util';
import type { Place } from '../diagnostics/place.ts';
import { Lines } from '../load/lines.ts';
import { normalised } from '../load/text.ts';

/** A name at one place, and what is to begin it in place of what begins it now. */
export interface NameChange {
  readonly place: Place;
  /** The whole of what was read there, e.g. `children/foster-care`. */
  readonly name: string;
  /** e.g. `children`. */
  readonly from: string;
  readonly to: string;
}

/** How far behind its place a name may stand: a link is read where its text begins. */
const REACH = 2000;

/** A file's text with other names at some places of it; the first of these places where the name is not written as it is read. */
export const writeNames = (text: string, changes: readonly NameChange[]): string | Place => {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  // Places were counted, and names read, in one spelling; hyphens apart, a file that has another is written in that.
  const written = text.slice(mark.length).normalize('NFC');
  const read = normalised(written);
  const lines = new Lines('', read);
  const found = new Map<number, NameChange>();
  for (const change of changes) {
    const { line, column } = change.place;
    const offset = wordIn(read, change.name, lines.start(line) + column - 1);
    const same = offset === null ? undefined : found.get(offset);
    if (offset === null || (same && !isDeepStrictEqual(same, change))) return change.place;
    found.set(offset, change);
  }
  const renamed = [...found]
    .toSorted(([one], [other]) => other - one)
    .reduce(
      (result, [offset, { from, to }]) => result.slice(0, offset) + to + result.slice(offset + from.length),
      written,
    );
  return mark + renamed;
};

/** Where a name stands as a whole word, at or soon behind an offset; of a link, in its address. */
const wordIn = (text: string, name: string, start: number): number | null => {
  const before = text[start] === '[' ? String.raw`(?<=\(\s*<?#)` : '(?<![a-z0-9/-])';
  const found = new RegExp(`${before}${name}(?![a-z0-9/-])`, 'u').exec(text.slice(start, start + REACH));
  return found && start + found.index;
};
