import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { World } from '../../src/world/world.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

test('whatever else there is to do is done between one file and the next that is searched', async () => {
  const world = memoryWorld(baseProject());
  let turns = 0;
  let timer = setImmediate(function next() {
    turns += 1;
    timer = setImmediate(next);
  });
  const read: number[] = [];
  const output: World['output'] = {
    ...world.output,
    begin: async () => {
      const fresh = await world.output.begin();
      return { ...fresh, read: (path) => (read.push(turns), fresh.read(path)) };
    },
  };
  await build({ ...world, output }, buildRequest({ formats: ['html'] }));
  clearImmediate(timer);
  expect(read.length).toBeGreaterThan(2);
  expect(new Set(read).size).toBe(read.length);
});
