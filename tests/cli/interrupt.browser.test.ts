import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { despatch } from './command.ts';
import { below, running } from './processes.ts';

/** A project with so many editions that its build is still printing when it is interrupted. */
const longProject = (): Promise<string> => {
  const contents = baseProject();
  const editions = Array.from({ length: 400 }, (_, index) => `  mp-${index}: { audience: mp }\n`).join('');
  contents['sources/packs/bill.yaml'] =
    `title: Long\ndate: 2025-01-16\ntopics: [children, funding]\neditions:\n${editions}`;
  return onDisk(contents);
};

const started = async (pid: number): Promise<void> => {
  while (!below(pid).some(({ args }) => args.includes('--type=renderer')))
    await new Promise((wake) => setTimeout(wake, 50));
  await new Promise((wake) => setTimeout(wake, 500));
};

describe.runIf(process.platform === 'linux')('a build that is interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends with 130, writes nothing and leaves nothing behind',
    async (signal) => {
      const root = await longProject();
      const temp = await mkdtemp(join(tmpdir(), 'despatch-interrupt-'));
      let browser: readonly string[] = [];
      const { status, err } = await despatch(root, ['build'], { TMPDIR: temp }, (child) => {
        const pid = child.pid ?? 0;
        void started(pid).then(() => {
          browser = below(pid).map(({ args }) => args);
          child.kill(signal);
        });
      });
      expect(browser.length).toBeGreaterThan(1);
      expect(status).toBe(130);
      expect(err.replace(/^note: .*\n/mu, '')).toBe('');
      // What was made so far is in the store, for the next build.
      expect((await readdir(root)).filter((name) => name !== 'node_modules')).toEqual([
        'sources',
        'templates',
      ]);
      const store = await readdir(join(root, 'node_modules', '.cache', 'despatch'), {
        recursive: true,
      }).catch(() => []);
      expect(store.filter((name) => name.endsWith('.part'))).toEqual([]);
      expect(await readdir(temp)).toEqual([]);
      const folders = browser.flatMap((args) => /--user-data-dir=(\S+)/u.exec(args)?.[1] ?? []);
      const profiles = new Set(folders);
      expect(profiles.size).toBeGreaterThan(0);
      const left = running().filter(({ args }) => [...profiles].some((profile) => args.includes(profile)));
      expect(left).toEqual([]);
    },
  );
});
