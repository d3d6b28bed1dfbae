import type { MessageCard, PlaceCard, PreviewState } from '../interface.ts';
import { h, redraw, said } from './element.ts';
import { ask } from './server.ts';

const NAMES = { error: 'Error', warning: 'Warning', information: 'Note' } as const;

/** What is wrong, with the places, which open in the editor. */
export class MessagesView {
  readonly #list = h('ul', { class: 'list' });
  readonly #count = h('summary', {});
  readonly #details = h('details', {}, this.#count, this.#list);
  readonly element = h('section', { class: 'messages', 'aria-label': 'Messages' }, this.#details);
  #hadErrors = false;

  show({ messages, isChecked, busy, trouble }: PreviewState): void {
    const errors = messages.filter(({ severity }) => severity === 'error').length;
    this.#count.textContent = summary(messages, isChecked && busy === null);
    this.element.classList.toggle('faulty', errors > 0);
    if (errors > 0 !== this.#hadErrors) this.#details.open = errors > 0;
    this.#hadErrors = errors > 0;
    redraw(this.#list, [messages, trouble], () => [
      ...(trouble
        ? [
            h(
              'li',
              { class: 'error' },
              h('p', {}, h('b', {}, 'Trouble'), ' ', ...said(trouble.text)),
              h('p', { class: 'remedy' }, ...said(trouble.remedy)),
            ),
          ]
        : []),
      ...messages.map(item),
    ]);
  }
}

const summary = (messages: readonly MessageCard[], isDone: boolean): string => {
  const count = (severity: MessageCard['severity'], word: string): string[] => {
    const { length } = messages.filter((message) => message.severity === severity);
    return length ? [`${length} ${word}${length === 1 ? '' : 's'}`] : [];
  };
  const counts = [
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('information', 'note'),
  ];
  if (counts.length) return counts.join(', ');
  return isDone ? 'Nothing to mend' : 'Checking …';
};

const item = ({ severity, text, place, remedy, related, rule }: MessageCard): HTMLElement =>
  h(
    'li',
    { class: severity },
    h('p', {}, h('b', {}, NAMES[severity]), ' ', ...said(text), ' ', h('small', {}, rule)),
    place && h('p', {}, placeLink(place)),
    remedy ? h('p', { class: 'remedy' }, ...said(remedy)) : null,
    ...related.slice(0, 5).map((one) => h('p', { class: 'related' }, placeLink(one), ' ', ...said(one.text))),
  );

/** A place that opens in the editor. */
export const placeLink = ({ file, line, column, href }: PlaceCard): HTMLElement => {
  const shown = `${file}:${line}:${column}`;
  return href === null
    ? h(
        'button',
        { type: 'button', class: 'place', onclick: () => void ask('/edit', { file, line, column }) },
        shown,
      )
    : h('a', { class: 'place', href }, shown);
};
