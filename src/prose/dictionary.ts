/** The words of languages, by Hunspell’s dictionaries: British English comes along, others where a project has them. */

import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { lazy, upTo } from '../model/memo.ts';

/** What knows how words are spelled. */
export type Speller = (word: string) => boolean;

const english = () => nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });

/** It takes a fifth of a second to read. */
let speller = lazy(english);

/** Lets go of the words of the dictionary, which take 9 MB; they are read again when one is asked for. */
export const forgetWords = (): void => {
  speller = lazy(english);
};

/** What it lacks of the words that public bodies use every day. */
const known = new Map<string, boolean>([['wellbeing', true]]);

/** Whether a word is in the British dictionary, with its parts where hyphens join them; numbers and addresses are. */
export const isKnown: Speller = (written) => {
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

/** The files of a Hunspell dictionary. */
export interface DictionaryFiles {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

/** The longest word that an apostrophe joins to another and no dictionary has: `o’r`, `i’w`, `a’ch`, `l’enfant`. */
const LONGEST_JOINED = 2;

/** By a dictionary of another language, of whose words apostrophes and hyphens may join several. */
export const spellerOf = ({ aff, dic }: DictionaryFiles): Speller => {
  const words = lazy(() => nspell({ aff: Buffer.from(aff), dic: Buffer.from(dic) }));
  const isPart = (part: string): boolean => part.length <= LONGEST_JOINED || words().correct(part);
  return (written) => {
    const word = written.replaceAll('’', "'").replace(/[.']$/u, '');
    return (
      /[\d@/]/u.test(word) ||
      words().correct(word) ||
      (/['–-]/u.test(word) && word.split(/['–-]/u).every(isPart))
    );
  };
};

/** The longest word for which another is sought: all that is one letter away from it is tried, and all that is one away from that. */
const LONGEST_SOUGHT = 30;

/** Letters and signs that no word of the dictionary has: with more than two of them, none is two letters away. */
const isFar = (word: string): boolean => (word.match(/[^\p{ASCII}’]/gu)?.length ?? 0) > 2;

/** What an unknown English word may have been meant to be, the likeliest first. It takes a tenth of a second to find that out. */
export const suggestionsFor = upTo(1000, (word): readonly string[] =>
  word.length > LONGEST_SOUGHT || isFar(word) ? [] : speller().suggest(word.replaceAll('’', "'")),
);
