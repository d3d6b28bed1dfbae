/** What is painted outside the marked content of a stream: margin boxes, backgrounds, borders, decoration. */

/** Decoration of the page, or what is said on each page anew. */
export type UnmarkedKind = 'layout' | 'header' | 'footer';

/** A stretch of a stream, from before an operator to behind one. */
export interface Unmarked {
  readonly start: number;
  end: number;
  readonly kind: UnmarkedKind;
}

/** What lies between `q` and `Q`. */
interface GraphicsGroup {
  readonly start: number;
  readonly found: Unmarked[];
  /** The last stretch, where it may still be made longer. */
  open: Unmarked | null;
  /** Whether marked content lies in it. */
  holdsMarked: boolean;
}

/**
 * Gathers the unmarked stretches of a stream, as few and as long as may be: neighbours become one, and a group from `q`
 * to `Q` without marked content becomes one with its neighbours. None cuts a group in two.
 */
export class UnmarkedContent {
  readonly #groups: GraphicsGroup[] = [{ start: 0, found: [], open: null, holdsMarked: false }];

  /** A group begins: `q`. Chrome lets marked content end in another group than it began in. */
  enter(start: number, isMarked: boolean): void {
    this.#groups.push({ start, found: [], open: null, holdsMarked: isMarked });
  }

  /** A group ends: `Q`. */
  leave(end: number): void {
    if (this.#groups.length === 1) return;
    const { start, found, holdsMarked } = this.#groups.pop() as GraphicsGroup;
    const kind = found[0]?.kind;
    if (kind && !holdsMarked && found.every((unmarked) => unmarked.kind === kind)) this.add(start, end, kind);
    else if (found.length) {
      this.#top.found.push(...found);
      this.#top.open = null;
    }
  }

  /** Something is painted outside marked content. */
  add(start: number, end: number, kind: UnmarkedKind): void {
    const top = this.#top;
    if (top.open?.kind === kind) top.open.end = end;
    else {
      top.open = { start, end, kind };
      top.found.push(top.open);
    }
  }

  /** What comes is no longer one with what was. */
  part(): void {
    this.#top.open = null;
  }

  /** Marked content begins. */
  interrupt(): void {
    for (const group of this.#groups) {
      group.open = null;
      group.holdsMarked = true;
    }
  }

  /** All that was found, in the stream's order, and disjoint. */
  all(): Unmarked[] {
    return this.#groups.flatMap(({ found }) => found);
  }

  get #top(): GraphicsGroup {
    return this.#groups.at(-1) as GraphicsGroup;
  }
}
