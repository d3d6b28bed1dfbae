import * as fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sideBySide } from '../../src/produce/side-by-side.ts';

/** So many turns of the event loop. */
const wait = async (turns: number): Promise<void> => {
  for (let turn = 0; turn <= turns; turn += 1) await setImmediate();
};

const most = fc.integer({ min: 1, max: 4 });
const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });

test('values come in the order of their items, and no more are made at once than are allowed', async () => {
  await fc.assert(
    fc.asyncProperty(most, times, async (allowed, items) => {
      let [now, peak] = [0, 0];
      const begun: number[] = [];
      const values = await sideBySide([...items.entries()], allowed, async ([index, ticks]) => {
        begun.push(index);
        now += 1;
        peak = Math.max(peak, now);
        await wait(ticks);
        now -= 1;
        return index;
      });
      const order = items.map((_, index) => index);
      expect([values, begun]).toEqual([order, order]);
      expect(peak).toBe(Math.min(allowed, items.length));
    }),
    { numRuns: 40 },
  );
});

test('a fault is thrown when all that was begun has ended; nothing is begun after it', async () => {
  const ended: string[] = [];
  const made = sideBySide(['slow', 'fails', 'never'], 2, async (name) => {
    if (name === 'fails') throw new Error('no');
    await wait(20);
    ended.push(name);
  });
  await expect(made).rejects.toThrow('no');
  expect(ended).toEqual(['slow']);
});
