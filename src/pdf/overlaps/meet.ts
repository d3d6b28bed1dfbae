/** Boxes that lie upon each other, found by a sweep from left to right. */

/** A part of a page; the unit is the caller's. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Tells each pair of boxes that have a point in common, until `tell` gives false. It takes time for what lies upon the same line, not for the square of all. */
export const meet = <B extends Box>(boxes: readonly B[], tell: (a: B, b: B) => boolean): void => {
  let open: B[] = [];
  for (const box of boxes.toSorted((a, b) => a.left - b.left)) {
    open = open.filter(({ right }) => right > box.left);
    for (const other of open)
      if (other.bottom < box.top && box.bottom < other.top && !tell(other, box)) return;
    open.push(box);
  }
};
