/** The screen of the preview: what is shown of each state, and the ways to other documents. */

import type { PreviewState } from '../interface.ts';
import { DocumentMenu, viewSwitch } from './document-menu.ts';
import { DocumentsView } from './documents-view.ts';
import { h } from './element.ts';
import { MessagesView } from './messages-view.ts';
import { PageView } from './page-view.ts';
import { SidePanel } from './side-panel.ts';
import { PaperView } from './paper-view.ts';
import { ask, follow } from './server.ts';
import './screen.css';

const documents = new DocumentsView();
const panel = new SidePanel();
const page = new PageView((id) => void panel.open(id));
const messages = new MessagesView();
const paper = new PaperView(() => panel.arrange());
const title = h('h1', {});
const busy = h('p', { class: 'busy', role: 'status' });
const banner = h('p', { class: 'banner', role: 'status', hidden: true });
const empty = h('p', { class: 'empty', hidden: true });

const menu = new DocumentMenu();
const main = h('main', { 'data-view': 'web' });
const views = viewSwitch(main, () => panel.close());

document.body.append(
  h('header', { class: 'top' }, title, busy),
  documents.element,
  h('nav', { class: 'menu', 'aria-label': 'Document and view' }, menu.element, views),
  main,
  messages.element,
);
main.append(
  h('section', { class: 'web', 'aria-label': 'Web page' }, banner, empty, page.element),
  h('div', { class: 'side' }, paper.element, panel.element),
);

const BUSY = { reading: 'Reading …', printing: 'Printing …', checking: 'Checking …' } as const;

const STALE = 'This is the last page that was right: there is something to mend.';

const NOTHING =
  'There is no pack to show. Write one to sources/packs/, such as sources/packs/first.yaml: it shows here as soon as it is saved.';

const show = (state: PreviewState): void => {
  const { open, organisation, packs } = state;
  documents.show(state);
  menu.show(state);
  page.show(open);
  paper.show(open);
  panel.show(state);
  messages.show(state);
  title.textContent = open?.title ?? organisation;
  document.title = `${open?.title ?? organisation} – despatch`;
  busy.textContent = state.busy ? BUSY[state.busy] : '';
  banner.hidden = !open?.isStale || !open.page;
  banner.textContent = STALE;
  empty.hidden = Boolean(open?.page) || state.busy === 'reading';
  empty.textContent =
    packs.length || state.messages.length ? 'There is no page yet: see what there is to mend.' : NOTHING;
  if (open) history.replaceState(null, '', `#${open.name}`);
};

/** What the address asks for is opened when the project has been read. */
let wanted = location.hash.slice(1);

follow(
  (state) => {
    if (wanted && state.packs.length) {
      if (wanted !== state.open?.name) void ask('/open', { document: wanted });
      wanted = '';
    }
    show(state);
  },
  (isThere) => {
    // Another server has another token, and maybe another screen.
    if (isThere && document.body.classList.contains('lost')) location.reload();
    document.body.classList.toggle('lost', !isThere);
    if (!isThere) busy.textContent = 'The preview has ended: start despatch dev again.';
  },
);

window.addEventListener('beforeunload', (event) => {
  if (panel.isChanged) event.preventDefault();
});

window.addEventListener('unhandledrejection', ({ reason }) => {
  busy.textContent = reason instanceof Error ? reason.message : String(reason);
});
