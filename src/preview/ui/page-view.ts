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

/** Follows links out of a page: to other documents in the preview, to all else in a window of its own. */
const follow = ({ contentDocument: page }: HTMLIFrameElement): void => {
  page?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link?.href || (link.pathname === page.location.pathname && link.hash)) return;
    event.preventDefault();
    const [, name, ending] = /^\/pages\/(.+)\.(html|pdf|txt)$/u.exec(link.pathname) ?? [];
    if (link.origin !== location.origin) window.open(link.href, '_blank', 'noopener');
    else if (name && ending === 'html') void ask('/open', { document: name });
    else if (name && ending === 'pdf') window.open('/paper.pdf', '_blank', 'noopener');
  });
};
