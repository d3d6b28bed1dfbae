import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const clear = runInNewContext('gc') as () => void;

/** The bytes in use once all that nobody holds is cleared away: of values, and of files' contents. */
export const inUse = (): { readonly values: number; readonly contents: number } => {
  // What the first time has found is given back by the second.
  clear();
  clear();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { values: heapUsed, contents: arrayBuffers };
};
