/** Places, councils and trusts as texts name them. */

import { areaKey } from '../model/area.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { literal, WORD_BEGINS, WORD_ENDS } from './words.ts';

/**
 * Whether a text names a place, or all of those that are named together: `England and Wales`. Nobody writes a council’s
 * full name into a sentence, so that the words by which it is known are enough: York of `City of York Council`.
 */
export const namesPlace = (
  text: string,
  area: string,
  { abbreviations }: Pick<Vocabulary, 'abbreviations'>,
): boolean => {
  const said = simple(text);
  const known = Array.from(abbreviations.values(), ({ short, expansion }) => [short, expansion]);
  const isSaid = (name: string): boolean =>
    [...NATIONS, ...known]
      .filter((names) => names.some((one) => areaKey(one) === areaKey(name)))
      .some((names) => names.some((one) => has(said, one))) || has(said, name);
  const name = area.replaceAll(/\([^)]*\)|^the\s/giu, '').trim();
  if (isSaid(name)) return true;
  const parts = name.split(/,\s*|\s+(?:and|&)\s+/u).filter((part) => knownBy(part).length);
  return parts.length > 0 && parts.every((part) => isSaid(part) || isKnownBy(said, part));
};

/** Whether the words by which a place is known are there; of what lies on a river either of the two. */
const isKnownBy = (said: string, place: string): boolean =>
  place
    .split(/[\s-](?:upon|on|under)[\s-]/iu)
    .some((side) => knownBy(side).length > 0 && knownBy(side).every((word) => has(said, word)));

/** Words without those that many names have; in England lie many of the places that say so. */
const knownBy = (place: string): readonly string[] => {
  const words = simple(place.replaceAll(/\blondon borough\b/giu, ' ')).split(' ');
  const own = words.filter((word) => word && !COMMON.has(word));
  return own.length > 1 ? own.filter((word) => word !== 'england') : own;
};

const COMMON: ReadonlySet<string> = new Set(
  'the of for in city county borough royal district metropolitan unitary authority council combined greater nhs foundation trust constituency region'.split(
    ' ',
  ),
);

/** What nations are called. */
const NATIONS: readonly (readonly string[])[] = [
  ['England', 'English'],
  ['Great Britain', 'GB', 'Britain', 'British'],
  ['Northern Ireland', 'Northern Irish'],
  ['Scotland', 'Scottish', 'Scots'],
  ['United Kingdom', 'UK', 'Britain', 'British'],
  ['Wales', 'Welsh'],
];

/** The words of a text alone, each after one blank. */
const simple = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a text has a name; north-east England is north-eastern too. */
const has = (said: string, name: string): boolean =>
  new RegExp(`${WORD_BEGINS}${literal(simple(name))}(?:ern)?${WORD_ENDS}`, 'u').test(said);
