import type { Element } from './element.ts';

/** Something that was met in content, perhaps thousands of times: how often on each page, and where first. */
export class Spots {
  readonly #pages = new Map<number, PdfSpot>();

  /** @param detail what was met, e.g. `text`; of the first on each page it is kept */
  note(page: number, element: Element | null, detail = ''): void {
    const known = this.#pages.get(page);
    if (known) known.count += 1;
    else this.#pages.set(page, { page, element, detail, count: 1 });
  }

  *[Symbol.iterator](): Generator<PdfSpot> {
    yield* this.#pages.values();
  }
}

export interface PdfSpot {
  /** From 1. */
  readonly page: number;
  /** The element that the first stands in, or behind. */
  readonly element: Element | null;
  readonly detail: string;
  count: number;
}
