import { capitalised } from '../model/sentences.ts';

/** Words that begin with a vowel and not with its sound. */
const CONSONANT = /^(?:uni(?!n|m)|u[bkst][aeiou]|use|eu|ewe|one\b|once\b|ouija|uran)/iu;
/** Words that begin with the sound of a vowel and not with one. */
const VOWEL = /^(?:hours?\b|heir|honou?r|honest)/iu;
/** Initials whose first letter's name begins with a vowel: `an NHS trust`. */
const INITIALS = /^[AEFHILMNORSX](?![a-z])/u;

/** The article that is right before a phrase, `a` or `an`, with the capital of the one that stood there. */
export const fitting = (article: string, phrase: string): string => {
  const isInitials = /^\p{Lu}(?:\p{Lu}|\p{N}|[-.\s])/u.test(phrase);
  const vowel = isInitials
    ? INITIALS.test(phrase)
    : VOWEL.test(phrase) || (/^[aeiou]/iu.test(phrase) && !CONSONANT.test(phrase));
  const fit = vowel ? 'an' : 'a';
  return /^\p{Lu}/u.test(article) ? capitalised(fit) : fit;
};
