import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer';

/** What a tab loads, as its renderer tells it. */
export interface Traffic {
  /** Begins to watch. */
  readonly mark: () => void;
  /** Whether anything has been asked for since the mark; answers when all of it has come or been refused. */
  readonly late: () => Promise<boolean>;
}

/** Watches a tab over its session, whose messages come in the order of what happens in the tab. */
export const watch = (session: CDPSession): Traffic => {
  const open = new Set<string>();
  let asked = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    // Chrome's own pictures have addresses that hold them.
    if (request.url.startsWith('data:')) return;
    asked += 1;
    open.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId }) => open.delete(requestId));
  session.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  return {
    mark: () => {
      asked = 0;
      open.clear();
    },
    late: async () => {
      await next(session);
      while (open.size) {
        await setTimeout(1);
        await next(session);
      }
      return asked > 0;
    },
  };
};

/** An answer from the tab: whatever it told before has arrived then. */
const next = (session: CDPSession): Promise<unknown> =>
  session.send('Runtime.evaluate', { expression: 'document.body.offsetHeight' });
