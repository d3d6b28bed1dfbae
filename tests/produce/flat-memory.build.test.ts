/** That a build holds of each document what it has to know of it, and no more: what it holds in the end is told for each. */

import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { forgetWords, isKnown } from '../../src/prose/dictionary.ts';
import type { World } from '../../src/world/world.ts';
import { inUse } from '../in-use.ts';
import { baseProject } from '../project.ts';
import { SEATS_CSV, withTables } from '../tables.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const PACK = 'sources/packs/bill.yaml';
const [HEAD = ''] = SEATS_CSV.split(/(?<=\n)/u);

/** A project with a brief for each of so many, which names them and their figures. */
const briefs = (count: number) => {
  const rows = Array.from({ length: count }, (_, index) => `S${index},Seat ${index},,,${index},${index},\n`);
  return withTables({
    [PACK]: (baseProject()[PACK] ?? '').replace(
      'headline: Keep families together',
      'recipients: seats\n    headline: What :field[name] owes to :field[children] children',
    ),
    'sources/data/seats.csv': HEAD + rows.join(''),
  });
};

/** What a build of so many briefs holds when all of them are made and nothing is given back yet; `again` after one that made the same. */
const heldIn = async (count: number, again = false) => {
  const world = memoryWorld(briefs(count));
  let held = { values: 0, contents: 0 };
  const output: World['output'] = {
    ...world.output,
    begin: async () => {
      const fresh = await world.output.begin();
      const publish = (): Promise<void> => {
        held = inUse();
        return fresh.publish();
      };
      // Whoever holds a file's bytes holds others than the folder.
      const write: typeof fresh.write = (path, content) =>
        fresh.write(path, content instanceof Uint8Array ? content.slice() : content);
      return { ...fresh, publish, write };
    },
  };
  for (let times = again ? 2 : 1; times; times -= 1) {
    const { messages } = await build({ ...world, output }, buildRequest({ formats: ['html'] }));
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
  const written = [...(world.written?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
  // The folder has what the one before made as well.
  return { values: held.values, contents: held.contents - written * (again ? 2 : 1) };
};

test.each([
  ['', false, 6_200],
  [' that follows another', true, 4_400],
])(
  'a build%s holds little of each document, and nothing of its files',
  { timeout: 60_000 },
  async (_, again, most) => {
    const [few, many] = [50, 350];
    // Tables that hold so much and no more are filled.
    await heldIn(many);
    const [less, more] = [await heldIn(few, again), await heldIn(many, again)];
    const perDocument = (of: keyof typeof more): number => (more[of] - less[of]) / (many - few);
    expect(perDocument('values')).toBeLessThan(most);
    expect(perDocument('contents')).toBeLessThan(1_000);
  },
);

test('a build keeps no dictionary once it has read the prose', async () => {
  await build(memoryWorld(briefs(1)), buildRequest({ formats: ['html'] }));
  const after = inUse().values;
  // A word that no other test has asked for: the words take 9 MB.
  expect(isKnown('unforgettinglyness')).toBe(false);
  expect(inUse().values - after).toBeGreaterThan(5_000_000);
  forgetWords();
  expect(inUse().values - after).toBeLessThan(1_000_000);
});
