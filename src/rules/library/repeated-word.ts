import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const text = (words: string) => passages(`::::context{#homes}\n${words}\n::::`);

export const repeatedWord: Rule<'library'> = {
  id: 'repeated-word',
  level: 'warning',
  scope: 'library',
  finds: 'A word that stands twice in a row',
  why: 'Whoever sees that nobody has read the sentence doubts its figures too.',
  examples: {
    ok: [text('The homes that had had beds are full.')],
    notOk: [text('The homes in in Leeds are full.'), text('The homes in Leeds are\nare full.')],
  },
  *check({ prose }): Iterable<Breach> {
    for (const { text: own, wordings } of prose.values())
      for (const { word, place } of [own, ...wordings].flatMap(({ repeated }) => repeated))
        yield { place, text: `“${word}” stands twice`, remedy: 'Take one of them out.' };
  },
};
