/** Boxes that lie upon each other, found by a sweep from left to right along all lines at once. */

/** Parts of a page in columns, each with its number; the unit is the caller's. */
export interface Boxes {
  readonly left: readonly number[];
  readonly bottom: readonly number[];
  readonly right: readonly number[];
  readonly top: readonly number[];
}

/**
 * Tells each pair, of the boxes asked for, that have a point in common, until `tell` gives false; first those on the
 * left. It takes time for what stands at one place of a line, not for the square of all.
 */
export const meet = (
  { left, bottom, right, top }: Boxes,
  asked: readonly number[],
  tell: (a: number, b: number) => boolean,
): void => {
  const lineOf = linesOf(bottom, top, asked);
  /** The boxes of each line that the sweep has not left behind. */
  const lines = new Map<number, number[]>();
  for (const box of asked.toSorted((a, b) => at(left, a) - at(left, b))) {
    const last = lineOf(at(top, box));
    for (let line = lineOf(at(bottom, box)); line <= last; line += 1) {
      const open = lines.get(line) ?? [];
      lines.set(line, open);
      let kept = 0;
      for (const other of open) {
        if (at(right, other) <= at(left, box)) continue;
        open[kept] = other;
        kept += 1;
        if (at(bottom, other) >= at(top, box) || at(bottom, box) >= at(top, other)) continue;
        // Boxes that go over several lines meet on the lowest that both lie in.
        const lowest = lineOf(Math.max(at(bottom, other), at(bottom, box)));
        if (line === lowest && !tell(other, box)) return;
      }
      open.length = kept;
      open.push(box);
    }
  }
};

const at = (column: readonly number[], box: number): number => column[box] ?? NaN;

/**
 * Into which line a height falls. A line is as high as a box is on average, so that boxes go over three times as many at
 * most as there are boxes; but no less than a thousand millionth of how far they reach, so that lines can be counted.
 */
const linesOf = (
  bottom: readonly number[],
  top: readonly number[],
  asked: readonly number[],
): ((height: number) => number) => {
  let [sum, reach] = [0, Number.MIN_VALUE];
  for (const box of asked) {
    sum += at(top, box) - at(bottom, box);
    reach = Math.max(reach, Math.abs(at(top, box)), Math.abs(at(bottom, box)));
  }
  const line = Math.max(sum / asked.length, reach / 1e9);
  return (height) => Math.floor(height / line);
};
