import { byCodeUnit } from '../diagnostics/order.ts';
import type { Files } from './world.ts';

/** A project's files as they would be: with other texts, by path, and some at other paths, which stand behind the old. */
export const laidOver = (
  files: Files,
  texts: ReadonlyMap<string, string>,
  moved: ReadonlyMap<string, string> = new Map(),
): Files => ({
  ...files,
  list: async (globs) =>
    (await files.list(globs)).map((path) => moved.get(path) ?? path).toSorted(byCodeUnit),
  read: async (path) => {
    const text = texts.get(path);
    if (text !== undefined) return new TextEncoder().encode(text);
    return moved.has(path) ? null : files.read(path);
  },
});
