/** A printer is opened once and closed once, however often either is asked for. */

import { expect, test, vi } from 'vitest';
import { Press } from '../../src/produce/press.ts';
import type { Printer } from '../../src/world/world.ts';

/** A press whose printer ends when it is let go. */
const newPress = (opened: () => Promise<void> = async () => {}) => {
  const events: string[] = [];
  let end = (): void => {};
  const letGo = new Promise<void>((resolve) => {
    end = resolve;
  });
  const printer = {
    close: async () => {
      events.push('closing');
      await letGo;
      events.push('closed');
    },
  };
  const press = new Press({
    openPrinter: async () => {
      events.push('opening');
      await opened();
      return printer as Printer;
    },
  });
  return { press, events, end: () => end() };
};

test('all who ask get the same printer, which was opened for the first', async () => {
  const { press, events } = newPress();
  press.warm();
  expect(await press.open()).toBe(await press.open());
  expect(events).toEqual(['opening']);
});

test('it is closed once, and whoever asks for that later waits until it is', async () => {
  const { press, events, end } = newPress();
  await press.open();
  const [first, second] = [press.close(), press.close()];
  await vi.waitFor(() => expect(events).toEqual(['opening', 'closing']));
  const told = second.then(() => events.push('told'));
  end();
  await Promise.all([first, told]);
  expect(events).toEqual(['opening', 'closing', 'closed', 'told']);
});

test('where none was opened, or could be, there is none to close', async () => {
  const { press, events } = newPress();
  await press.close();
  expect(events).toEqual([]);
  const broken = newPress(() => Promise.reject(new Error('no browser')));
  broken.press.warm();
  await broken.press.close();
  expect(broken.events).toEqual(['opening']);
  await expect(broken.press.open()).rejects.toThrow('no browser');
});
