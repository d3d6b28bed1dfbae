import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { despatch } from './command.ts';

const BUILD = ['build', '--format', 'html', '--no-cache'];

test('an output that a killed build had set aside is there again for a narrowed build', async () => {
  const root = await onDisk(baseProject());
  expect((await despatch(root, BUILD)).status).toBe(0);
  const right = await filesBelow(join(root, 'output'));
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  await rename(join(root, 'output'), join(root, `output.new-${dead}-0123abcd.old`));
  await mkdir(join(root, `output.new-${dead}-0123abcd`));
  const { status, err } = await despatch(root, [...BUILD, '--audience', 'press']);
  expect(status, err).toBe(0);
  expect(await filesBelow(join(root, 'output'))).toEqual(right);
  expect((await readdir(root)).filter((name) => name.startsWith('output'))).toEqual(['output']);
});

test('a build that is killed at any moment leaves the last output, and the next is right and clears up', async () => {
  const root = await onDisk(baseProject());
  const began = performance.now();
  expect((await despatch(root, BUILD)).status).toBe(0);
  const whole = performance.now() - began;
  const right = await filesBelow(join(root, 'output'));
  for (const part of [0.5, 0.7, 0.8, 0.9, 0.95, 1]) {
    await despatch(root, BUILD, {}, (child) => void setTimeout(() => child.kill('SIGKILL'), whole * part));
    const { status, err } = await despatch(root, BUILD);
    expect(status, err).toBe(0);
    expect(await filesBelow(join(root, 'output'))).toEqual(right);
    expect((await readdir(root)).filter((name) => name.startsWith('output'))).toEqual(['output']);
  }
});
