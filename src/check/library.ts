/** Rules on every passage of the library: those that no pack can find, rebuttals of what is no claim, figures. */

import { warning, type Message } from '../diagnostics/message.ts';
import type { Passage, Project } from '../model/project.ts';
import { checkFigure } from './figures.ts';

/** Checks every passage of a project. */
export const checkLibrary = (project: Project): readonly Message[] => {
  const passages = [...project.passages.values()];
  const reached = new Set([...named(project), ...passages.map(({ attributes }) => attributes['against'])]);
  return passages.flatMap((passage) => [
    ...(passage.topics.length || reached.has(passage.id) ? [] : [aboutNothing(passage)]),
    ...answersNoClaim(passage, project),
    ...checkFigure(passage),
  ]);
};

const named = ({ packs }: Project): readonly string[] =>
  [...packs.values()].flatMap(({ editions }) =>
    editions.flatMap(({ slots }) =>
      [...slots.values()].flatMap(({ passages }) => passages.map(({ id }) => id)),
    ),
  );

const aboutNothing = ({ id, place, source }: Passage): Message =>
  warning(
    'no-topic',
    place,
    `\`${id}\` has no topic, nor has its source \`${source}\`: no pack can find it`,
    {
      remedy: 'Give the source, or the passage, its `topics`.',
    },
  );

/** What a rebuttal answers is printed as the other side's words; a kind that slots take would also stand as ours. */
const answersNoClaim = (passage: Passage, { passages }: Project): readonly Message[] => {
  const answered = passages.get(passage.attributes['against'] ?? '');
  if (!answered || answered.kind === 'claim') return [];
  return [
    warning(
      'rebuts-no-claim',
      passage.places['against'] ?? passage.place,
      `\`${passage.id}\` answers \`${answered.id}\`, a passage of kind \`${answered.kind}\`, which documents may show as your own words`,
      {
        remedy: 'Make what the other side says a passage of kind `claim`.',
        related: [{ place: answered.place, text: 'what it answers' }],
      },
    ),
  ];
};
