/** The words of British English, by Hunspell’s dictionary. */

import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { lazy } from '../model/memo.ts';

/** It takes a fifth of a second to read. */
const speller = lazy(() => nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) }));

/** What it lacks of the words that public bodies use every day. */
const known = new Map<string, boolean>([['wellbeing', true]]);

/** Whether a word is in the dictionary, with its parts where hyphens join them; numbers and addresses are. */
export const isKnown = (written: string): boolean => {
  const word = written.replaceAll('’', "'").replace(/(?:'s?|\.)$/u, '');
  const before = known.get(word);
  if (before !== undefined) return before;
  const isRight =
    /[\d.@/]/u.test(word) ||
    speller().correct(word) ||
    (/[-–]/u.test(word) && word.split(/[-–]/u).every((part) => !part || isKnown(part)));
  known.set(word, isRight);
  return isRight;
};

/** What an unknown word may have been meant to be, the likeliest first. */
export const suggestionsFor = (word: string): readonly string[] =>
  speller().suggest(word.replaceAll('’', "'"));
