import type { Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const spare = '::::context{#spare}\nHomes are few.\n::::';

export const noTopic: Rule<'library'> = {
  id: 'no-topic',
  level: 'warning',
  scope: 'library',
  finds: 'A passage without a topic, of a source without one, that no pack names and no rebuttal answers',
  why: 'Packs find passages by their topics: nobody will ever read this one.',
  examples: {
    ok: [
      passages(spare),
      passages(
        '::::claim{#spare}\nHomes are enough.\n::::\n\n::::rebuttal{#answer against=spare topics=funding}\nMinisters are few.\n::::',
        { topics: '' },
      ),
      {
        ...passages('::::ask{#spare to=Leeds}\nOpen homes.\n::::', { topics: '' }),
        ...pack('', '    slots: { asks: { passages: [spare] } }'),
      },
    ],
    notOk: [passages(spare, { topics: '' })],
  },
  *check({ project }): Iterable<Breach> {
    const all = [...project.passages.values()];
    const reached = new Set([...named(project), ...all.map(({ attributes }) => attributes['against'])]);
    for (const passage of all)
      if (!passage.topics.length && !reached.has(passage.id)) yield aboutNothing(passage);
  },
};

const named = ({ packs }: Project): readonly string[] =>
  [...packs.values()].flatMap(({ editions }) =>
    editions.flatMap(({ slots }) =>
      [...slots.values()].flatMap(({ passages: each }) => each.map(({ id }) => id)),
    ),
  );

const aboutNothing = ({ id, place, source }: Passage): Breach => ({
  place,
  text: `\`${id}\` has no topic, nor has its source \`${source}\`: no pack can find it`,
  remedy: 'Give the source, or the passage, its `topics`.',
});
