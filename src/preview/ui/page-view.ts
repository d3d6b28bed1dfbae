import type { OpenDocument } from '../interface.ts';
import { h } from './element.ts';
import { ask } from './server.ts';

/** The web page. A new one is loaded behind the old, and takes its place where that was scrolled to. */
export class PageView {
  readonly element = h('div', { class: 'frames' });
  #frame: HTMLIFrameElement | null = null;
  #coming: HTMLIFrameElement | null = null;
  #turn = 0;
  #address = '';
  readonly #choose: (id: string) => void;

  /** `choose` is told of a passage that is clicked at. */
  constructor(choose: (id: string) => void) {
    this.#choose = choose;
  }

  show(open: OpenDocument | null): void {
    const page = open?.page;
    if (!open || !page) return this.#clear();
    if (page.turn === this.#turn) return;
    const isSame = page.address === this.#address;
    this.#turn = page.turn;
    this.#address = page.address;
    this.#coming?.remove();
    const next = h('iframe', {
      src: `${page.address}?turn=${page.turn}`,
      title: `Web page: ${open.title}`,
      class: 'coming',
      onload: () => void this.#arrive(next, isSame),
    });
    this.#coming = next;
    this.element.append(next);
  }

  /** Puts a page that has been loaded into the place of the one before. */
  async #arrive(next: HTMLIFrameElement, isSame: boolean): Promise<void> {
    await next.contentDocument?.fonts.ready;
    if (next !== this.#coming) return;
    const last = this.#frame;
    if (last && isSame) scrollLike(last, next);
    follow(next);
    offer(next, this.#choose);
    const hadFocus = last !== null && document.activeElement === last;
    next.classList.remove('coming');
    last?.remove();
    if (hadFocus) next.focus();
    this.#frame = next;
    this.#coming = null;
  }

  #clear(): void {
    this.element.replaceChildren();
    this.#frame = this.#coming = null;
    this.#turn = 0;
  }
}

/** Scrolls a page to the passage at which another is, so that what changes above it moves nothing. */
const scrollLike = (last: HTMLIFrameElement, next: HTMLIFrameElement): void => {
  const [from, to] = [last.contentWindow, next.contentWindow];
  if (!from || !to || from.scrollY === 0) return;
  const blocks = [...from.document.querySelectorAll<HTMLElement>('[data-of]')];
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > 0);
  const number = blocks
    .filter((block) => block.dataset['of'] === first?.dataset['of'])
    .indexOf(first as HTMLElement);
  const same = first && blocksOf(to.document, first.dataset['of'] ?? '')[number];
  const top = same
    ? to.scrollY + same.getBoundingClientRect().top - first.getBoundingClientRect().top
    : from.scrollY;
  to.scrollTo({ top, behavior: 'instant' });
};

/** The blocks of a passage in a page. */
const blocksOf = (page: Document, id: string): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>(`[data-of="${CSS.escape(id)}"]`),
];

/** Lets each block of a passage be chosen, by a click or by the keyboard. What marks them is in no file. */
const offer = (
  { contentDocument: page, contentWindow }: HTMLIFrameElement,
  choose: (id: string) => void,
): void => {
  if (!page || !contentWindow) return;
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(
    '[data-of]{cursor:pointer}[data-of]:is(:hover,:focus-visible){outline:2px solid var(--accent);outline-offset:4px}',
  );
  page.adoptedStyleSheets.push(sheet);
  const seen = new Set<string | undefined>();
  for (const block of page.querySelectorAll<HTMLElement>('[data-of]')) {
    if (!seen.has(block.dataset['of'])) block.tabIndex = 0;
    seen.add(block.dataset['of']);
  }
  const chosen = (event: Event): void => {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('[data-of]')?.dataset['of'];
    if (id !== undefined && !target.closest('a, button')) choose(id);
  };
  page.addEventListener('click', chosen);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') chosen(event);
  });
};

/** Follows links out of a page: to other documents in the preview, to all else in a window of its own. */
const follow = ({ contentDocument: page }: HTMLIFrameElement): void => {
  page?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link?.href || (link.pathname === page.location.pathname && link.hash)) return;
    event.preventDefault();
    const [, name, ending] = /^\/pages\/(.+)\.(html|pdf|txt)$/u.exec(link.pathname) ?? [];
    const isOwn = name !== undefined && page.location.pathname === `/pages/${name}.html`;
    if (link.origin !== location.origin) window.open(link.href, '_blank', 'noopener');
    else if (isOwn) window.open(ending === 'pdf' ? '/paper.pdf' : link.href, '_blank', 'noopener');
    else if (name !== undefined) void ask('/open', { document: name });
  });
};
