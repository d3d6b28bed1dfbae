import { visit } from '../../model/visit.ts';
import { wordingFor, type Passage } from '../../model/passage.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const leading = (to: string, wording = '') =>
  passages(
    `::::ask{#open to=Leeds only=mp}\nOpen homes, since [they are few](#${to}).\n${wording}::::\n\n::::context{#spare}\nHomes are few.\n::::`,
  );

export const deadLink: Rule<'document'> = {
  id: 'dead-link',
  level: 'error',
  scope: 'document',
  finds: 'A link to a passage that is not in the document',
  why: 'Whoever follows it gets nowhere.',
  examples: {
    ok: [leading('investigations-growth'), leading('spare', ':::wording{for=mp}\nOpen homes.\n:::\n')],
    notOk: [leading('spare')],
  },
  *check({ project, pack, edition, document }): Iterable<Breach> {
    const here = new Set(document.passages);
    for (const passage of [...here].flatMap((id) => project.passages.get(id) ?? []))
      for (const { target, line, column } of linksIn(passage, edition.audience))
        if (!here.has(target))
          yield {
            place: { file: passage.place.file, line, column },
            text: `The link to \`#${target}\` leads nowhere in ${pack.id}/${edition.id}: that passage is not in it`,
            remedy: `Take the link out, or name \`${target}\` in the pack.`,
          };
  },
};

interface Link {
  /** The id of the passage that it leads to. */
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

/** The links of a passage to others, in the wording for an audience. */
const linksIn = (passage: Passage, audience: string): readonly Link[] => {
  const found: Link[] = [];
  visit(wordingFor(passage, audience), 'link', ({ url, position }) => {
    const { line, column } = position?.start ?? passage.place;
    if (url.startsWith('#')) found.push({ target: url.slice(1), line, column });
  });
  return found;
};
