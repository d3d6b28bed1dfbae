/** The processes of the machine, as Linux tells of them. */

import { readdirSync, readFileSync } from 'node:fs';

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

/** Every process that runs. */
export const running = (): readonly Running[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        const parent = Number(/\) \S (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(pid), parent, args }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });

/** The processes below one. */
export const below = (pid: number): readonly Running[] => {
  const all = running();
  const of = (parent: number): readonly Running[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...of(one.pid)]);
  return of(pid);
};
