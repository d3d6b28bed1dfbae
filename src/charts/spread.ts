/** Something that stands at a place, and takes so much room below it. */
export interface Placed {
  readonly place: number;
  readonly height: number;
}

/** Labels that stand together: the first at `start`, each below the one before. */
interface Group {
  readonly members: readonly number[];
  readonly start: number;
  readonly height: number;
}

/**
 * Where labels stand that would otherwise stand over each other: each moved as little as may be, in their order, and within
 * a height, as far as that holds them. Labels that touch are moved together, so that the mean of their places stays.
 */
export const spread = (
  labels: readonly Placed[],
  [top, bottom]: readonly [number, number],
): readonly number[] => {
  const group = (members: readonly number[]): Group => {
    let [height, offsets] = [0, 0];
    for (const index of members) {
      offsets += placeOf(labels, index) - height;
      height += labels[index]?.height ?? 0;
    }
    const start = Math.max(top, Math.min(offsets / members.length, bottom - height));
    return { members, start, height };
  };
  const groups: Group[] = [];
  for (const index of [...labels.keys()].toSorted((a, b) => placeOf(labels, a) - placeOf(labels, b))) {
    let added = group([index]);
    for (
      let above = groups.at(-1);
      above && above.start + above.height > added.start;
      above = groups.at(-1)
    ) {
      groups.pop();
      added = group([...above.members, ...added.members]);
    }
    groups.push(added);
  }
  const moved = labels.map(({ place }) => place);
  for (const { members, start } of groups) {
    let at = start;
    for (const index of members) {
      moved[index] = at;
      at += labels[index]?.height ?? 0;
    }
  }
  return moved;
};

const placeOf = (labels: readonly Placed[], index: number): number => labels[index]?.place ?? 0;
