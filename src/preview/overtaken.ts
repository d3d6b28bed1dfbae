/** Work that the next save overtakes: what it would have come to is of no use to anybody then. */

import { setImmediate } from 'node:timers/promises';

/** Thrown where something newer is due. */
export class Overtaken extends Error {}

/** Waits for work while nothing newer is due; then the work goes on unheard. */
export const unlessOvertaken = <Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const give = (): void => reject(new Overtaken());
    if (signal.aborted) give();
    signal.addEventListener('abort', give);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });

/** Lets whatever waits be done in between; throws where something newer is due. */
export const pausing = (signal: AbortSignal) => async (): Promise<void> => {
  await setImmediate();
  if (signal.aborted) throw new Overtaken();
};
