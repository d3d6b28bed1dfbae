import { OutsideError } from '../diagnostics/outside.ts';
import { whileAlive } from './browser/while-alive.ts';

/** What is asked of a tab here; `open-tab.ts` has the whole of it. */
export interface LiveTab {
  /** Is aborted when the tab has died. */
  readonly death: AbortSignal;
  readonly end: () => Promise<void>;
}

/** How often a page is begun: one that no browser can print ends each that tries. */
const TRIES = 3;

/** After how many pages a browser is started anew: each leaves some 20 kB in it. */
const MOST_PAGES = 1000;

/**
 * A tab that starts with its first job, and again after one that failed: what that has left in it is unknown. So it does
 * after many, so that a browser does not grow with their number.
 */
export class RestartingTab<T extends LiveTab> {
  readonly #open: () => Promise<T>;
  readonly #limit: number;
  #tab: T | null = null;
  /** How many jobs it was given. */
  #jobs = 0;
  #closed = false;
  #work: Promise<unknown> = Promise.resolve();

  /** `limit` is how long one job may take, in milliseconds. */
  constructor(open: () => Promise<T>, limit: number) {
    this.#open = open;
    this.#limit = limit;
  }

  /** Starts before the first job. */
  async start(): Promise<void> {
    this.#tab ??= await this.#open();
  }

  /**
   * Does the job of printing the page at `path`, and tries again where the tab dies over it; one job at a time. Rejects
   * where it has been closed.
   * @throws OutsideError where it does not start, dies at every try, or takes too long.
   */
  run<R>(path: string, work: (tab: T) => Promise<R>): Promise<R> {
    const done = this.#tried(path, work, TRIES);
    const over = (): void => {};
    this.#work = done.then(over, over);
    return done;
  }

  /** Ends the tab, and the job at hand with it. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#drop();
    // It may be starting again for the job at hand.
    await this.#work;
  }

  #tried<R>(path: string, work: (tab: T) => Promise<R>, left: number): Promise<R> {
    return this.#attempt(path, work).catch((fault) =>
      fault instanceof Died && left > 1 ? this.#tried(path, work, left - 1) : Promise.reject(fault),
    );
  }

  async #attempt<R>(path: string, work: (tab: T) => Promise<R>): Promise<R> {
    if (this.#closed) throw new Error('The printer is closed');
    if (this.#jobs === MOST_PAGES) await this.#drop();
    const tab = (this.#tab ??= await this.#opened());
    this.#jobs += 1;
    if (this.#closed) await this.#drop();
    try {
      return await inTime(whileAlive(work(tab), tab.death), path, this.#limit);
    } catch (fault) {
      const died = (await hasDied(tab.death, fault)) && !this.#closed;
      await this.#drop();
      throw died ? new Died(path, fault) : fault;
    }
  }

  /** One that is killed while it starts is started again; the printer has seen that they start here. */
  #opened(): Promise<T> {
    return this.#open().catch((fault) => (this.#closed ? Promise.reject(fault) : this.#open()));
  }

  async #drop(): Promise<void> {
    const last = this.#tab;
    this.#tab = null;
    this.#jobs = 0;
    await last?.end();
  }
}

/** The browser ended over a page that it might print at another try. */
class Died extends OutsideError {
  constructor(path: string, cause: unknown) {
    super(
      `The browser stopped while it printed \`${path}\`, at each of ${TRIES} tries.`,
      'See that the machine has memory to spare, and build again. Or set DESPATCH_CHROME to the path of another browser.',
      { cause },
    );
  }
}

/** How long after its last refusal a tab may be heard to have died, in milliseconds. */
const LAST_WORDS = 500;

/** Whether a tab has died: one that crashes may refuse what it is asked before it is known. */
const hasDied = async (death: AbortSignal, fault: unknown): Promise<boolean> => {
  if (!death.aborted && !(fault instanceof OutsideError))
    await new Promise<void>((go) => {
      const timer = setTimeout(go, LAST_WORDS);
      death.addEventListener('abort', () => (clearTimeout(timer), go()), { once: true });
    });
  return death.aborted;
};

const inTime = async <R>(work: Promise<R>, path: string, limit: number): Promise<R> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const text = `The browser took more than ${limit / 1000} s over \`${path}\`.`;
    const remedy =
      'Build again when the machine has less to do; if it comes back, look for something endless in the page.';
    timer = setTimeout(() => reject(new OutsideError(text, remedy)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
