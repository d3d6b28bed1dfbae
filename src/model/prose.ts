/** What there is to say of a text as prose. */

import type { Place } from '../diagnostics/place.ts';

/** A text of a passage: its own, or one of its wordings. */
export interface Prose {
  readonly sentences: readonly Sentence[];
  readonly repeated: readonly WordAt[];
  /** Words that no dictionary has; each where it first stands. */
  readonly unknown: readonly UnknownWord[];
}

export interface Sentence {
  readonly words: number;
  readonly syllables: number;
  /** Its first words. */
  readonly beginning: string;
  readonly place: Place;
}

export interface WordAt {
  readonly word: string;
  readonly place: Place;
}

export interface UnknownWord extends WordAt {
  /** The tag of its language; null where that is British English. */
  readonly language: string | null;
}

/** Whether a tag is of English as it is spelled in Britain. */
export const isBritish = (tag: string): boolean => /^en(?:-GB)?$/iu.test(tag);

/** The prose of a passage: of its text, and of each of its wordings. */
export interface PassageProse {
  readonly text: Prose;
  readonly wordings: readonly Prose[];
}

/**
 * The grade of schooling that a text asks for, by the formula of Flesch and Kincaid: 0.39 of the words a sentence has,
 * and 11.8 of the syllables that a word has, less 15.59 (Kincaid and others, Derivation of New Readability Formulas,
 * US Navy, 1975). Null where there is no sentence.
 */
export const gradeOf = (sentences: readonly Sentence[]): number | null => {
  const sum = (of: (sentence: Sentence) => number) => sentences.reduce((all, one) => all + of(one), 0);
  const [words, syllables] = [sum((one) => one.words), sum((one) => one.syllables)];
  return words ? 0.39 * (words / sentences.length) + 11.8 * (syllables / words) - 15.59 : null;
};
