import { KNOWN_ERRORS } from '../known-errors.ts';
import { passages } from '../examples.ts';
import { foundIn, literal, ownPassages, WORD_BEGINS, WORD_ENDS } from '../words.ts';
import type { Breach, Rule } from '../rule.ts';

const text = (words: string) => passages(`::::context{#homes}\n${words}\n::::`);

export const knownError: Rule<'library'> = {
  id: 'known-error',
  level: 'warning',
  scope: 'library',
  finds:
    'What is known to be wrong: Acts and bodies by names that they do not have, and what was copied from a web page with its text',
  why: 'Whoever misnames an Act has not read it, readers think.',
  examples: {
    ok: [
      text('The Children Act 1989 and the Equality Act 2010, says the Department for Education.'),
      {
        ...text('Homes for kids are full.'),
      },
    ],
    notOk: [
      text('The Childrens Act 1989 holds.'),
      text('The Care Act 2015 holds.'),
      text('The Department of Education counted homes.'),
      text('Homes are full. Skip to main content'),
      text('Homes are full. Accept all cookies'),
      {
        ...text('Homes for kids are full.'),
        'sources/vocabulary.yaml':
          'topics: { children: { name: Children, topics: { child-protection: Child protection, residential-care: Residential care } }, funding: Funding }\nmistakes: { kids: children }\n',
      },
    ],
  },
  *check({ project }): Iterable<Breach> {
    const own = project.vocabulary.mistakes.map(([wrong, right]) => [literally(wrong), right] as const);
    for (const passage of ownPassages(project))
      for (const [pattern, right] of [...KNOWN_ERRORS, ...own])
        for (const { match, place } of foundIn(project, passage, pattern))
          yield {
            place,
            text: `“${match[0]}” is a known mistake`,
            remedy: right ? `Write “${right}”.` : 'Take it out: it is no part of the text.',
          };
  },
};

/** These words, whole. */
const literally = (words: string): RegExp => new RegExp(`${WORD_BEGINS}${literal(words)}${WORD_ENDS}`, 'gu');
