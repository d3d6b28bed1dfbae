/** Finds in a file what its marks have given away, word for word. */

import type { Piece } from './marks.ts';
import { standsAt, type Sign } from './sign.ts';
import type { HeldText } from './held-text.ts';
import { addressesIn, namesIn, wordsOf } from './words.ts';

/** What a file tells and may not. */
export interface Disclosure {
  /** The text that it is of. */
  readonly text: HeldText;
  /** Where in the file, e.g. `page 3`. */
  readonly where: string;
  /** The words found, or the id or address. */
  readonly found: string;
}

/** The leaks in the pieces of a file, each text's once a place. */
export const leaksIn = (pieces: readonly Piece[], signs: readonly Sign[]): readonly Disclosure[] => {
  const leaks = new Map<string, Disclosure>();
  for (const piece of pieces)
    for (const { text, found } of foundIn(piece, signs)) {
      const key = JSON.stringify([text.what, piece.where]);
      if (!leaks.has(key)) leaks.set(key, { text, where: piece.where, found });
    }
  return [...leaks.values()];
};

function* foundIn({ text, isName }: Piece, signs: readonly Sign[]): Iterable<Omit<Disclosure, 'where'>> {
  const words = wordsOf(text);
  const names = new Set(namesIn(text, !isName));
  const addresses = new Set(addressesIn(text));
  const starts = startsOf(words, signs);
  for (const sign of signs) {
    const [first = ''] = sign.words;
    const [held] = sign.texts;
    const isThere =
      sign.sort === 'name'
        ? names.has(first)
        : sign.sort === 'address'
          ? addresses.has(first)
          : (starts.get(first) ?? []).some((at) => standsAt(words, at, sign.words));
    if (held && isThere) yield { text: held, found: sign.words.join(' ') };
  }
}

/** Where the first words of signs stand. */
const startsOf = (
  words: readonly string[],
  signs: readonly Sign[],
): ReadonlyMap<string, readonly number[]> => {
  const starts = new Map<string, number[]>(
    signs.flatMap(({ sort, words: [first = ''] }) => (sort === 'words' ? [[first, []] as const] : [])),
  );
  words.forEach((word, at) => void starts.get(word)?.push(at));
  return starts;
};
