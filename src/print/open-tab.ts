import type { CDPSession, Page } from 'puppeteer';
import type { Running } from './browser/launch.ts';
import { whileAlive } from './browser/while-alive.ts';
import { type BlockedNetwork, blockNetwork } from './block-network.ts';
import { type Traffic, watch } from './traffic.ts';

/** A browser's one tab, sealed and ready to print. */
export interface Tab {
  readonly page: Page;
  /** Puppeteer's own: one beside it would undo what is emulated, with the next empty page. */
  readonly session: CDPSession;
  /** Of its only frame. */
  readonly frameId: string;
  readonly network: BlockedNetwork;
  readonly traffic: Traffic;
  /** Goes to an empty page that can be asked (`in-page/interface.ts`); of what was loaded before nothing is left. */
  readonly renew: () => Promise<void>;
  /** Is aborted when the browser ends or the tab crashes. */
  readonly death: AbortSignal;
  /** Leaves the browser; one that was started for it ends. */
  readonly end: () => Promise<void>;
}

/** Seals the tab that is ours in a browser; `inPage` is the script that runs in its pages. */
export const openTab = async ({ browser, tab, end }: Running, inPage: Promise<string>): Promise<Tab> => {
  const death = new AbortController();
  const die = (): void => death.abort(new Error('The browser has died'));
  browser.once('disconnected', die);
  if (!browser.connected) die();
  const opened = async (): Promise<Tab> => {
    const page = await tab(death.signal);
    page.once('error', die);
    return { ...(await sealed(page, inPage)), death: death.signal, end };
  };
  try {
    return await whileAlive(opened(), death.signal);
  } catch (fault) {
    await end();
    throw fault;
  }
};

const sealed = async (page: Page, inPage: Promise<string>): Promise<Omit<Tab, 'death' | 'end'>> => {
  await page.emulateMediaType('print');
  const network = await blockNetwork(page);
  const asked = new Promise<CDPSession>((resolve) => page.once('request', ({ client }) => resolve(client)));
  const renew = async (): Promise<void> => {
    await network.empty();
    await page.evaluate(await inPage);
  };
  await renew();
  const session = await asked;
  const { frameTree } = await session.send('Page.getFrameTree');
  return { page, session, frameId: frameTree.frame.id, network, traffic: watch(session), renew };
};
