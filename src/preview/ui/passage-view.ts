import type { PassageCard, TextCard } from '../interface.ts';
import { h, said, type Child } from './element.ts';
import { placeLink } from './messages-view.ts';

/** The headline or the summary: they are written in the pack. */
export const textView = ({ name, text, place }: TextCard): HTMLElement[] => [
  h('h2', {}, name === 'headline' ? 'Headline' : 'Summary'),
  h('p', { class: 'quoted' }, text),
  h('p', {}, 'It is written in the pack: ', placeLink(place)),
];

/** What is known of a passage, and the form in which it is written; where there is none, the file alone. */
export const passageView = (card: PassageCard, form: HTMLElement | null): HTMLElement[] => [
  h('h2', {}, `${card.kind} `, h('code', {}, card.id)),
  h('p', {}, placeLink(card.place)),
  ...(form
    ? [form]
    : [
        h('p', { class: 'quoted' }, card.text),
        h('dl', { class: 'tags' }, ...tags(card)),
        h(
          'p',
          {},
          'Its fences leave a doubt where it ends: mend them in its file, then it can be written here.',
        ),
      ]),
  h('h3', {}, card.slot === null ? 'Why it is not in this document' : 'Why it is here'),
  h('p', {}, ...said(card.slot === null ? card.why : `In \`${card.slot}\`: ${card.why}`)),
  h('h3', {}, 'Topics, with those of its source'),
  h('p', {}, card.topics.join(', ') || 'None: no pack finds it.'),
  h('h3', {}, 'Source'),
  h('p', {}, card.source.citation),
  h('p', {}, placeLink(card.source.place)),
];

const tags = ({ topics, attributes, wordings }: PassageCard): Child[] =>
  [
    ['topics', topics.join(', ')] as const,
    ...Object.entries(attributes),
    ...(wordings.length ? [['wordings for', wordings.join(', ')] as const] : []),
  ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)));
