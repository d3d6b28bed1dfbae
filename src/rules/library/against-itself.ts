import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const against = (id: string) =>
  passages(
    `::::claim{#said}\nHomes are enough.\n::::\n\n::::rebuttal{#answer against=${id}}\nHomes are few.\n::::`,
  );

export const againstItself: Rule<'library'> = {
  id: 'against-itself',
  level: 'error',
  scope: 'library',
  finds: 'A rebuttal that answers itself',
  why: 'Its own words would be printed as the other side’s.',
  examples: { ok: [against('said')], notOk: [against('answer')] },
  *check({ project }): Iterable<Breach> {
    for (const { id, attributes, place, places } of project.passages.values())
      if (attributes['against'] === id)
        yield {
          place: places['against'] ?? place,
          text: `\`${id}\` is against itself`,
          remedy: 'Name the passage that it answers.',
        };
  },
};
