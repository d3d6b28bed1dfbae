/** The text of an original, page by page where it has pages. */
export interface Pages {
  readonly texts: readonly string[];
  readonly isPaged: boolean;
}

/** Why an original can't be read: words that go on from its name, and how to mend it. Leaves `originals/` never. */
export class UnreadOriginal extends Error {
  readonly remedy: string;

  constructor(fault: string, remedy: string) {
    super(fault);
    this.remedy = remedy;
  }
}

export const damaged = (kind: string): UnreadOriginal =>
  new UnreadOriginal(
    `can’t be read as ${kind}: it is damaged, or of another kind`,
    'See whether it opens, and archive it anew.',
  );
