import type { Element } from './element.ts';

/** A stretch of marked content (ISO 32000-1, 14.6). */
interface MarkedContent {
  readonly isArtifact: boolean;
  /** The element that it is a piece of. */
  readonly element: Element | null;
  readonly hasLanguage: boolean;
}

const NONE: MarkedContent = { isArtifact: false, element: null, hasLanguage: false };

/** The stretches of marked content that are open, and what holds for content within all of them. */
export class MarkStack {
  /** The element that was tagged last: unmarked content stands behind it. */
  last: Element | null = null;
  /** Each with all that it stands in: so closing one is no work, however many are open. */
  #open: MarkedContent[] = [];

  get depth(): number {
    return this.#open.length;
  }

  get isArtifact(): boolean {
    return this.#now.isArtifact;
  }

  get hasLanguage(): boolean {
    return this.#now.hasLanguage;
  }

  /** The innermost element. */
  get element(): Element | null {
    return this.#now.element;
  }

  get #now(): MarkedContent {
    return this.#open.at(-1) ?? NONE;
  }

  push(mark: MarkedContent): void {
    const now = this.#now;
    this.#open.push({
      isArtifact: now.isArtifact || mark.isArtifact,
      hasLanguage: now.hasLanguage || mark.hasLanguage,
      element: mark.element ?? now.element,
    });
    this.last = mark.element ?? this.last;
  }

  /** Closes all that was opened beyond a depth. */
  closeTo(depth: number): void {
    this.#open.length = depth;
  }

  /** Begins anew, as for a page. */
  clear(): void {
    this.#open = [];
    this.last = null;
  }
}
