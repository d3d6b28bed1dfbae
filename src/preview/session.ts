/**
 * What the preview holds between two saves: the project in memory, the document that is shown, how documents were fitted
 * last. After each save it goes through read → page → paper → check, and tells the screen after each; a newer save
 * overtakes what is under way. While there are errors, the last good page stays.
 */

import { hasErrors, type Message } from '../diagnostics/message.ts';
import { sheetOf } from '../model/sheet.ts';
import type { Day } from '../model/time.ts';
import { prepare, type PreparedProject } from '../produce/prepare.ts';
import { Press } from '../produce/press.ts';
import type { World } from '../world/world.ts';
import type { Checking } from './checking.ts';
import { findDocument, packCards, recipientCards } from './documents.ts';
import type { Editor } from './editor.ts';
import { gaugeOf, measured } from './gauge.ts';
import type { Gauge, OpenDocument, PreviewState, ShownPage } from './interface.ts';
import { makePage, makePaper, type LastFits, type Paper, type PreviewPage } from './making.ts';
import { messageCards } from './message-card.ts';
import { Overtaken, pausing, unlessOvertaken } from './overtaken.ts';
import type { ShownDocument } from './standing-view.ts';
import { troubleOf } from './trouble.ts';

export interface SessionSurroundings {
  readonly world: World;
  readonly editor: Editor;
  readonly checking: Checking;
  /** The present day in London. */
  readonly today: () => Day;
  /** Told of each new state. */
  readonly tell: (state: PreviewState) => void;
}

const BEGINNING: PreviewState = {
  organisation: '',
  busy: 'reading',
  packs: [],
  open: null,
  messages: [],
  isChecked: false,
  trouble: null,
};

/** What is due: everything, or to show another document of what was read. */
type Due = 'all' | 'page';

export class Session {
  readonly #around: SessionSurroundings;
  readonly #fits: LastFits = new Map();
  #press: Press;
  #state = BEGINNING;
  /** The name of the document that is asked for. */
  #wanted = '';
  /** Null while it has errors. */
  #prepared: PreparedProject | null = null;
  /** The last one without errors. */
  #good: PreparedProject | null = null;
  #page: PreviewPage | null = null;
  #rendered: PreviewPage['rendered'] | null = null;
  #paper: Paper | null = null;
  #turn = 0;
  #due: Due | null = null;
  #newer = new AbortController();
  #working: Promise<void> | null = null;

