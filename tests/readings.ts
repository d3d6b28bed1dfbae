import { keptReadings } from '../src/world/readings.ts';
import { load } from '../src/load/load.ts';
import { memo } from '../src/model/memo.ts';
import type { Files, Readings, Round, Store } from '../src/world/world.ts';

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

const read = new Map<string, Map<string, unknown>>();

/** Once for each name and key, whatever was read in between. */
const readOnce = <Reading>(name: string, key: string, reading: () => Reading): Reading => {
  const known = memo(read, name, () => new Map<string, unknown>());
  // The name and the key say of what it is the reading, and so of what type.
  return memo(known, key, reading) as Reading;
};

const SHARED: Round = {
  of: (name, key, reading) => readOnce(name, key, () => frozen(reading())),
  awaited: (name, key, reading) => readOnce(name, key, async () => frozen(await reading())),
  end: async () => {},
};

/** For tests of other things: what one has read, the others need not read again. */
export const sharedReadings: Readings = { begin: async () => SHARED };

/** Loads a project, without reading again what another test has read. */
export const loadShared = (files: Files): ReturnType<typeof load> => load(files, SHARED);
