/**
 * The printer: one browser with one tab. Jobs wait for each other, as two tabs that print at once give other bytes.
 * A browser that dies over a page is started again once.
 */

import { OutsideError } from '../diagnostics/outside.ts';
import type { PrintJob, Printer } from '../world/world.ts';
import type { FoundBrowser, Machine } from './browser/machine.ts';
import type { Tab } from './open-tab.ts';
import { starter } from './starter.ts';
import { layOutInTab, printInTab } from './tab.ts';

export interface PrinterOptions {
  readonly browser: FoundBrowser;
  readonly machine: Machine;
  /** Takes what the user should know, e.g. that the browser runs without its sandbox: whole sentences. */
  readonly note: (text: string) => void;
  /** How long one page may take, in milliseconds; a minute where nothing is given. */
  readonly limit?: number;
}

/**
 * Starts the browser. Printing rejects where the printer has been closed.
 * @throws OutsideError, as `print` does, where the browser does not start, dies twice over one page, or takes too long.
 */
export const openPrinter = async (options: PrinterOptions): Promise<Printer> => {
  const open = starter(options.browser, options.machine, options.note);
  let tab: Tab | null = await open();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const drop = async (): Promise<void> => {
    const last = tab;
    tab = null;
    await last?.end();
  };
  const attempt = async <T>(job: PrintJob, work: (tab: Tab) => Promise<T>): Promise<T> => {
    if (closed) throw new Error('The printer is closed');
    const current = (tab ??= await open());
    if (closed) await drop();
    try {
      return await inTime(Promise.race([work(current), current.death]), job, options.limit ?? 60_000);
    } catch (fault) {
      const died = current.isDead() && !closed;
      await drop();
      throw died ? new Died(job, fault) : fault;
    }
  };
  const inTurn = <T>(job: PrintJob, work: (tab: Tab) => Promise<T>): Promise<T> => {
    const done = queue.then(() =>
      attempt(job, work).catch((fault) =>
        fault instanceof Died ? attempt(job, work) : Promise.reject(fault),
      ),
    );
    queue = done.catch(() => {});
    return done;
  };
  return {
    print: (job) => inTurn(job, (tab) => printInTab(tab, job)),
    layOut: (job, enquire) => inTurn(job, (tab) => layOutInTab(tab, job, enquire())),
    close: async () => {
      closed = true;
      await drop();
      // A browser may be starting again for the job at hand.
      await queue;
    },
  };
};

/** The browser ended over a page that it might print at another try. */
class Died extends OutsideError {
  constructor({ path }: PrintJob, cause: unknown) {
    super(
      `The browser stopped while it printed \`${path}\`, and again at the second try.`,
      'See that the machine has memory to spare, and build again. Or set DESPATCH_CHROME to the path of another browser.',
      { cause },
    );
  }
}

const inTime = async <T>(work: Promise<T>, { path }: PrintJob, limit: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const text = `The browser took more than ${limit / 1000} s over \`${path}\`.`;
    const remedy =
      'Build again when the machine has less to do; if it comes back, look for something endless in the page.';
    timer = setTimeout(() => reject(new OutsideError(text, remedy)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
