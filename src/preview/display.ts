/** What the screen shows: it changes piece by piece, and is told of each change. */

import type { Message } from '../diagnostics/message.ts';
import type { DocumentKey } from '../model/document-key.ts';
import type { Project } from '../model/project.ts';
import { sheetOf } from '../model/sheet.ts';
import type { Rendered } from '../render/render.ts';
import { packCards, recipientCards } from './documents.ts';
import type { Editor } from './editor.ts';
import type { Gauge, PreviewState, ShownPage } from './interface.ts';
import type { Paper, PreviewPage } from './making.ts';
import { messageCards } from './message-card.ts';

const BEGINNING: PreviewState = {
  organisation: '',
  busy: 'reading',
  packs: [],
  open: null,
  messages: [],
  isChecked: false,
  trouble: null,
};

export class Display {
  readonly #editor: Editor;
  readonly #tell: (state: PreviewState) => void;
  #state = BEGINNING;
  #rendered: Rendered | null = null;
  #paper: Paper | null = null;
  #turn = 0;

  /** `tell` is told of each new state. */
  constructor(editor: Editor, tell: (state: PreviewState) => void) {
    this.#editor = editor;
    this.#tell = tell;
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** The page that is shown, with what it loads. */
  get rendered(): Rendered | null {
    return this.#rendered;
  }

  get paper(): Paper | null {
    return this.#paper;
  }

  change(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell(this.#state);
  }

  say(messages: readonly Message[]): void {
    this.change({ messages: messageCards(messages, this.#editor) });
  }

  /** Lists the documents, with how much there is to tell of each pack. */
  list(project: Project, messages: readonly Message[]): void {
    this.change({ organisation: project.organisation.name, packs: packCards(project, messages) });
  }

  /** What is shown is older than the files. */
  stay(): void {
    const { open } = this.#state;
    this.change({ open: open && { ...open, isStale: true } });
  }

  /** Shows the page of a document. Of another one there is no paper yet; of the same the last stays until the next comes. */
  showPage(project: Project, key: DocumentKey, { name, rendered }: PreviewPage): void {
    const { open } = this.#state;
    const before = open?.name === name ? open : null;
    if (!before) this.#paper = null;
    this.change({
      open: {
        name,
        title: rendered.title,
        pack: key.pack,
        recipients: key.recipient ? recipientCards(project, key) : [],
        page: this.#shown(before?.page ?? null, rendered),
        paper: before?.paper ? { ...before.paper, isStale: true } : null,
        isPrinted: rendered.print !== null,
        isStale: false,
      },
    });
  }

  /** Shows the open document on paper, and its page as it was fitted to that. */
  showPaper(paper: Paper, gauge: Gauge): void {
    const { open } = this.#state;
    if (!open) return;
    const { width, height } = sheetOf(paper.page.template.page);
    const isSame = this.#paper === paper && open.paper !== null;
    const turn = isSame ? open.paper.turn : (this.#turn += 1);
    this.#paper = paper;
    const page = this.#shown(open.page, paper.page.rendered);
    const shown = { turn, isStale: false, pages: paper.pdf.pages, width, height, gauge };
    this.change({ open: { ...open, page, paper: shown } });
  }

  /** A page as it is shown now: the same turn where nothing in it has changed. */
  #shown(before: ShownPage | null, rendered: Rendered): ShownPage {
    const isSame = this.#rendered?.html === rendered.html;
    this.#rendered = rendered;
    return isSame && before ? before : { address: `/pages/${rendered.path}`, turn: (this.#turn += 1) };
  }
}
