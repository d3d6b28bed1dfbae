import type { DocumentCard, PackCard, PreviewState } from '../interface.ts';
import { h, redraw } from './element.ts';
import { ask } from './server.ts';

/** The packs and their documents; the one that is shown is marked. */
export class DocumentsView {
  readonly element = h('nav', { class: 'documents', 'aria-label': 'Documents' });
  #name = '';

  show({ packs, open }: PreviewState): void {
    redraw(this.element, [packs, open?.name, open?.recipients], () =>
      packs.map((pack) =>
        h(
          'section',
          {},
          h('h2', {}, pack.title),
          ...stateOf(pack),
          h('ul', {}, ...pack.documents.map((card) => h('li', {}, entry(card, open)))),
        ),
      ),
    );
    if (open && open.name !== this.#name)
      this.element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    this.#name = open?.name ?? '';
  }
}

const stateOf = ({ isDraft, isOnRequest, errors, warnings }: PackCard) => {
  const states = [
    ...(isDraft ? ['draft'] : []),
    ...(isOnRequest ? ['on request'] : []),
    ...(errors ? [counted(errors, 'error')] : []),
    ...(warnings ? [counted(warnings, 'warning')] : []),
  ];
  return states.length ? [h('p', { class: errors ? 'state faulty' : 'state' }, states.join(' · '))] : [];
};

const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

const entry = (card: DocumentCard, open: PreviewState['open']): HTMLElement => {
  const isOpen = open?.name === card.name || Boolean(open?.name.startsWith(`${card.name}/`));
  const about = [card.variant, card.embargo && `embargo ${card.embargo}`].filter(Boolean).join(' · ');
  const button = h(
    'button',
    {
      type: 'button',
      'data-key': card.name,
      'aria-current': isOpen ? 'true' : null,
      onclick: () => void ask('/open', { document: card.name }),
    },
    h('span', {}, card.audience),
    about ? h('small', {}, about) : null,
  );
  return isOpen && open?.recipients.length ? h('div', {}, button, choice(open)) : button;
};

/** For whom of many it is shown. */
const choice = ({ name, recipients }: NonNullable<PreviewState['open']>): HTMLElement =>
  h(
    'select',
    {
      'aria-label': 'Made for',
      'data-key': 'recipient',
      onchange: ({ currentTarget }) =>
        void ask('/open', { document: (currentTarget as HTMLSelectElement).value }),
    },
    ...recipients.map((one) =>
      h('option', { value: one.document, selected: one.document === name }, one.name),
    ),
  );
