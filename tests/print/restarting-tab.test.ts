import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { OutsideError } from '../../src/diagnostics/outside.ts';
import { RestartingTab, type LiveTab } from '../../src/print/restarting-tab.ts';
import { clear } from '../in-use.ts';

interface FakeTab extends LiveTab {
  readonly number: number;
  readonly die: () => void;
}

/** Opens tabs that die when they are told to, and keeps what has been opened and ended. */
const fakes = () => {
  const opened: FakeTab[] = [];
  const ended: number[] = [];
  const open = async (): Promise<FakeTab> => {
    const number = opened.length + 1;
    const death = new AbortController();
    const die = (): void => death.abort(new Error('The browser has died'));
    const end = async (): Promise<void> => {
      ended.push(number);
      die();
    };
    const tab = { number, death: death.signal, end, die };
    opened.push(tab);
    return tab;
  };
  return { opened, ended, open };
};

const numberOf = async ({ number }: FakeTab): Promise<number> => number;
const forEver = (): Promise<never> => new Promise(() => {});
const fault = (failed: Promise<unknown>): Promise<Error> =>
  failed.then(
    () => expect.fail('It was done'),
    (error: Error) => error,
  );

describe('a tab', () => {
  test('keeps nothing of what its jobs have given', async () => {
    const { open } = fakes();
    const tab = new RestartingTab(open, 1000);
    const given = new WeakRef(await tab.run('a', async () => ({ bytes: new Uint8Array(1) })));
    await setImmediate();
    clear();
    expect(given.deref()).toBeUndefined();
    expect(await tab.run('b', numberOf)).toBe(1);
  });

  test('that refuses a job because it is dying is started again', async () => {
    const { opened, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    const work = async (own: FakeTab): Promise<number> => {
      if (own.number > 1) return own.number;
      setTimeout(own.die, 20);
      throw new Error('Printing failed');
    };
    expect(await tab.run('a', work)).toBe(2);
    expect(opened).toHaveLength(2);
  });

  test('opens with the first job, and stays open', async () => {
    const { opened, ended, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    expect(opened).toHaveLength(0);
    expect([await tab.run('a', numberOf), await tab.run('b', numberOf)]).toEqual([1, 1]);
    expect(ended).toEqual([]);
  });

  test('makes room for another after a thousand jobs, so that what they leave in it does not grow', async () => {
    const { ended, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    const numbers = new Map<number, number>();
    for (let job = 0; job < 2500; job += 1) {
      const number = await tab.run('a', numberOf);
      numbers.set(number, (numbers.get(number) ?? 0) + 1);
    }
    expect([...numbers]).toEqual([
      [1, 1000],
      [2, 1000],
      [3, 500],
    ]);
    expect(ended).toEqual([1, 2]);
  });

  test('that dies over a job is opened again for it', async () => {
    const { ended, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    const done = tab.run('a', async (one) => {
      if (one.number > 1) return one.number;
      one.die();
      return forEver();
    });
    expect(await done).toBe(2);
    expect(ended).toEqual([1]);
    expect(await tab.run('b', numberOf)).toBe(2);
  });

  test('that dies three times over a job gives it up, and serves the next', async () => {
    const { ended, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    const error = await fault(
      tab.run('pack/mp.html', (one) => {
        one.die();
        return forEver();
      }),
    );
    expect(error).toBeInstanceOf(OutsideError);
    expect(error.message).toMatch(/stopped while it printed `pack\/mp\.html`, at each of 3 tries/u);
    expect(ended).toEqual([1, 2, 3]);
    expect(await tab.run('b', numberOf)).toBe(4);
  });

  test('in which a job fails is ended, and the job not tried again', async () => {
    const { opened, ended, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const failed = fault(tab.run('a', () => Promise.reject(new Error('no'))));
    await vi.runAllTimersAsync();
    const error = await failed;
    expect(error.message).toBe('no');
    expect([opened.length, ended]).toEqual([1, [1]]);
    expect(await tab.run('b', numberOf)).toBe(2);
  });

  test('that takes too long over a job is ended, and the page named', async () => {
    const { ended, open } = fakes();
    const tab = new RestartingTab(open, 20);
    const error = await fault(tab.run('pack/mp.html', forEver));
    expect(error).toBeInstanceOf(OutsideError);
    expect(error.message).toBe('The browser took more than 0.02 s over `pack/mp.html`.');
    expect(ended).toEqual([1]);
  });

  test.each([
    ['once, such as one that is killed meanwhile, is opened again', 1, [2]],
    ['twice fails the job, and is tried anew for the next', 2, ['no 2', 3]],
  ])('that does not open %s', async (_, failures, results) => {
    const { open } = fakes();
    let tries = 0;
    const tab = new RestartingTab(async () => {
      tries += 1;
      if (tries <= failures) throw new Error(`no ${tries}`);
      return open();
    }, 1000);
    const job = () => tab.run('a', async () => tries).catch((failed: Error) => failed.message);
    for (const result of results) expect(await job()).toBe(result);
  });

  test('that is closed ends with the job at hand, opens no other, and does no more', async () => {
    const { opened, ended, open } = fakes();
    const tab = new RestartingTab(open, 1000);
    await tab.start();
    const done = fault(tab.run('a', forEver));
    await tab.close();
    expect((await done).message).toBe('The browser has died');
    expect((await fault(tab.run('b', numberOf))).message).toContain('closed');
    expect([opened.length, ended]).toEqual([1, [1]]);
  });

  test('that is closed while it opens is ended', async () => {
    const { opened, ended, open } = fakes();
    const tab = new RestartingTab(open, 1_000_000);
    const done = fault(tab.run('a', forEver));
    await tab.close();
    await done;
    expect(opened.map(({ number }) => number)).toEqual(ended);
  });
});
