import type { FormField, PassageForm, TypedPassage, TypedWording } from '../interface.ts';
import { h } from './element.ts';
import { fieldView, ticks, type Input } from './field-view.ts';
import { askToWrite, outcomeView } from './outcome-view.ts';

/** A form in which a passage is written. */
export class PassageFormView {
  readonly element: HTMLFormElement;
  readonly #form: PassageForm;
  readonly #text: HTMLTextAreaElement;
  readonly #fields: ReadonlyMap<string, Input>;
  readonly #wordings = h('div', { class: 'wordings' });
  readonly #inputs = new Map<HTMLElement, () => TypedWording>();
  readonly #outcome = h('div', { class: 'outcome', role: 'status' });
  readonly #again: (note: string) => void;

  /** `again` reads the passage anew, with a note of what was done. */
  constructor(form: PassageForm, again: (note: string) => void, note = '') {
    this.#form = form;
    this.#again = again;
    this.#outcome.textContent = note;
    const { written, fields } = form;
    this.#text = area(written.text);
    this.#fields = new Map(
      fields.map((field) => [field.name, fieldView(field, written.attributes[field.name] ?? '')]),
    );
    for (const wording of written.wordings) this.#addWording(wording);
    this.element = h(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          void this.#save();
        },
      },
      h('label', { class: 'text' }, 'Text', this.#text),
      this.#wordings,
      h(
        'button',
        { type: 'button', onclick: () => this.#addWording({ attributes: {}, text: '' }).focus() },
        'Other words for some readers',
      ),
      ...this.#groups(fields),
      h('p', { class: 'save' }, h('button', { type: 'submit', class: 'main' }, 'Save')),
      this.#outcome,
    );
  }

  /** Whether something stands in it that is not saved. */
  get isChanged(): boolean {
    return JSON.stringify(this.#typed()) !== JSON.stringify(this.#before());
  }

  /** What is needed or set is in sight; all else a click away. */
  #groups(fields: readonly FormField[]): HTMLElement[] {
    const { attributes } = this.#form.written;
    const isSet = ({ name, isNeeded }: FormField): boolean => isNeeded || Boolean(attributes[name]);
    const shown = (some: readonly FormField[]) =>
      some.flatMap(({ name }) => this.#fields.get(name)?.element ?? []);
    return [
      h('div', { class: 'fields' }, ...shown(fields.filter(isSet))),
      h(
        'details',
        {},
        h('summary', {}, 'More attributes'),
        h('div', { class: 'fields' }, ...shown(fields.filter((field) => !isSet(field)))),
      ),
    ];
  }

  #addWording({ attributes, text }: TypedWording): HTMLElement {
    const readers = ticks('For', this.#form.audiences, attributes['for'] ?? '');
    const words = area(text);
    const block = h(
      'fieldset',
      {},
      h('legend', {}, 'Other words'),
      readers.element,
      h('label', { class: 'text' }, 'Text', words),
      h('button', { type: 'button', onclick: () => this.#removeWording(block) }, 'Take out'),
    );
    this.#inputs.set(block, () => ({
      attributes: { ...attributes, for: readers.value() },
      text: words.value,
    }));
    this.#wordings.append(block);
    return words;
  }

  #removeWording(block: HTMLElement): void {
    this.#inputs.delete(block);
    block.remove();
  }

  /** What the form does not know stays as it is. */
  #typed(): TypedPassage {
    const attributes = { ...this.#form.written.attributes };
    for (const [name, input] of this.#fields) attributes[name] = input.value();
    return this.#tidy({
      attributes,
      text: this.#text.value,
      wordings: [...this.#inputs.values()].map((wording) => wording()),
    });
  }

  #before(): TypedPassage {
    return this.#tidy(this.#form.written);
  }

  #tidy({ attributes, text, wordings }: TypedPassage): TypedPassage {
    const filled = (all: TypedPassage['attributes']) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value));
    return {
      attributes: filled(attributes),
      text,
      wordings: wordings.map((wording) => ({ ...wording, attributes: filled(wording.attributes) })),
    };
  }

  async #save(): Promise<void> {
    const { id, hash } = this.#form;
    const outcome = await askToWrite(this.#outcome, '/save', { id, hash, written: this.#typed() });
    if (!outcome) return;
    if (outcome.is === 'written') return this.#again('Saved.');
    const children = outcomeView(outcome, () => this.#again(''));
    this.#outcome.replaceChildren(...children.filter((child) => child !== null));
  }
}

const area = (text: string): HTMLTextAreaElement => {
  const element = h('textarea', {
    rows: Math.min(14, Math.max(3, Math.ceil(text.length / 55))),
    spellcheck: true,
  });
  element.value = text;
  return element;
};
