/** What takes the place of the list and of two views side by side where there is little room. */

import type { PreviewState } from '../interface.ts';
import { h, redraw } from './element.ts';
import { ask } from './server.ts';

/** The documents as a menu. */
export class DocumentMenu {
  readonly element = h('select', {
    'aria-label': 'Document',
    onchange: () => void ask('/open', { document: this.element.value }),
  });

  show({ packs, open }: PreviewState): void {
    redraw(this.element, [packs, open?.name], () =>
      packs.map(({ title, documents }) =>
        h(
          'optgroup',
          { label: title },
          ...documents.map(({ name, audience, variant }) =>
            h(
              'option',
              { value: name, selected: open?.name === name || Boolean(open?.name.startsWith(`${name}/`)) },
              [audience, variant].filter(Boolean).join(', '),
            ),
          ),
        ),
      ),
    );
  }
}

const VIEWS = { web: 'Web page', paper: 'Paper' } as const;

/** Buttons that say which of the two views is shown; `switched` hears of each change. */
export const viewSwitch = (main: HTMLElement, switched: () => void): HTMLElement => {
  const buttons = Object.entries(VIEWS).map(([view, name]) =>
    h('button', { type: 'button', 'aria-pressed': String(view === 'web'), onclick: () => show(view) }, name),
  );
  const show = (view: string): void => {
    main.dataset['view'] = view;
    switched();
    Object.keys(VIEWS).forEach((each, index) =>
      buttons[index]?.setAttribute('aria-pressed', String(each === view)),
    );
  };
  return h('div', { class: 'views', role: 'group', 'aria-label': 'View' }, ...buttons);
};
