import { byCodeUnit } from '../src/diagnostics/order.ts';
import { sha256 } from '../src/model/hash.ts';
import { memo } from '../src/model/memo.ts';
import type { Request } from '../src/commands/request.ts';
import type { Files, Packages, Printer, Readings, Store, World } from '../src/world/world.ts';
import { installedPackages } from '../src/world/installed-packages.ts';
import { memoryFiles, type Contents } from './project.ts';
import { frozenReadings, sharedReadings } from './readings.ts';

const whole = (content: Uint8Array | Iterable<Uint8Array>): Uint8Array =>
  content instanceof Uint8Array ? content : new Uint8Array(Buffer.concat([...content]));

/** A world in memory; what a build writes is in `written`, null until it has written. */
export interface MemoryWorld extends World {
  written: ReadonlyMap<string, Uint8Array> | null;
}

const installed = installedPackages('.');
const read = new Map<string, Promise<Uint8Array | null>>();

/** The packages that are installed: each file is read once for all worlds, so that a font is looked through once. */
export const PACKAGES: Packages = {
  read: (specifier) => memo(read, specifier, () => installed.read(specifier)),
};

const noPrinter = (): Promise<Printer> => Promise.reject(new Error('this test prints nothing'));

/** A request to build everything, unless it is to be another. */
export const buildRequest = (over: Partial<Request> = {}): Request => ({
  packs: [],
  audiences: [],
  formats: [],
  version: '1',
  today: '2025-01-16',
  ...over,
});

/** A world with these files; the output folder holds `before`. */
export const memoryWorld = (
  contents: Contents,
  over: {
    before?: ReadonlyMap<string, Uint8Array>;
    openPrinter?: () => Promise<Printer>;
    files?: Files;
    store?: Store;
    readings?: Readings;
  } = {},
): MemoryWorld => {
  const held = (): ReadonlyMap<string, Uint8Array> => world.written ?? over.before ?? new Map();
  const world: MemoryWorld = {
    files: over.files ?? memoryFiles(contents),
    packages: PACKAGES,
    output: {
      unfit: async () => null,
      recover: async () => {},
      read: async (path) => held().get(path) ?? null,
      list: async () => [...held().keys()].toSorted(byCodeUnit),
      hash: async (path) => {
        const bytes = held().get(path);
        return bytes ? sha256(bytes) : null;
      },
      begin: async () => {
        const [old, files] = [held(), new Map<string, Uint8Array>()];
        return {
          write: async (path, content) => void files.set(path, files.get(path) ?? whole(content)),
          keep: async (path) => {
            const bytes = old.get(path);
            if (bytes) files.set(path, files.get(path) ?? bytes);
            return bytes !== undefined;
          },
          alias: async (path, name) => {
            const bytes = files.get(path);
            if (bytes) files.set(name, files.get(name) ?? bytes);
          },
          read: async (path) => files.get(path) ?? null,
          paths: () => [...files.keys()],
          publish: async () => {
            world.written = files;
          },
          discard: async () => {},
        };
      },
    },
    store: over.store ?? null,
    readings: over.readings ?? (over.store ? frozenReadings(over.store) : sharedReadings),
    engine: async () => 'engine',
    openPrinter: over.openPrinter ?? noPrinter,
    browsers: 2,
    progress: () => {},
    written: null,
  };
  return world;
};

/** The text of a file that a build wrote. */
export const textOf = (files: ReadonlyMap<string, Uint8Array> | null, path: string): string =>
  new TextDecoder().decode(files?.get(path));
