import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { below } from './processes.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const USAGE = fileURLToPath(new URL('./usage.ts', import.meta.url));

/** What the first line of `main.ts` and `npm start` say to Node. */
const AS_STARTED = ['--max-semi-space-size=16'];

/** What the first line says to the system. */
const SURROUNDINGS = { MALLOC_ARENA_MAX: '1' };

/** What a command takes, start to end. */
export interface Cost {
  readonly seconds: number;
  /** What its own process kept the processors busy for. */
  readonly processorSeconds: number;
  /** The most that its own process held at a time. */
  readonly megabytes: number;
  /** The most that its browsers held together, of memory that no other process shares; null where nobody can tell. */
  readonly browserMegabytes: number | null;
}

/** Runs a command as users do. @throws Error with what it says, where it does not end with 0. */
export const costOf = async (args: readonly string[]): Promise<Cost> => {
  const folder = mkdtempSync(join(tmpdir(), 'despatch-cost-'));
  const file = join(folder, 'usage.json');
  const begun = performance.now();
  const child = spawn(process.execPath, [...AS_STARTED, '--import', USAGE, MAIN, ...args], {
    env: { ...process.env, ...SURROUNDINGS, DESPATCH_USAGE: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let browsers = 0;
  const watch = setInterval(() => (browsers = Math.max(browsers, privateBelow(child.pid ?? 0))), 500);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(`despatch ${args.join(' ')}: ${status}\n${said}`);
  const usage = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage;
  rmSync(folder, { recursive: true });
  return {
    seconds,
    processorSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: usage.maxRSS / 1024,
    browserMegabytes: browsers || null,
  };
};

/** The megabytes of all processes below one that belong to each alone, as Linux tells. */
const privateBelow = (pid: number): number => {
  if (!existsSync('/proc')) return 0;
  const held = below(pid).map((one) => {
    try {
      const status = readFileSync(`/proc/${one.pid}/status`, 'utf8');
      return Number(/^RssAnon:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return held.reduce((sum, one) => sum + one, 0) / 1024;
};

/** Prints figures as readers of benchmarks want them: each to three digits. */
export const tell = (figures: unknown): void => {
  const shown = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(3)) : value;
  process.stdout.write(`${JSON.stringify(figures, shown, 2)}\n`);
};
