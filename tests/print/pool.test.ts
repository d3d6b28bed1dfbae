import * as fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Pool } from '../../src/print/pool.ts';

/** So many turns of the event loop. */
const wait = async (turns: number): Promise<void> => {
  for (let turn = 0; turn <= turns; turn += 1) await setImmediate();
};

test('jobs begin in their order, each with a member that does no other, as many at once as there are members', async () => {
  const jobs = fc.array(fc.record({ takes: fc.integer({ min: 0, max: 3 }), fails: fc.boolean() }));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), jobs, async (size, all) => {
      const members = Array.from({ length: size }, (_, index) => ({ index, busy: false }));
      const pool = new Pool(members);
      const begun: number[] = [];
      let most = 0;
      const ends = await Promise.allSettled(
        all.map(({ takes, fails }, index) =>
          pool.run(async (member) => {
            expect(member.busy).toBe(false);
            member.busy = true;
            begun.push(index);
            most = Math.max(most, members.filter(({ busy }) => busy).length);
            await wait(takes);
            member.busy = false;
            if (fails) throw new Error(`job ${index}`);
            return index;
          }),
        ),
      );
      expect(begun).toEqual(all.map((_, index) => index));
      expect(most).toBe(Math.min(size, all.length));
      expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual(
        all.map(({ fails }, index) => (fails ? `Error: job ${index}` : index)),
      );
    }),
    { numRuns: 40 },
  );
});

test('jobs one after the other are all done by the first member', async () => {
  const pool = new Pool(['first', 'second']);
  const members: string[] = [];
  for (let job = 0; job < 3; job += 1) members.push(await pool.run(async (member) => member));
  expect(members).toEqual(['first', 'first', 'first']);
});
