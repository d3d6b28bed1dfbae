/** Takes out of memory what nothing leads to; tests are started so that they may (`vitest.config.ts`). */
export const clear = (): void => {
  if (!globalThis.gc) throw new Error('Node was started without --expose-gc');
  globalThis.gc();
};

/** The bytes that values take once all that nobody holds is cleared away. */
export const valuesInUse = (): number => {
  clear();
  return process.memoryUsage().heapUsed;
};

/** The bytes in use then: of values, and of files' contents. */
export const inUse = (): { readonly values: number; readonly contents: number } => {
  // What is found to hold no contents any more gives them back the next time.
  clear();
  const values = valuesInUse();
  return { values, contents: process.memoryUsage().arrayBuffers };
};
