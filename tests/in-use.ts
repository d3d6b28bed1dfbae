/** Takes out of memory what nothing leads to; tests are started so that they may (`vitest.config.ts`). */
export const clear = (): void => {
  if (!globalThis.gc) throw new Error('Node was started without --expose-gc');
  globalThis.gc();
};

/** The bytes that values take once all that nobody holds is cleared away. */
export const valuesInUse = (): number => {
  // What the first time has found is given back by the second: some megabytes.
  clear();
  clear();
  return process.memoryUsage().heapUsed;
};

/** The bytes in use then: of values, and of files' contents. */
export const inUse = (): { readonly values: number; readonly contents: number } => ({
  values: valuesInUse(),
  contents: process.memoryUsage().arrayBuffers,
});
