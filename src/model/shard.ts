/** One of several equal parts of a build, for machines that build side by side: 1 of 5 is the first. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}
