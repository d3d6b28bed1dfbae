import type { PassageCard, PreviewState, TextCard } from '../interface.ts';
import { h, said, type Child } from './element.ts';
import { placeLink } from './messages-view.ts';
import { find } from './server.ts';

/** What is known of the passage that was chosen. */
export class PassagePanel {
  readonly #content = h('div', {});
  readonly element = h(
    'aside',
    { class: 'panel', 'aria-label': 'Passage', hidden: true },
    h('button', { type: 'button', class: 'close', onclick: () => this.close() }, 'Close'),
    this.#content,
  );
  #id: string | null = null;
  #seen = '';

  constructor() {
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  async open(id: string): Promise<void> {
    this.#id = id;
    await this.#draw();
    this.element.querySelector('button')?.focus();
  }

  close(): void {
    this.#id = null;
    this.element.hidden = true;
  }

  /** What is known of it may be something else after a save, and in another document. */
  show({ open }: PreviewState): void {
    const now = `${open?.name} ${open?.page?.turn}`;
    if (now === this.#seen) return;
    this.#seen = now;
    if (this.#id !== null) void this.#draw();
  }

  async #draw(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const card = await find<PassageCard | TextCard>(`/passage?id=${encodeURIComponent(id)}`);
    if (id !== this.#id) return;
    if (!card) return this.close();
    this.element.hidden = false;
    this.#content.replaceChildren(...('id' in card ? passage(card) : text(card)));
  }
}

const text = ({ name, text, place }: TextCard): HTMLElement[] => [
  h('h2', {}, name === 'headline' ? 'Headline' : 'Summary'),
  h('p', {}, placeLink(place)),
  h('p', { class: 'quoted' }, text),
];

const passage = (card: PassageCard): HTMLElement[] => [
  h('h2', {}, `${card.kind} `, h('code', {}, card.id)),
  h('p', {}, placeLink(card.place)),
  h('p', { class: 'quoted' }, card.text),
  h('h3', {}, card.slot === null ? 'Why it is not in this document' : 'Why it is here'),
  h('p', {}, ...said(card.slot === null ? card.why : `In \`${card.slot}\`: ${card.why}`)),
  h('h3', {}, 'Source'),
  h('p', {}, card.source.citation),
  h('p', {}, placeLink(card.source.place)),
  h('h3', {}, 'Tags'),
  h('dl', { class: 'tags' }, ...tags(card)),
];

const tags = ({ topics, attributes, wordings }: PassageCard): Child[] =>
  [
    ['topics', topics.join(', ')] as const,
    ...Object.entries(attributes),
    ...(wordings.length ? [['wordings for', wordings.join(', ')] as const] : []),
  ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)));
