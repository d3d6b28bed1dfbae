/**
 * Fails where what does the work dies over it: Puppeteer may wait for ever for a browser that is gone. A race with a promise
 * that lasts as long as a tab would keep what each of its jobs gave.
 */
export const whileAlive = <R>(work: Promise<R>, death: AbortSignal): Promise<R> =>
  new Promise((resolve, reject) => {
    const die = (): void => reject(death.reason as Error);
    if (death.aborted) die();
    death.addEventListener('abort', die);
    work.then(resolve, reject).finally(() => death.removeEventListener('abort', die));
  });
