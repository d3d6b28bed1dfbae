import type {
  ArrangedPassage,
  ArrangedSlot,
  Arrangement,
  Move,
  OtherPassage,
  PreviewState,
} from '../interface.ts';
import { h, said } from './element.ts';
import { askToWrite, outcomeView } from './outcome-view.ts';
import { ask, find } from './server.ts';

/** Where a passage that is dragged comes from is known while it is. */
const DRAGGED = 'text/x-despatch-passage';

/** The passages of the document, slot by slot, to be dragged or moved by buttons; and those that are out. */
export class ArrangementView {
  readonly #outcome = h('div', { class: 'outcome', role: 'status' });
  readonly #slots = h('div', {});
  readonly #others = h('ul', { class: 'others' });
  readonly #search = h('input', { type: 'search', id: 'search-passages', oninput: () => void this.draw() });
  readonly element = h(
    'div',
    { class: 'arrangement' },
    h('h2', {}, 'Passages of this document'),
    this.#outcome,
    this.#slots,
    h('h3', {}, h('label', { for: 'search-passages' }, 'Not in it')),
    this.#search,
    this.#others,
    h(
      'p',
      {},
      h('button', { type: 'button', onclick: () => void this.#undo() }, 'Take the last change back'),
    ),
  );
  readonly #choose: (id: string) => void;
  #arrangement: Arrangement | null = null;
  #drawn = 0;

  /** `choose` opens a passage. */
  constructor(choose: (id: string) => void) {
    this.#choose = choose;
  }

  async draw(): Promise<void> {
    const turn = (this.#drawn += 1);
    const found = await find<Arrangement>(`/arrangement?search=${encodeURIComponent(this.#search.value)}`);
    if (turn !== this.#drawn || !found) return;
    this.#arrangement = found;
    const key = (document.activeElement as HTMLElement | null)?.dataset['key'];
    this.#slots.replaceChildren(...found.slots.map((slot) => this.#slot(slot)));
    this.#others.replaceChildren(...found.others.map((passage) => this.#other(passage)));
    if (key !== undefined)
      this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  #slot(slot: ArrangedSlot): HTMLElement {
    const { id, title, passages, max } = slot;
    const many = max === null ? `${passages.length}` : `${passages.length} of ${max}`;
    const list = h('ol', {}, ...passages.map((passage, index) => this.#passage(slot, passage, index)));
    return this.#target(
      h('section', { class: 'slot' }, h('h3', {}, `${title} `, h('small', {}, many)), list),
      id,
      passages.length,
    );
  }

  #passage(
    { id: slot, title, passages }: ArrangedSlot,
    passage: ArrangedPassage,
    index: number,
  ): HTMLElement {
    const { id, text, isNamed, isLead, isDropped } = passage;
    const states = [
      ...(isLead ? ['leads'] : isNamed ? ['named'] : []),
      ...(isDropped ? ['left out to fit'] : []),
    ];
    const move = (name: string, to: string | null, at: number, isOff: boolean): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          'data-key': `${name} ${id}`,
          title: name,
          'aria-label': `${name}: ${id}`,
          disabled: isOff,
          onclick: () => void this.#move({ passage: id, slot: to, index: at }),
        },
        SIGNS[name] ?? name,
      );
    const row = h(
      'li',
      { class: isDropped ? 'dropped' : '', draggable: isLead ? null : 'true' },
      this.#name(id, text, states),
      h(
        'span',
        { class: 'moves', role: 'group', 'aria-label': `${title}: ${id}` },
        move('Up', slot, index - 1, isLead || index === 0 || Boolean(passages[index - 1]?.isLead)),
        move('Down', slot, index + 1, isLead || index === passages.length - 1),
        move('Out', null, 0, isLead),
      ),
    );
    return this.#target(this.#source(row, id), slot, index);
  }

  #other({ id, text, why, slots }: OtherPassage): HTMLElement {
    const adding = slots.map((slot) => {
      const title = this.#arrangement?.slots.find((one) => one.id === slot);
      return h(
        'button',
        {
          type: 'button',
          'data-key': `in ${slot} ${id}`,
          'aria-label': `Put ${id} into ${title?.title ?? slot}`,
          onclick: () => void this.#move({ passage: id, slot, index: title?.passages.length ?? 0 }),
        },
        `Into ${title?.title ?? slot}`,
      );
    });
    return this.#source(
      h(
        'li',
        { draggable: 'true' },
        this.#name(id, text, []),
        h('small', {}, ...said(why)),
        h('span', { class: 'moves' }, ...adding),
      ),
      id,
    );
  }

  #name(id: string, text: string, states: readonly string[]): HTMLElement {
    return h(
      'span',
      { class: 'name' },
      h(
        'button',
        { type: 'button', class: 'place', 'data-key': `name ${id}`, onclick: () => this.#choose(id) },
        id,
      ),
      states.length ? h('small', {}, ` ${states.join(', ')}`) : null,
      h('span', {}, text),
    );
  }

  #source(row: HTMLElement, id: string): HTMLElement {
    row.addEventListener('dragstart', (event) => event.dataTransfer?.setData(DRAGGED, id));
    return row;
  }

  /** What is dropped here stands at this place of the slot. */
  #target(element: HTMLElement, slot: string, index: number): HTMLElement {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes(DRAGGED)) return;
      event.preventDefault();
      event.stopPropagation();
      element.classList.add('over');
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', () => element.classList.remove('over'));
    element.addEventListener('drop', (event) => {
      const passage = event.dataTransfer?.getData(DRAGGED);
      element.classList.remove('over');
      if (!passage) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#move({ passage, slot, index });
    });
    return element;
  }

  async #move(move: Move): Promise<void> {
    const sent = { hash: this.#arrangement?.hash, ...move };
    const outcome = await askToWrite(this.#outcome, '/move', sent);
    if (!outcome) return;
    const again = (): void => void this.draw();
    this.#outcome.replaceChildren(...outcomeView(outcome, again).filter((child) => child !== null));
  }

  async #undo(): Promise<void> {
    const { done } = await ask<{ done: boolean }>('/undo', {});
    this.#outcome.replaceChildren(
      h('p', {}, done ? 'Taken back.' : 'There is nothing to take back, or the file has changed since.'),
    );
  }

  /** What is shown may be something else after a save, and in another document. */
  show({ open, busy }: PreviewState): void {
    const now = `${open?.name} ${open?.page?.turn} ${open?.paper?.turn} ${busy}`;
    if (now === this.#seen || !this.element.isConnected) return;
    this.#seen = now;
    void this.draw();
  }
  #seen = '';
}

const SIGNS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Out: 'Out' };