  constructor(around: SessionSurroundings) {
    this.#around = around;
    this.#press = new Press(around.world);
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** The page that is shown, with what it loads. */
  get rendered(): PreviewPage['rendered'] | null {
    return this.#rendered;
  }

  get paper(): Paper | null {
    return this.#paper;
  }

  /** The document that is shown, for whoever asks why it is as it is; null where there is none. */
  get shown(): ShownDocument | null {
    if (!this.#good || !this.#page) return null;
    const { project } = this.#good;
    return { project, plan: this.#page, fit: this.#fits.get(this.#page.name) ?? null };
  }

  /** The files have changed. */
  refresh(): void {
    this.#begin('all');
  }

  /** Shows another document; false where there is none of that name. */
  open(name: string): boolean {
    if (!this.#prepared || !findDocument(this.#prepared.project, name)) return false;
    this.#wanted = name;
    this.#begin('page');
    return true;
  }

  /** Opens the browser that prints, before it is needed. */
  warm(): void {
    this.#press.warm();
  }

  /** Gives up what is under way, and ends the browser. */
  async close(): Promise<void> {
    this.#due = null;
    this.#newer.abort();
    await this.#press.close();
    await this.#working;
  }

  #begin(due: Due): void {
    this.#due = this.#due === 'all' ? 'all' : due;
    this.#newer.abort();
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  async #work(): Promise<void> {
    while (this.#due) {
      const due = this.#due;
      this.#due = null;
      this.#newer = new AbortController();
      await this.#round(due, this.#newer.signal).catch((fault: unknown) => this.#fail(fault));
    }
  }

  async #round(due: Due, signal: AbortSignal): Promise<void> {
    if (due === 'all' || !this.#prepared) await this.#read();
    if (!this.#prepared) return;
    const found = await this.#showPage(this.#prepared);
    const isPrinted = !this.#state.open?.isStale && this.#page?.rendered.print;
    if (this.#page && isPrinted) found.push(...(await this.#showPaper(this.#page, signal)));
    if (hasErrors(found)) this.#say(found);
    await this.#checkAll(found, signal);
  }

  async #read(): Promise<void> {
    this.#tell({ busy: 'reading', isChecked: false, trouble: null });
    const { world } = this.#around;
    const { value, messages } = await prepare(world, await world.readings.begin(), false);
    this.#prepared = value;
    this.#good = value ?? this.#good;
    if (value) {
      const { project } = value;
      this.#tell({ organisation: project.organisation.name, packs: packCards(project, messages) });
      return;
    }
    this.#say(messages);
    this.#tell({ busy: null, isChecked: true, open: stale(this.#state.open) });
  }

  /** Shows the page of the document that is wanted, or of the first one; gives what there is to tell of it. */
  async #showPage(prepared: PreparedProject): Promise<Message[]> {
    const { project } = prepared;
    const [first] = this.#state.packs.flatMap(({ documents }) => documents);
    const key = findDocument(project, this.#wanted) ?? findDocument(project, first?.name ?? '');
    if (!key) {
      this.#tell({ open: null });
      return [];
    }
    const { value, messages } = await makePage(this.#around.world, prepared, key, this.#fits);
    if (!value || hasErrors(messages)) {
      this.#say(messages);
      this.#tell({ open: stale(this.#state.open) });
      return [...messages];
    }
    const { open } = this.#state;
    const before = open?.name === value.name ? open : null;
    if (!before) this.#paper = null;
    this.#page = value;
    this.#tell({
      open: {
        name: value.name,
        title: value.rendered.title,
        pack: value.key.pack,
        recipients: key.recipient ? recipientCards(project, key) : [],
        page: this.#shown(before?.page ?? null, value.rendered),
        paper: before?.paper ? { ...before.paper, isStale: true } : null,
        isStale: false,
      },
    });
    return [...messages];
  }

  /** A page as it is shown now: the same turn where nothing in it has changed. */
  #shown(before: ShownPage | null, rendered: PreviewPage['rendered']): ShownPage {
    const isSame = this.#rendered?.html === rendered.html;
    this.#rendered = rendered;
    return isSame && before ? before : { address: `/pages/${rendered.path}`, turn: (this.#turn += 1) };
  }

  /** Prints the page, shows it as it was fitted, and how it stands towards its contract; gives what there is to tell of it. */
  async #showPaper(page: PreviewPage, signal: AbortSignal): Promise<readonly Message[]> {
    this.#tell({ busy: 'printing' });
    try {
      const printer = await unlessOvertaken(signal, this.#press.open());
      const made = await unlessOvertaken(signal, makePaper(page, printer, this.#fits));
      const { value, messages } = made;
      if (!value) return messages;
      this.#paper = value;
      this.#put(value, gaugeOf(value), true);
      this.#put(value, await unlessOvertaken(signal, measured(value, gaugeOf(value), printer)), false);
      return messages;
    } catch (fault) {
      this.#fail(fault);
      if (fault instanceof Overtaken) throw fault;
      return [];
    }
  }

  #put(paper: Paper, gauge: Gauge, isNew: boolean): void {
    const { open } = this.#state;
    if (!open) return;
    const { width, height } = sheetOf(paper.page.template.page);
    const turn = isNew ? (this.#turn += 1) : (open.paper?.turn ?? 0);
    this.#tell({
      open: {
        ...open,
        page: this.#shown(open.page, paper.page.rendered),
        paper: { turn, isStale: false, pages: paper.pdf.pages, width, height, gauge },
      },
    });
  }

  /** Finds every fault of the project; `found` are those of the document that is shown. */
  async #checkAll(found: readonly Message[], signal: AbortSignal): Promise<void> {
    this.#tell({ busy: 'checking' });
    const pause = pausing(signal);
    await pause();
    const { project, messages } = await this.#around.checking.check(this.#around.today(), pause);
    await pause();
    this.#say([...messages, ...found]);
    const packs = project ? packCards(project, messages) : this.#state.packs;
    this.#tell({ busy: null, packs, isChecked: true });
  }

  #say(messages: readonly Message[]): void {
    this.#tell({ messages: messageCards(messages, this.#around.editor) });
  }

  /** A browser that could not be opened is looked for anew with the next page. */
  #fail(fault: unknown): void {
    if (fault instanceof Overtaken) return;
    this.#press.close().catch(() => {});
    this.#press = new Press(this.#around.world);
    this.#tell({ busy: null, trouble: troubleOf(fault) });
  }

  #tell(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#around.tell(this.#state);
  }
}

const stale = (open: OpenDocument | null): OpenDocument | null => open && { ...open, isStale: true };
