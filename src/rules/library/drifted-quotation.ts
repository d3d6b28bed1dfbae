import { pageAt, type ArchivedOriginal } from '../../model/original.ts';
import { archived } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { findParts } from '../verbatim/find.ts';
import { heldIn } from '../verbatim/held.ts';
import { nearestTo } from '../verbatim/nearest.ts';
import { readQuotation, type QuotedPart } from '../verbatim/quotation.ts';

const ORIGINAL =
  'Chapter 1\n\nWe have said it before. The council will not close any of its homes this year, “come what may”. Nobody is to lose a place, and we shall see to it.\n';

const quoting = (text: string, more = '') =>
  archived(
    ORIGINAL,
    `::::quote{#promise speaker="Sam Okoro" role=chair said=2024 locator="page 1"${more}}\n${text}\n::::`,
  );

const resting = (words: string) =>
  archived(ORIGINAL, `::::context{#homes rests-on="${words}"}\nNo home is to be closed.\n::::`);

export const driftedQuotation: Rule<'library'> = {
  id: 'drifted-quotation',
  level: 'error',
  scope: 'library',
  finds:
    'A quotation, or words that a passage rests on (`rests-on`), that do not stand so in the archived original',
  why: 'Words that somebody did not say are the end of trust in all the others (Editors’ Code of Practice of 2021, clause 1).',
  examples: {
    ok: [
      quoting('The council will not close any of its homes this year, "come what may".'),
      quoting('The council will not close any of its homes […]. Nobody is to lose a place […].'),
      quoting('[We] will not close any of [our] homes this year […].'),
      quoting('Nobody is to lose a place […].\n\n:::wording{lang=cy}\nNi fydd neb yn colli ei le […].\n:::'),
      resting('not close any of its homes | Nobody is to lose a place'),
      archived(ORIGINAL, '::::context{#homes}\nThe council will close homes.\n::::'),
    ],
    notOk: [
      quoting('The council will close any of its homes this year, "come what may".'),
      quoting('Nobody is to lose a place […]. The council will not close any of its homes […].'),
      quoting('Children deserve better than what they have been given by this government.'),
      quoting(
        'The council will not close any of its homes this year, “come what may”.\n\n:::wording{for=press}\nThe council will close none of its homes this year, “come what may”.\n:::',
      ),
      resting('Nobody is to lose a home'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      if (passage.status === 'withdrawn') continue;
      for (const { words, name, place, originals } of heldIn(passage, project))
        for (const { file, original } of originals) {
          const text = driftOf(words, name, file, original);
          if (text !== null) yield { place, text, remedy: REMEDY };
        }
    }
  },
};

const REMEDY =
  'Copy the words from the original; what is left out is marked by `[…]`, and what is put in stands in square brackets.';

/** How words differ from their original; null where they stand in it. */
const driftOf = (words: string, name: string, file: string, original: ArchivedOriginal): string | null => {
  const { parts } = readQuotation(words);
  if (!parts.length) return `${name} has no words that could stand in \`${file}\``;
  if (findParts(original, parts)) return null;
  const lost = parts.find((part) => !findParts(original, [part]));
  return lost
    ? difference(lost, name, file, original)
    : `The parts of what ${name.toLowerCase().replace(/^what /u, '')} do not follow each other so in \`${file}\``;
};

const difference = (
  { words }: QuotedPart,
  name: string,
  file: string,
  original: ArchivedOriginal,
): string => {
  const compared = nearestTo(original, words);
  if (!compared) return `${name} is “${words}”, and nothing like that stands in \`${file}\``;
  const page = pageAt(original, compared.offset);
  const where = page === null ? '' : `, page ${page},`;
  return `${name} is “${compared.quoted}”, and \`${file}\`${where} says “${compared.original}”`;
};
