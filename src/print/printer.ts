/**
 * The printer: browsers of this machine or elsewhere, with one tab each, which print side by side. The first starts with the printer, each other when
 * a job finds none free; one that dies is started again for the job that it had.
 */

import { clearTemporary } from '../world/leftovers.ts';
import type { PrintJob, Printer } from '../world/world.ts';
import type { FoundBrowser, Machine, RemoteBrowsers } from './browser/machine.ts';
import { reach } from './browser/remote.ts';
import { openTab, type Tab } from './open-tab.ts';
import { inPageScript } from './in-page-script.ts';
import { Pool } from './pool.ts';
import { RestartingTab } from './restarting-tab.ts';
import { starter } from './starter.ts';
import { layOutInTab, printInTab } from './tab.ts';

export interface PrinterOptions {
  readonly browser: FoundBrowser | RemoteBrowsers;
  readonly machine: Machine;
  /** Takes what the user should know, e.g. that the browser runs without its sandbox: whole sentences. */
  readonly note: (text: string) => void;
  /** How long one page may take, in milliseconds; a minute where nothing is given. */
  readonly limit?: number;
}

/**
 * Starts the first browser. Printing rejects where the printer has been closed.
 * @throws OutsideError, as `print` does, where a browser does not start, dies twice over one page, or takes too long.
 */
export const openPrinter = async ({
  browser,
  machine,
  note,
  limit = 60_000,
}: PrinterOptions): Promise<Printer> => {
  const inPage = inPageScript();
  // It is bundled while the browser starts, and missed where that has.
  inPage.catch(() => {});
  await clearTemporary(machine.temp, machine.processes);
  const openers =
    browser.origin === 'remote'
      ? browser.endpoints.map((endpoint) => async () => openTab(await reach(endpoint), inPage))
      : Array<() => Promise<Tab>>(machine.browsers).fill(starter(browser, machine, note, inPage));
  const tabs = openers.map((open) => new RestartingTab(open, limit));
  const pool = new Pool(tabs);
  const run = <T>({ path }: PrintJob, work: (tab: Tab) => Promise<T>): Promise<T> =>
    pool.run((tab) => tab.run(path, work));
  // Whether the machine allows a sandbox is found out by the first alone.
  await tabs[0]?.start();
  return {
    print: (job) => run(job, (tab) => printInTab(tab, job)),
    layOut: (job, enquire) => run(job, (tab) => layOutInTab(tab, job, enquire())),
    close: async () => {
      await Promise.all(tabs.map((tab) => tab.close()));
    },
  };
};
