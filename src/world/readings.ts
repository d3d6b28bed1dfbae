/** Readings kept in memory for the next load of this process, and in the store for the next process. */

import { deserialize, serialize } from 'node:v8';
import { lazy } from '../model/memo.ts';
import type { Readings, Round, Store } from './world.ts';

/** One reading. */
interface KeptReading {
  /** What tells it from any other of its file. */
  readonly key: string;
  readonly value: () => unknown;
  /** As the store has it; null where it is for this process alone. */
  readonly bytes: (() => Uint8Array) | null;
}

type ReadingsByFile = ReadonlyMap<string, KeptReading>;

/** As they lie in the store; the readings of another despatch mean nothing. */
interface StoredReadings {
  readonly code: string;
  readonly files: ReadonlyMap<string, readonly [key: string, bytes: Uint8Array]>;
}

type Shelf = Pick<Store, 'readings' | 'keepReadings'>;

/** A round that keeps nothing and knows nothing. */
export const FRESH: Round = {
  of: (_name, _key, read) => read(),
  awaited: (_name, _key, read) => read(),
  end: async () => {},
};

/** Readings by one despatch, which `code` tells from others; without a store they are of this process alone. */
export const keptReadings = (store: Shelf | null, code: () => Promise<string>): Readings => {
  let last: Promise<ReadingsByFile> | null = null;
  return {
    begin: async () => {
      const before = await (last ??= store ? storedIn(store, code) : Promise.resolve(new Map()));
      return new KeptRound(before, async (now) => {
        last = Promise.resolve(now);
        if (store && !isSame(lasting(before), lasting(now))) await putInto(store, await code(), now);
      });
    },
  };
};

class KeptRound implements Round {
  readonly #before: ReadingsByFile;
  readonly #now = new Map<string, KeptReading>();
  readonly end: () => Promise<void>;

  constructor(before: ReadingsByFile, end: (now: ReadingsByFile) => Promise<void>) {
    this.#before = before;
    this.end = () => end(this.#now);
  }

  // The name and the key say of what it is the reading, and so of what type.

  of: Round['of'] = (name, key, read, lasts) =>
    this.#keep(name, this.#find(name, key) ?? fresh(key, read(), lasts)) as ReturnType<typeof read>;

  awaited: Round['awaited'] = async (name, key, read) =>
    this.#keep(name, this.#find(name, key) ?? fresh(key, await read())) as Awaited<ReturnType<typeof read>>;

  #find(name: string, key: string): KeptReading | undefined {
    return [this.#now.get(name), this.#before.get(name)].find((kept) => kept?.key === key);
  }

  #keep(name: string, kept: KeptReading): unknown {
    this.#now.set(name, kept);
    return kept.value();
  }
}

const storedIn = async (store: Shelf, code: () => Promise<string>): Promise<ReadingsByFile> => {
  const [bytes, today] = await Promise.all([store.readings(), code()]);
  const record = bytes && recordIn(bytes);
  if (record?.code !== today) return new Map();
  return new Map(Array.from(record.files, ([file, [key, own]]) => [file, stored(key, own)]));
};

/** Null where another version of Node wrote it. */
const recordIn = (bytes: Uint8Array): StoredReadings | null => {
  try {
    return deserialize(bytes) as StoredReadings;
  } catch {
    return null;
  }
};

const putInto = async (store: Shelf, code: string, known: ReadingsByFile): Promise<void> => {
  const files = new Map(
    [...known].flatMap(([file, { key, bytes }]) => (bytes ? [[file, [key, bytes()]] as const] : [])),
  );
  await store.keepReadings(serialize({ code, files } satisfies StoredReadings));
};

const lasting = (known: ReadingsByFile): ReadingsByFile =>
  new Map([...known].filter(([, { bytes }]) => bytes));

const isSame = (one: ReadingsByFile, other: ReadingsByFile): boolean =>
  one.size === other.size && [...one].every(([file, kept]) => other.get(file) === kept);

const stored = (key: string, bytes: Uint8Array): KeptReading => ({
  key,
  value: lazy(() => deserialize(bytes) as unknown),
  bytes: () => bytes,
});

const fresh = <Reading>(
  key: string,
  value: Reading,
  lasts: (reading: Reading) => boolean = () => true,
): KeptReading => ({
  key,
  value: () => value,
  bytes: lasts(value) ? lazy(() => serialize(value)) : null,
});
