import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { machineOf } from '../../src/commands/machine-of.ts';
import { besideOf, clearTemporary, recover } from '../../src/world/leftovers.ts';

const { processes } = machineOf(process);
const dead = spawnSync(process.execPath, ['-e', '']).pid;
const living = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)']);
afterAll(() => void living.kill());

let root: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'despatch-leftovers-'));
  out = join(root, 'output');
});

const folder = async (name: string, text: string): Promise<void> => {
  await mkdir(join(root, name));
  await writeFile(join(root, name, 'manifest.json'), text);
};

describe('what dead builds have left beside the output', () => {
  test('is taken back where there is no output, the newest, and else cleared', async () => {
    await folder(`output.new-${dead}-00000001`, 'new');
    await folder(`output.new-${dead}-00000002.old`, 'older');
    await folder(`output.new-${dead}-00000003.old`, 'old');
    await utimes(join(root, `output.new-${dead}-00000002.old`), 0, 0);
    await recover(out, processes);
    expect(await readdir(root)).toEqual(['output']);
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('old');
  });

  test('is cleared where there is an output', async () => {
    await folder('output', 'new');
    await folder(`output.new-${dead}-00000001`, 'half');
    await folder(`output.new-${dead}-00000001.old`, 'old');
    await recover(out, processes);
    expect(await readdir(root)).toEqual(['output']);
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('new');
  });

  test.each([
    ['of the living', `output.new-${living.pid}-00000001`],
    ['set aside by the living', `output.new-${living.pid}-00000001.old`],
    ['of this process', `output.new-${process.pid}-00000001`],
    ['of another output', `other.new-${dead}-00000001`],
    ['of somebody who calls it so', `output.new-${dead}-letters`],
    ['of no process', 'output.new-2024'],
  ])('and none %s', async (_, name) => {
    await folder(name, 'x');
    await recover(out, processes);
    expect(await readdir(root)).toEqual([name]);
  });

  test('has a name by which its process is known', async () => {
    await mkdir(besideOf(out, { ...processes, own: dead }));
    await recover(out, processes);
    expect(await readdir(root)).toEqual([]);
  });

  test('is nothing where there is no folder', async () => {
    await recover(join(root, 'none', 'output'), processes);
    expect(await readdir(root)).toEqual([]);
  });
});

test('temporary folders of dead processes go, those of the living and of others stay', async () => {
  const stay = [
    `despatch-${living.pid}-AbCdEf`,
    `despatch-${process.pid}-AbCdEf`,
    'despatch-test-1',
    `despatch-${dead}-x`,
  ];
  for (const name of [...stay, `despatch-${dead}-AbCdEf`]) await folder(name, 'x');
  await clearTemporary(root, processes);
  expect(await readdir(root)).toEqual(stay.toSorted());
});
