import { toString } from 'mdast-util-to-string';
import type { Passage } from '../../model/passage.ts';
import { passages } from '../examples.ts';
import { ownPassages } from '../words.ts';
import type { Breach, Rule } from '../rule.ts';

/** How many words a shingle has, and which share of all shingles of two passages both have to hold. */
const SHINGLE = 4;
const SHARE = 0.8;

/** Shingles that more passages have are phrases of the field: to compare all that have them would take for ever. */
const MOST_OF_ONE = 12;

const FULL =
  'Of all the homes for children that the council has in its area, more than half were full in 2024';

const two = (first: string, second: string) =>
  passages(`::::context{#one}\n${first}.\n::::\n\n::::context{#two}\n${second}.\n::::`);

export const nearDuplicate: Rule<'library'> = {
  id: 'near-duplicate',
  level: 'information',
  scope: 'library',
  finds: `Two passages that share ${SHARE * 100}% of their runs of ${SHINGLE} words`,
  why: 'One is mended, the other stays wrong; and one document may say the same twice.',
  examples: {
    ok: [two(FULL, 'Of all the homes for adults that the council has, few were full in 2024')],
    notOk: [two(FULL, FULL), two(FULL, `${FULL} and 2025`)],
  },
  *check({ project, thorough }): Iterable<Breach> {
    if (!thorough) return;
    const all = [...ownPassages(project)]
      .filter(({ status }) => status === 'approved')
      .map((passage) => ({ passage, shingles: shinglesOf(passage) }));
    const holders = new Map<string, number[]>();
    for (const [index, { passage, shingles }] of all.entries()) {
      const shared = new Map<number, number>();
      for (const shingle of shingles) {
        const before = holders.get(shingle);
        if (!before) holders.set(shingle, [index]);
        else if (before.length < MOST_OF_ONE) {
          for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
          before.push(index);
        }
      }
      for (const [at, count] of shared) {
        const other = all[at];
        if (!other || areRelated(passage, other.passage)) continue;
        if (count / (shingles.size + other.shingles.size - count) < SHARE) continue;
        yield {
          place: passage.place,
          text: `\`${passage.id}\` says nearly what \`${other.passage.id}\` does`,
          remedy: 'Keep one, with a wording for each audience, or let one supersede the other.',
          related: [{ place: other.passage.place, text: 'the other one' }],
        };
      }
    }
  },
};

/** Whether both are meant to be: one takes the other’s place, or they are for different readers. */
const areRelated = (one: Passage, other: Passage): boolean =>
  one.supersedes.includes(other.id) ||
  other.supersedes.includes(one.id) ||
  (one.only !== null && other.only !== null && !one.only.some((audience) => other.only?.includes(audience)));

const shinglesOf = ({ text }: Passage): ReadonlySet<string> => {
  const words =
    toString(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length <= SHINGLE) return new Set();
  return new Set(
    Array.from({ length: words.length - SHINGLE + 1 }, (_, at) => words.slice(at, at + SHINGLE).join(' ')),
  );
};
