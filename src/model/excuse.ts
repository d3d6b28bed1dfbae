import type { Place } from '../diagnostics/place.ts';

/** A rule that an editor has decided not to follow at one place, with the reason. */
export interface Excuse {
  /** The rule's id. */
  readonly rule: string;
  /** Where that is written. */
  readonly place: Place;
  readonly reason: string;
  /** The lines that it speaks of, the first and the last of them, from 1: its own, and those of what stands below it. */
  readonly first: number;
  readonly last: number;
}

/** Whether an excuse speaks of a place. */
export const speaksOf = ({ place: { file }, first, last }: Excuse, place: Place): boolean =>
  place.file === file && place.line >= first && place.line <= last;
