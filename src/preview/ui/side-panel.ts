import type { PassageCard, PassageForm, PreviewState, TextCard } from '../interface.ts';
import { ArrangementView } from './arrangement-view.ts';
import { h } from './element.ts';
import { passageView, textView } from './passage-view.ts';
import { PassageFormView } from './passage-form.ts';
import { find } from './server.ts';

/** The passage that was chosen, to be written; or all of the document, to be put elsewhere. */
export class SidePanel {
  readonly #content = h('div', {});
  readonly #arrangement = new ArrangementView((id) => void this.open(id));
  readonly #close = h('button', { type: 'button', class: 'close', onclick: () => this.close() }, 'Close');
  readonly element = h(
    'aside',
    { class: 'panel', 'aria-label': 'Passages', hidden: true },
    this.#close,
    this.#content,
  );
  /** The passage that is shown. */
  #id: string | null = null;
  #form: PassageFormView | null = null;
  /** What was done to it last. */
  #note = '';
  #seen = '';

  constructor() {
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  async open(id: string): Promise<void> {
    if (!this.#mayLeave()) return;
    this.#id = id;
    this.#note = '';
    await this.#draw();
    this.#close.focus();
  }

  arrange(): void {
    if (!this.#mayLeave()) return;
    this.#id = this.#form = null;
    this.#content.replaceChildren(this.#arrangement.element);
    this.element.hidden = false;
    this.#close.focus();
    void this.#arrangement.draw();
  }

  close(): void {
    if (!this.#mayLeave()) return;
    this.#id = this.#form = null;
    this.#content.replaceChildren();
    this.element.hidden = true;
  }

  /** What is known of a passage may be something else after a save; what is being written stays. */
  show(state: PreviewState): void {
    this.#arrangement.show(state);
    const now = `${state.open?.name} ${state.open?.page?.turn}`;
    if (now === this.#seen) return;
    this.#seen = now;
    if (this.#id !== null && !this.#form?.isChanged) void this.#draw();
  }

  /** Whether something is written in it that is not saved. */
  get isChanged(): boolean {
    return this.#form?.isChanged ?? false;
  }

  #mayLeave(): boolean {
    return !this.isChanged || window.confirm('What you have written here is not saved. Leave it?');
  }

  async #draw(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const named = `id=${encodeURIComponent(id)}`;
    const [card, form] = await Promise.all([
      find<PassageCard | TextCard>(`/passage?${named}`),
      id.startsWith('--') ? null : find<PassageForm>(`/form?${named}`),
    ]);
    if (id !== this.#id || this.#form?.isChanged) return;
    if (!card) return this.close();
    const active = this.#content.contains(document.activeElement) ? document.activeElement : null;
    this.#form = form && new PassageFormView(form, (done) => void this.#again(done), this.#note);
    this.element.hidden = false;
    this.#content.replaceChildren(
      ...('id' in card ? passageView(card, this.#form?.element ?? null) : textView(card)),
    );
    if (active) this.#content.querySelector<HTMLElement>('button.main, button')?.focus();
  }

  /** Reads the passage anew. */
  async #again(note: string): Promise<void> {
    this.#form = null;
    this.#note = note;
    await this.#draw();
  }
}
