/** A quotation in its parts: what is left out of it, and what stands in brackets, parts it. */

import { comparable } from '../../model/verbatim.ts';

/** Words that stand together in the original. */
export interface QuotedPart {
  readonly words: string;
  /** How many signs of the original may stand between the part before and this one. */
  readonly gap: number;
  /** Whether it begins or ends within a word, whose other letters stand in brackets: `[T]he`. */
  readonly opensWord: boolean;
  readonly closesWord: boolean;
}

export interface Quotation {
  readonly parts: readonly QuotedPart[];
  /** Whether a mark of omission, or words in brackets, stand before its first words and behind its last. */
  readonly isMarkedBefore: boolean;
  readonly isMarkedBehind: boolean;
}

/** Signs that words in brackets may stand for: `[the Secretary of State]`. */
const BRACKETED = 100;

/** What stands for something else, or for nothing. */
const MARK = /\[[^[\]]*\]|…/gu;

/** Signs at the ends of a part that are set by whoever quotes. */
const EDGES = /^[\s',;:.–]+|[\s',;:.–]+$/gu;

/** Reads a quotation as it is written. */
export const readQuotation = (text: string): Quotation => {
  const whole = comparable(text);
  const marks = [...whole.matchAll(MARK)];
  const parts: QuotedPart[] = [];
  let gap = 0;
  for (let at = 0; at <= marks.length; at += 1) {
    const [before, behind] = [marks[at - 1], marks[at]];
    if (before) gap = Math.max(gap, isOmission(before[0]) ? Infinity : BRACKETED);
    const between = whole.slice(before ? before.index + before[0].length : 0, behind?.index);
    const words = between.replace(EDGES, '');
    if (!words) continue;
    const opensWord = before !== undefined && !isOmission(before[0]) && between.startsWith(words);
    const closesWord = behind !== undefined && !isOmission(behind[0]) && between.endsWith(words);
    parts.push({ words, gap, opensWord, closesWord });
    gap = 0;
  }
  return {
    parts,
    isMarkedBefore: /^'*(?:\[|…)/u.test(whole),
    isMarkedBehind: /(?:\]|…)[',.]*$/u.test(whole),
  };
};

const isOmission = (mark: string): boolean => mark === '…' || /^\[\s*…\s*\]$/u.test(mark);
