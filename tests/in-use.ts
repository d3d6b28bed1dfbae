/** Takes out of memory what nothing leads to; tests are started so that they may (`vitest.config.ts`). */
export const clear = (): void => {
  if (!globalThis.gc) throw new Error('Node was started without --expose-gc');
  globalThis.gc();
};

/** The bytes in use once all that nobody holds is cleared away: of values, and of files' contents. */
export const inUse = (): { readonly values: number; readonly contents: number } => {
  // What the first time has found is given back by the second.
  clear();
  clear();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { values: heapUsed, contents: arrayBuffers };
};
