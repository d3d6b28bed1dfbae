import { showWhere } from '../../model/slot.ts';
import { passages } from '../examples.ts';
import { slotPlace } from '../named.ts';
import type { Breach, Rule } from '../rule.ts';

const asking = (topic: string) => ({
  ...passages(
    `::::ask{#open to=Leeds}\nOpen homes.\n::::\n\n::::statistic{#homes period=2024 area=England unit=homes locator="page 1" topics=children}\nThere are 40 homes.\n::::`,
    { topics: 'funding' },
  ),
  'sources/library/okoro-2025.md': '---\ntitle: Nothing\npublisher: Group\nissued: 2024\ntype: report\n---\n',
  'sources/packs/bill.yaml': `title: Homes\ndate: 2025-01-16\ntopics: [${topic}]\neditions:\n  mp: {}\n`,
});

export const slotMinimum: Rule<'pack'> = {
  id: 'slot-minimum',
  level: 'error',
  scope: 'pack',
  finds: 'A slot with fewer passages than its template asks for',
  why: 'The document would lack a part that its readers were promised.',
  examples: { ok: [asking('funding')], notOk: [asking('children')] },
  *check({ pack: own, edition, selection }): Iterable<Breach> {
    for (const { slot, passages: found, lack } of selection.slots) {
      if (!lack || found.length + lack.later.length >= slot.min) continue;
      const kinds = `\`${slot.kinds.join('` or `')}\`${showWhere(slot)}`;
      yield {
        place: slotPlace(edition, slot),
        text: `The slot \`${slot.id}\` of ${own.id}/${edition.id} has ${found.length} of the ${slot.min} passages that its template asks for`,
        remedy: `Write more of ${kinds} on one of the document's topics (${lack.topics.join(', ')}), or see \`despatch explain ${own.id} ${edition.id}\` for what is left out and why.`,
      };
    }
  },
};
