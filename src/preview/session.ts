/**
 * What the preview holds between two saves: the project in memory, the document that is shown, how documents were fitted
 * last. After each save it goes through read → page → paper → check, and shows what came of each; a newer save overtakes
 * what is under way. While there are errors, the last good page stays.
 */

import { hasErrors, type Message } from '../diagnostics/message.ts';
import type { Day } from '../model/time.ts';
import { inLanguage } from '../model/read-in.ts';
import { prepare, type PreparedProject } from '../produce/prepare.ts';
import { Press } from '../produce/press.ts';
import type { World } from '../world/world.ts';
import type { Checking } from './checking.ts';
import { Display } from './display.ts';
import { findDocument } from './documents.ts';
import type { Editor } from './editor.ts';
import { gaugeOf, measured } from './gauge.ts';
import type { PreviewState } from './interface.ts';
import { makePage, makePaper, type LastFits, type Paper, type PreviewPage } from './making.ts';
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

/** What is due: everything, or to show another document of what was read. */
type Due = 'all' | 'page';

export class Session {
  readonly #around: SessionSurroundings;
  readonly #display: Display;
  readonly #fits: LastFits = new Map();
  #press: Press;
  /** The name of the document that is asked for. */
  #wanted = '';
  /** Null while it has errors. */
  #prepared: PreparedProject | null = null;
  /** The last one without errors. */
  #good: PreparedProject | null = null;
  #page: PreviewPage | null = null;
  #due: Due | null = null;
  #newer = new AbortController();
  #working: Promise<void> | null = null;

  constructor(around: SessionSurroundings) {
    this.#around = around;
    this.#display = new Display(around.editor, around.tell);
    this.#press = new Press(around.world);
  }

  get state(): PreviewState {
    return this.#display.state;
  }

  /** The page that is shown, with what it loads. */
  get rendered(): PreviewPage['rendered'] | null {
    return this.#display.rendered;
  }

  get paper(): Paper | null {
    return this.#display.paper;
  }

  /** The document that is shown, for whoever asks why it is as it is; null where there is none. */
  get shown(): ShownDocument | null {
    if (!this.#good || !this.#page) return null;
    const project = inLanguage(this.#good.project, this.#page.project.organisation.language);
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
    this.#display.change({ busy: 'reading' });
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
    this.#display.change({ busy: 'reading', trouble: null });
    if (due === 'all' || !this.#prepared) await this.#read();
    if (!this.#prepared) return;
    const found = await this.#showPage(this.#prepared);
    const isPrinted = !this.state.open?.isStale && this.#page?.rendered.print;
    if (this.#page && isPrinted) found.push(...(await this.#showPaper(this.#page, signal)));
    if (hasErrors(found)) this.#display.say(found);
    await this.#checkAll(found, signal);
  }

  async #read(): Promise<void> {
    this.#display.change({ isChecked: false });
    const { world } = this.#around;
    const { value, messages } = await prepare(world, await world.readings.begin(), false);
    this.#prepared = value;
    this.#good = value ?? this.#good;
    if (value) return this.#display.list(value.project, messages);
    this.#display.say(messages);
    this.#display.stay();
    this.#display.change({ busy: null, isChecked: true });
  }

  /** Shows the page of the document that is wanted, or of the first one; gives what there is to tell of it. */
  async #showPage(prepared: PreparedProject): Promise<Message[]> {
    const { project } = prepared;
    const [first] = this.state.packs.flatMap(({ documents }) => documents);
    const key = findDocument(project, this.#wanted) ?? findDocument(project, first?.name ?? '');
    if (!key) {
      this.#display.change({ open: null });
      return [];
    }
    const { value, messages } = await makePage(this.#around.world, prepared, key, this.#fits);
    if (!value || hasErrors(messages)) {
      this.#display.say(messages);
      this.#display.stay();
    } else {
      this.#page = value;
      this.#display.showPage(project, key, value);
    }
    return [...messages];
  }

  /** Prints the page, shows it, and how it stands towards its contract; gives what there is to tell of it. */
  async #showPaper(page: PreviewPage, signal: AbortSignal): Promise<readonly Message[]> {
    this.#display.change({ busy: 'printing' });
    try {
      const printer = await unlessOvertaken(signal, this.#press.open());
      const { value, messages } = await unlessOvertaken(signal, makePaper(page, printer, this.#fits));
      if (!value) return messages;
      const gauge = gaugeOf(value);
      this.#display.showPaper(value, gauge);
      this.#display.showPaper(value, await unlessOvertaken(signal, measured(value, gauge, printer)));
      return messages;
    } catch (fault) {
      this.#fail(fault);
      if (fault instanceof Overtaken) throw fault;
      return [];
    }
  }

  /** Finds every fault of the project; `found` are those of the document that is shown. */
  async #checkAll(found: readonly Message[], signal: AbortSignal): Promise<void> {
    this.#display.change({ busy: 'checking' });
    const pause = pausing(signal);
    await pause();
    const { project, messages } = await this.#around.checking.check(this.#around.today(), pause);
    await pause();
    this.#display.say([...messages, ...found]);
    if (project) this.#display.list(project, messages);
    this.#display.change({ busy: null, isChecked: true });
  }

  /** A browser that could not be opened is looked for anew with the next page. */
  #fail(fault: unknown): void {
    if (fault instanceof Overtaken) return;
    this.#press.close().catch(() => {});
    this.#press = new Press(this.#around.world);
    this.#display.change({ busy: null, trouble: troubleOf(fault) });
  }
}
