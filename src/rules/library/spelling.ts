import { oneOf } from '../../diagnostics/nearest.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const text = (words: string) => passages(`::::context{#homes}\n${words}\n::::`);

export const spelling: Rule<'library'> = {
  id: 'spelling',
  level: 'warning',
  scope: 'library',
  finds:
    'A word that the dictionary of its language does not have, nor the project in a name, a title or its vocabulary',
  why: 'A word that is spelled wrong is what a reader remembers of a page.',
  examples: {
    ok: [
      text('The organisation’s programme favours well-run homes, says the DfE.'),
      {
        ...text('Blorple homes are full.'),
        'sources/vocabulary.yaml':
          'topics: { children: { name: Children, topics: { child-protection: Child protection, residential-care: Residential care } }, funding: Funding }\nwords: blorple\n',
      },
    ],
    notOk: [
      text('The goverment is late.'),
      text('Councils favor homes.'),
      text('A well-organizd home is full.'),
    ],
  },
  *check({ misspelt }): Iterable<Breach> {
    for (const { word, place, suggestions, language } of misspelt)
      yield {
        place,
        text: `No dictionary has “${word}”${language ? `, a word in \`${language}\`` : ''}`,
        remedy: `${suggestions.length ? `Did you mean ${oneOf(suggestions)}? Else add it` : 'Add it'} to \`words\` in \`sources/vocabulary.yaml\`, where it is right.`,
      };
  },
};
