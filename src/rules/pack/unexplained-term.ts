import { isAbout } from '../../model/passage.ts';
import { explaining } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { isInTerms, termsIn } from '../terms.ts';

export const unexplainedTerm: Rule<'pack'> = {
  id: 'unexplained-term',
  level: 'warning',
  scope: 'pack',
  finds: 'A term that the library explains, and that a document with room for explanations uses without one',
  why: 'A councillor who does not know the word does not ask.',
  examples: {
    ok: [explaining('Care leaver', 'Every care leaver needs a home.')],
    notOk: [explaining('Care leaver', 'Every care leaver needs a home.', ' status=draft')],
  },
  *check(selected): Iterable<Breach> {
    const { project, edition, pack, selection } = selected;
    const slot = selection.slots.find(({ slot: { kinds } }) => kinds.includes('definition'));
    if (!slot) return;
    const { explained, isUsed } = termsIn(selected);
    const known = new Set(explained.map(({ attributes }) => attributes['term']?.toLowerCase()));
    for (const passage of project.passages.values()) {
      const { id, kind, only, topics, status, attributes, place } = passage;
      const term = attributes['term'] ?? '';
      const isFor = (only === null || only.includes(edition.audience)) && isAbout({ topics }, pack.topics);
      if (kind !== 'definition' || status === 'withdrawn' || !isFor || known.has(term.toLowerCase()))
        continue;
      if (!isInTerms(selected, passage) || !isUsed(term, id)) continue;
      yield {
        place: edition.slots.get(slot.slot.id)?.place ?? edition.place,
        text: `${pack.id}/${edition.id} uses “${term}”, and does not explain it`,
        remedy: `Name \`${id}\` in the slot \`${slot.slot.id}\`, or say it in plainer words.`,
        related: [{ place, text: 'what it would be explained by' }],
      };
    }
  },
};
