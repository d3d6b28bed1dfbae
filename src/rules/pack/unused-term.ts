import { explaining } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { isInTerms, termsIn } from '../terms.ts';

export const unusedTerm: Rule<'pack'> = {
  id: 'unused-term',
  level: 'warning',
  scope: 'pack',
  finds: 'A term that a document explains, and that stands nowhere else in it',
  why: 'It takes the room of a word that readers stumble over.',
  examples: {
    ok: [explaining('Care leaver', 'Every care leaver needs a home.')],
    notOk: [explaining('Kinship carer', 'Every care leaver needs a home.')],
  },
  *check(selected): Iterable<Breach> {
    const { explained, isUsed } = termsIn(selected);
    for (const passage of explained) {
      const { id, place, attributes } = passage;
      const term = attributes['term'] ?? '';
      if (!isInTerms(selected, passage) || isUsed(term, id)) continue;
      yield {
        place,
        text: `“${term}” is explained, and stands nowhere else, in ${selected.pack.id}/${selected.edition.id}`,
        remedy: 'Leave it out there (`leave-out`), or use the term in what stands there.',
      };
    }
  },
};
