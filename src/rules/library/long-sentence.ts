import type { Kind } from '../../model/kind.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

/** As GOV.UK advises (Content design: writing for GOV.UK, 2014: split sentences of more than 25 words). */
const MOST = 25;

/** Their sentences have the form in which they are put: what is moved, tabled or enacted. */
const FORMAL: ReadonlySet<Kind['id']> = new Set(['amendment', 'motion']);

const sentence = (words: number, kind = 'context{#homes') =>
  passages(`::::${kind}}\nHomes${' are full'.repeat((words - 1) / 2)}.\n::::`);

export const longSentence: Rule<'library'> = {
  id: 'long-sentence',
  level: 'warning',
  scope: 'library',
  finds: `A sentence of more than ${MOST} words, quotations, motions, amendments and questions to be tabled apart`,
  why: 'Readers lose the thread, and GOV.UK advises against it (Content design: writing for GOV.UK, 2014).',
  examples: {
    ok: [sentence(25), sentence(41, 'motion{#homes part=notes')],
    notOk: [sentence(27), sentence(41, 'claim{#homes')],
  },
  *check({ project, prose }): Iterable<Breach> {
    for (const { id, kind, attributes } of project.passages.values()) {
      const found = prose.get(id);
      const isTabled = kind === 'question' && /^(?:oral|written)$/u.test(attributes['for'] ?? '');
      if (!found || FORMAL.has(kind) || isTabled) continue;
      for (const { words, beginning, place } of [found.text, ...found.wordings].flatMap(
        (one) => one.sentences,
      ))
        if (words > MOST)
          yield {
            place,
            text: `The sentence “${beginning} …” has ${words} words; expected ${MOST} at most`,
            remedy: 'Make two of it.',
          };
    }
  },
};
