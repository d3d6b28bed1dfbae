import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { Running } from '../../src/print/browser/launch.ts';
import { openTab } from '../../src/print/open-tab.ts';

/** A browser that dies over its first tab, which Puppeteer would wait for without end. */
const dying = (die: (browser: EventEmitter & { connected: boolean }) => void) => {
  const browser = Object.assign(new EventEmitter(), { connected: true });
  const ends: string[] = [];
  const running: Running = {
    browser: browser as unknown as Running['browser'],
    tab: () => new Promise(() => die(browser)),
    end: async () => void ends.push('ended'),
  };
  return { browser, running, ends };
};

test.each([
  ['before it is asked for a tab', 'before'],
  ['over its tab', 'over'],
])('a browser that dies %s is no longer waited for', { timeout: 5000 }, async (_when, when) => {
  const { browser, running, ends } = dying((one) => one.emit('disconnected'));
  if (when === 'before') Object.assign(browser, { connected: false });
  await expect(openTab(running, Promise.resolve(''))).rejects.toThrow('The browser has died');
  expect(ends).toEqual(['ended']);
});

test('who gives the tab is told of its death', async () => {
  const told: AbortSignal[] = [];
  const { running } = dying((one) => one.emit('disconnected'));
  const tab: Running['tab'] = (death) => {
    told.push(death);
    return running.tab(death);
  };
  await expect(openTab({ ...running, tab }, Promise.resolve(''))).rejects.toThrow('died');
  expect(told[0]?.aborted).toBe(true);
});
