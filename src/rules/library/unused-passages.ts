import { count } from '../../diagnostics/count.ts';
import type { Passage } from '../../model/passage.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

/** How many are named. */
const NAMED = 5;

const two = (kind: string) =>
  passages(`::::ask{#open to=Leeds}\nOpen homes.\n::::\n\n::::${kind}\nHomes are full.\n::::`);

export const unusedPassages: Rule<'library'> = {
  id: 'unused-passages',
  level: 'information',
  scope: 'library',
  finds: 'Passages that no document shows, and sources without passages that nothing cites',
  why: 'What nobody uses grows old unseen; or a pack has missed it.',
  examples: {
    ok: [two('ask{#close to=Leeds}')],
    notOk: [two('context{#full}'), passages('Notes alone.')],
  },
  *check({ project, used, thorough }): Iterable<Breach> {
    if (!thorough) return;
    const cited = new Set<string>();
    for (const { from, cites = [] } of project.passages.values())
      for (const id of [from, ...cites.map(({ source }) => source)]) if (id) cited.add(id);
    for (const table of project.tables.values())
      for (const { source } of table.columns.values()) if (source) cited.add(source);
    const idle = [...project.passages.values()].filter(
      ({ id, status }) => status === 'approved' && !used.has(id),
    );
    const [first] = idle;
    if (first)
      yield {
        place: first.place,
        text: `${count(idle.length, 'passage')} of ${project.passages.size} ${idle.length === 1 ? 'is' : 'are'} in no document: ${listed(idle)}`,
        remedy:
          'The desk lists them all (`passages.html`); `despatch explain` tells why one is not in a document.',
      };
    for (const { id, passages: own, place } of project.sources.values())
      if (!own.length && !cited.has(id))
        yield {
          place,
          text: `\`${id}\` has no passages, and nothing cites it`,
          remedy: 'Write passages, or take the file out.',
        };
  },
};

const listed = (passages: readonly Passage[]): string =>
  passages
    .slice(0, NAMED)
    .map(({ id }) => `\`${id}\``)
    .join(', ') + (passages.length > NAMED ? ` and ${passages.length - NAMED} more` : '');
