import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const answered = (kind: string) =>
  passages(
    `::::${kind}{#said}\nHomes are enough.\n::::\n\n::::rebuttal{#answer against=said}\nHomes are few.\n::::`,
  );

export const rebutsNoClaim: Rule<'library'> = {
  id: 'rebuts-no-claim',
  level: 'warning',
  scope: 'library',
  finds: 'A rebuttal of a passage of another kind than `claim`',
  why: 'What the other side says must not stand in a document as the group’s own words: a passage that is no claim may.',
  examples: { ok: [answered('claim')], notOk: [answered('context')] },
  *check({ project: { passages: all } }): Iterable<Breach> {
    for (const { id, attributes, place, places } of all.values()) {
      const said = all.get(attributes['against'] ?? '');
      if (!said || said.kind === 'claim' || said.id === id) continue;
      yield {
        place: places['against'] ?? place,
        text: `\`${id}\` answers \`${said.id}\`, a passage of kind \`${said.kind}\`, which documents may show as your own words`,
        remedy: 'Make what the other side says a passage of kind `claim`.',
        related: [{ place: said.place, text: 'what it answers' }],
      };
    }
  },
};
