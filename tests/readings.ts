import { keptReadings } from '../src/world/readings.ts';
import { load } from '../src/load/load.ts';
import type { Files, Readings, Store } from '../src/world/world.ts';

/** Readings that nobody can change, as nobody may: the next load is given the same. */
export const frozenReadings = (store: Store | null = null, code = 'code'): Readings => {
  const readings = keptReadings(store, async () => code);
  return {
    begin: async () => {
      const round = await readings.begin();
      return {
        ...round,
        of: (...asked) => frozen(round.of(...asked)),
        awaited: async (...asked) => frozen(await round.awaited(...asked)),
      };
    },
  };
};

const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map ? value : Object.values(value)) frozen(part);
  return value;
};

/** For tests of other things: what one has read, the others need not read again. */
export const sharedReadings: Readings = frozenReadings();

/** Loads a project, without reading again what another test has read. */
export const loadShared = async (files: Files): ReturnType<typeof load> => {
  const round = await sharedReadings.begin();
  const told = await load(files, round);
  await round.end();
  return told;
};
