import type { Gauge, OpenDocument, ShownPaper } from '../interface.ts';
import { h, redraw } from './element.ts';

/** The document on paper: its pages as pictures, and below them how it stands towards its contract. */
export class PaperView {
  readonly #gauge = h('div', { class: 'gauge' });
  readonly #pages = h('div', { class: 'pages', tabindex: 0, role: 'group', 'aria-label': 'Pages' });
  readonly element: HTMLElement;
  #turn = 0;
  #name = '';

  /** `arrange` shows the passages of the document, to be put elsewhere. */
  constructor(arrange: () => void) {
    const choose = h('button', { type: 'button', onclick: () => arrange() }, 'Choose passages');
    this.element = h(
      'section',
      { class: 'paper', 'aria-label': 'Paper' },
      this.#pages,
      h('p', { class: 'tools' }, choose),
      this.#gauge,
    );
  }

  show(open: OpenDocument | null): void {
    const paper = open?.paper ?? null;
    this.element.classList.toggle('stale', Boolean(paper?.isStale || open?.isStale));
    this.element.hidden = open === null;
    redraw(this.#gauge, [paper?.gauge, open?.isPrinted], () =>
      paper ? gauge(paper.gauge) : [h('p', {}, open?.isPrinted ? 'Not printed yet' : NO_PDF)],
    );
    if (!paper || open?.name !== this.#name) this.#pages.replaceChildren();
    this.#name = open?.name ?? '';
    if (!paper || paper.turn === this.#turn) return;
    this.#turn = paper.turn;
    this.#draw(paper);
  }

  /** A picture takes the place of the one before when it has come, so that nothing flickers. */
  #draw({ pages, turn, width, height }: ShownPaper): void {
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    for (const number of numbers) {
      const place = (this.#pages.children[number - 1] ?? this.#place(width, height)) as HTMLElement;
      const next = h('img', {
        src: `/paper/${number}.png?turn=${turn}`,
        alt: `Page ${number} of ${pages}`,
        width,
        height,
        onload: () => {
          if (turn === this.#turn) place.replaceChildren(next);
        },
      });
    }
    while (this.#pages.children.length > pages) this.#pages.lastElementChild?.remove();
  }

  #place(width: number, height: number): HTMLElement {
    const place = h('figure', {});
    place.style.aspectRatio = `${width} / ${height}`;
    this.#pages.append(place);
    return place;
  }
}

const NO_PDF = 'The template of this document makes no PDF.';

const gauge = ({ pages, length, type, spacing, dropped, added }: Gauge): HTMLElement[] => [
  h(
    'dl',
    {},
    ...measure('Pages', `${pages.are} of ${allowed(pages)}`, null),
    ...(length === null
      ? []
      : measure('Filled', percent(length / pages.are), meter(length, pages.are, 'How full'))),
    ...measure(
      'Type',
      `${points(type.is)} (at least ${points(type.least)})`,
      type.most > type.least ? meter(type.is - type.least, type.most - type.least, 'Type size') : null,
    ),
    ...(spacing === 1 ? [] : measure('Spaces', percent(spacing), null)),
  ),
  ...(dropped.length
    ? [
        h(
          'details',
          {},
          h('summary', {}, `${dropped.length} left out to fit`),
          h(
            'ol',
            {},
            ...dropped.map(({ id, slot, priority, text }) =>
              h('li', {}, h('code', {}, id), ` (${slot}, priority ${priority}): ${text}`),
            ),
          ),
        ),
      ]
    : []),
  ...(added.length ? [h('p', {}, `Taken in to fill the page: ${added.join(', ')}`)] : []),
];

const measure = (name: string, value: string, drawn: HTMLElement | null): HTMLElement[] => [
  h('div', {}, h('dt', {}, name), h('dd', {}, value, drawn)),
];

const meter = (value: number, max: number, label: string): HTMLElement =>
  h('meter', { value: Math.max(0, Math.min(value, max)), max, 'aria-label': label });

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const points = (size: number): string => `${Math.round(size * 10) / 10} pt`;

/** e.g. `1`, `2 to 4`, `4, 8, 12 …` */
const allowed = ({ min, max, multiple }: Gauge['pages']): string => {
  if (multiple > 1)
    return max === null ? `a multiple of ${multiple}` : `up to ${max}, a multiple of ${multiple}`;
  if (max === null) return min > 1 ? `at least ${min}` : 'any number';
  return min === max || min <= 1 ? `${max}` : `${min} to ${max}`;
};
