import { memo } from '../model/memo.ts';
import type { Files } from '../world/world.ts';

/** How many files are read at once: more keep no disk busier. */
const AT_ONCE = 8;

/** The same files, of which these are read in their order before they are asked for. */
export const readAhead = (files: Files, paths: readonly string[]): Files => {
  const wanted = new Set(paths);
  const reads = new Map<string, Promise<Uint8Array | null>>();
  const read = (path: string) =>
    wanted.has(path) ? memo(reads, path, () => files.read(path)) : files.read(path);
  const rest = paths.values();
  const work = async (): Promise<void> => {
    for (const path of rest) await read(path);
  };
  // Whoever asks for a file hears of a fault.
  for (let some = 0; some < AT_ONCE; some += 1) work().catch(() => {});
  return { ...files, read };
};
