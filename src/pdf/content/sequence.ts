import { Bounds } from './geometry.ts';
import type { TextObject } from './text-object.ts';

/** A piece of marked content that has a number (ISO 32000-1, 14.7.4.2). */
export interface Sequence {
  readonly id: number;
  /** Where the operator that opens it lies, with its operands. */
  readonly start: number;
  readonly end: number;
  /** What is painted in it. */
  holdsText: boolean;
  holdsImage: boolean;
  holdsPath: boolean;
  readonly bounds: Bounds;
  /** Its texts, in the stream's order. */
  readonly texts: TextObject[];
  /** Whether it shall be an artifact: it decorates, or repeats what is said elsewhere. */
  isArtifact: boolean;
}

export const newSequence = (id: number, start: number, end: number): Sequence => ({
  id,
  start,
  end,
  holdsText: false,
  holdsImage: false,
  holdsPath: false,
  bounds: new Bounds(),
  texts: [],
  isArtifact: false,
});
