import { passages } from '../examples.ts';
import { foundIn, ownPassages } from '../words.ts';
import { isOwnSource } from '../own-sources.ts';
import type { Breach, Rule } from '../rule.ts';

/** Kinds in which somebody speaks to somebody: what is asked, moved, answered or printed as the group’s own. */
const SPOKEN: ReadonlySet<string> = new Set([
  'ask',
  'pledge',
  'motion',
  'question',
  'headline',
  'boilerplate',
  'contact',
  'method',
  'spokesperson',
]);

const text = (words: string, kind = 'context{#homes}') => passages(`::::${kind}\n${words}\n::::`);

export const ownVoice: Rule<'library'> = {
  id: 'own-voice',
  level: 'warning',
  scope: 'library',
  finds: 'Words such as “we” or “our” in a passage from a source that somebody else has published',
  why: 'One person’s words, or a council’s, would be read as the group’s.',
  examples: {
    ok: [text('The council says that its homes are full.'), text('Open our homes.', 'ask{#homes to=Leeds}')],
    notOk: [text('We believe that homes are full.'), text('Homes in our area are full.')],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of ownPassages(project)) {
      const source = project.sources.get(passage.source);
      if (SPOKEN.has(passage.kind) || !source || isOwnSource(project, source.id)) continue;
      const [first] = foundIn(project, passage, /(?<![“‘"\p{L}])\b(?:we|our|ours|us)\b(?![”’])/giu);
      if (first)
        yield {
          place: first.place,
          text: `“${first.match[0]}” stands in \`${passage.id}\`, which is from “${source.title}”`,
          remedy: 'Say whose view it is, or make it a quotation.',
        };
    }
  },
};
