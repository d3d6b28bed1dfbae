/** A text that takes the place of a stretch of a stream. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
