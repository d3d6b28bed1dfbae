/** The words that a project may use: its kinds, topics and abbreviations. */

import type { Kind } from './kind.ts';

export interface Vocabulary {
  /** By path, e.g. `children/child-protection`; every ancestor of a topic is there too. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** The built-in kinds and the project's own, by id. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** By the short form, e.g. `DfE`. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  /** That are spelled right though no dictionary has them. */
  readonly words: readonly string[];
  /** What is known to be wrong, with what is right. */
  readonly mistakes: readonly (readonly [wrong: string, right: string])[];
}

export interface Topic {
  readonly path: string;
  readonly name: string;
}

export interface Abbreviation {
  readonly short: string;
  readonly expansion: string;
  /** The expansion of the plural, e.g. `local authorities` for `LAs`. */
  readonly plural: string;
  /** Whether a document writes it out at its first use; `never` for those that every reader knows. */
  readonly expand: 'first' | 'never';
}
