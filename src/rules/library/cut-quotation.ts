import type { ArchivedOriginal } from '../../model/original.ts';
import { beginsSentence } from '../../model/sentences.ts';
import { archived } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { findParts } from '../verbatim/find.ts';
import { heldIn } from '../verbatim/held.ts';
import { readQuotation } from '../verbatim/quotation.ts';

const quoting = (text: string) =>
  archived(
    'We promised it. If there is money, the council will keep its homes open, but not all of them. So it is.\n',
    `::::quote{#promise speaker="Sam Okoro" role=chair said=2024 locator="page 1"}\n${text}\n::::`,
  );

export const cutQuotation: Rule<'library'> = {
  id: 'cut-quotation',
  level: 'warning',
  scope: 'library',
  finds:
    'A quotation that begins or ends within a sentence of its original, and does not say so by a mark of omission',
  why: 'What was left out is often the “if” or the “but”: readers have to see that something was.',
  examples: {
    ok: [
      quoting('If there is money, the council will keep its homes open, but not all of them.'),
      quoting('[…] the council will keep its homes open […].'),
      quoting('[T]he council will keep its homes open, but not all of them.'),
    ],
    notOk: [
      quoting('If there is money, the council will keep its homes open.'),
      quoting('the council will keep its homes open, but not all of them.'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      if (passage.status === 'withdrawn') continue;
      for (const { words, name, place, originals } of heldIn({ ...passage, restsOn: [] }, project))
        for (const { file, original } of originals) {
          const how = cutOf(words, original);
          if (how === null) continue;
          yield {
            place,
            text: `${name} ${how} of \`${file}\``,
            remedy: 'Quote the whole sentence, or write `[…]` where it is cut.',
          };
        }
    }
  },
};

/** Signs before a place that tell whether a sentence begins there. */
const BEFORE = 60;

/** How a quotation is cut; null where it is not, or does not stand in the original. */
const cutOf = (words: string, original: ArchivedOriginal): string | null => {
  const { parts, isMarkedBefore, isMarkedBehind } = readQuotation(words);
  const found = findParts(original, parts);
  if (!found) return null;
  const before = original.words.slice(Math.max(0, found.start - BEFORE), found.start);
  const begins = /^\p{Ll}/u.test(original.words.slice(found.start)) && !beginsSentence(before);
  const behind = original.words.slice(found.end, found.end + BEFORE);
  if (begins && !isMarkedBefore)
    return `begins “${startOf(parts[0]?.words ?? '')}” in the middle of a sentence`;
  return GOES_ON.test(behind) && !isMarkedBehind
    ? `ends in the middle of a sentence, which goes on “${startOf(behind)}”,`
    : null;
};

/** What follows where a sentence does not end: a comma, a small letter. */
const GOES_ON = /^(?:'?[,;:–]|'? ['(]?[\p{Ll}\p{N}])/u;

const startOf = (text: string): string => {
  const words = text.trim().split(' ');
  return words.slice(0, 5).join(' ') + (words.length > 5 ? ' …' : '');
};
