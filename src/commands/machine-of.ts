import { availableParallelism, homedir, tmpdir } from 'node:os';
import type { Machine } from '../print/browser/machine.ts';

/** More would wait for Node, which takes nearly as long over a brief as a browser does; and each takes 200 MB. */
const MOST_BROWSERS = 4;

/** The machine on which a process runs. */
export const machineOf = (host: NodeJS.Process): Machine => ({
  variables: host.env,
  platform: host.platform,
  arch: host.arch,
  home: homedir(),
  browsers: Math.min(availableParallelism(), MOST_BROWSERS),
  temp: tmpdir(),
  user: host.getuid?.() ?? null,
  processes: { own: host.pid, isAlive: (number) => isAlive(host, number) },
});

/** Signal 0 is none: it asks. One that may not be asked is alive. */
const isAlive = (host: NodeJS.Process, number: number): boolean => {
  try {
    return host.kill(number, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
};
