import { readdirSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { filesBelow, onDisk } from '../on-disk.ts';
import { until } from '../print/press.ts';
import { baseProject } from '../project.ts';
import { despatch } from './command.ts';
import { below, running } from './processes.ts';

const DOCUMENTS = 100;
const KILLS = 10;

const project = (): Promise<string> => {
  const editions = Array.from(
    { length: DOCUMENTS },
    (_, index) => `  mp-${index}: { audience: mp, headline: Brief ${index} of a hundred }\n`,
  );
  return onDisk({
    ...baseProject(),
    'sources/packs/bill.yaml': `title: Long\ndate: 2025-01-16\ntopics: [children, funding]\neditions:\n${editions.join('')}`,
  });
};

/** How many PDFs lie in the output folder that a build is filling. */
const printed = (root: string): number => {
  const fresh = readdirSync(root).find((name) => name.startsWith('output.new-'));
  try {
    return readdirSync(join(root, fresh ?? '', 'bill')).filter((name) => name.endsWith('.pdf')).length;
  } catch {
    return 0;
  }
};

/** Kills a browser of a process each time that so many documents more are done; gives the killed. */
const killBrowsers = async (root: string, pid: number, killed: Set<number>): Promise<void> => {
  while (killed.size < KILLS && running().some((one) => one.pid === pid)) {
    const browsers = below(pid).filter(
      ({ args }) => args.includes('--user-data-dir=') && !args.includes('--type='),
    );
    const one = browsers[killed.size % browsers.length];
    if (one && !killed.has(one.pid) && printed(root) > (killed.size * DOCUMENTS) / (KILLS + 1)) {
      process.kill(one.pid, 'SIGKILL');
      killed.add(one.pid);
    }
    await wait(20);
  }
};

test.runIf(process.platform === 'linux')(
  `a build of ${DOCUMENTS} documents whose browser is killed ${KILLS} times gives what an undisturbed one does, and leaves nothing`,
  async () => {
    const [root, temp] = [await project(), await mkdtemp(join(tmpdir(), 'despatch-killed-'))];
    const build = ['build', '--no-cache'];
    expect(await despatch(root, [...build, '--out', 'right'])).toMatchObject({ status: 0 });
    const killed = new Set<number>();
    const { status, err } = await despatch(root, build, { TMPDIR: temp }, ({ pid = 0 }) => {
      void killBrowsers(root, pid, killed);
    });
    expect(status, err).toBe(0);
    expect(killed.size).toBe(KILLS);
    const [right, found] = [await filesBelow(join(root, 'right')), await filesBelow(join(root, 'output'))];
    expect([...right.keys()].filter((path) => path.endsWith('.pdf'))).toHaveLength(DOCUMENTS);
    expect(found).toEqual(right);
    await until(() => !running().some(({ args }) => args.includes(temp)));
    expect(await readdir(temp)).toEqual([]);
    expect((await readdir(root)).filter((name) => name.startsWith('output'))).toEqual(['output']);
  },
);
