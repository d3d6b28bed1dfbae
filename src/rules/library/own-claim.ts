import { passages } from '../examples.ts';
import { isOwnSource } from '../own-sources.ts';
import type { Breach, Rule } from '../rule.ts';

const published = (publisher: string, more = '') =>
  passages(`::::claim{#enough${more}}\nHomes are enough.\n::::`, { publisher });

export const ownClaim: Rule<'library'> = {
  id: 'own-claim',
  level: 'warning',
  scope: 'library',
  finds: 'A claim of the other side that is cited to a document of your own',
  why: 'Whoever says “they say” has to show where they do.',
  examples: {
    ok: [published('Office of Homes'), published('Social Workers for Children', ' from=okoro-2025')],
    notOk: [published('Social Workers for Children')],
  },
  *check({ project }): Iterable<Breach> {
    for (const { id, kind, source, from, status, place } of project.passages.values()) {
      if (kind !== 'claim' || status !== 'approved' || from !== null) continue;
      if (isOwnSource(project, source))
        yield {
          place,
          text: `The claim \`${id}\` is cited to \`${source}\`, which you have published yourselves`,
          remedy: 'Put it into a source of those who say so, or name that in `from`.',
        };
    }
  },
};
