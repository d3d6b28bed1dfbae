import type { HeldText } from './held-text.ts';

/** Something that tells a text: words in a row, an id or an address. */
export interface Sign {
  readonly sort: 'words' | 'name' | 'address';
  readonly words: readonly string[];
  /** The texts in which it stands, those that everybody may read apart. */
  readonly texts: HeldText[];
}

/** Whether words stand in others at a place. */
export const standsAt = (words: readonly string[], at: number, wanted: readonly string[]): boolean =>
  wanted.every((word, index) => words[at + index] === word);
