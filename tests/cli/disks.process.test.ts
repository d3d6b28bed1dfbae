import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesBelow, onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';

/** Builds on disks that are full or read-only, mounted for one shell alone. */
const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A project with a folder `disk`, on which a small disk is mounted by the shell that runs the commands. */
const project = async () => {
  const root = await onDisk(baseProject());
  await mkdir(join(root, 'disk'));
  return root;
};

/** Runs commands; `build` builds pages into the disk, and `keep NAME` copies what it holds to where it can be seen. */
const run = (root: string, commands: string): string => {
  const script = `
    build() { "$node" "$main" build --format html --out disk/output "$@" > /dev/null 2> said || echo "status $?" >> said; }
    keep() { cp -r disk/output "$1"; cp said "$1.said"; }
    edit() { sed -i 's/too late/late/' sources/library/okoro-2025.md; }
    fill() { dd if=/dev/zero of=disk/fill bs=1k 2> /dev/null || true; }
    mount -t tmpfs -o size=400k none disk
    ${commands}`;
  const env = { ...process.env, node: process.execPath, main: MAIN };
  const { status, stderr } = spawnSync('unshare', ['-Urm', 'sh', '-ec', script], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stderr;
};

const kept = async (root: string, name: string) => ({
  files: await filesBelow(join(root, name)),
  said: await readFile(join(root, `${name}.said`), 'utf8'),
});

describe.runIf(canMount)('an output folder', () => {
  test('stays as it was on a disk that is full, and is right when there is room again', async () => {
    const root = await project();
    run(
      root,
      'build; keep first; edit; fill; build; keep full; rm disk/fill; build; keep again; ls -A disk > left',
    );
    const [first, full, again] = await Promise.all(
      ['first', 'full', 'again'].map((name) => kept(root, name)),
    );
    expect(first?.said).toBe('');
    expect(full?.said).toMatch(
      /^error: `.*disk\/output` could not be written\n {2}The disk is full\. .*\nstatus 3\n$/u,
    );
    expect(full?.files).toEqual(first?.files);
    expect(again?.said).toBe('');
    expect(again?.files.get('bill/mp.html')?.toString()).toContain('meet us late');
    expect(await readFile(join(root, 'left'), 'utf8')).toBe('output\n');
  });

  test('stays as it was on a disk that is read-only', async () => {
    const root = await project();
    run(root, 'build; keep first; edit; mount -o remount,ro disk; build; keep second');
    const [first, second] = await Promise.all(['first', 'second'].map((name) => kept(root, name)));
    expect(second?.said).toMatch(
      /^error: `.*disk\/output` could not be written\n {2}The disk is read-only\. .*\nstatus 3\n$/u,
    );
    expect(second?.files).toEqual(first?.files);
  });
});

describe.runIf(canMount)('a store', () => {
  const CACHED = '--out output --cache disk/store';
  test.each([
    ['that is full', 'fill'],
    ['that is read-only', 'mount -o remount,ro disk'],
    ['that is full since the last build', `build ${CACHED}; fill; edit`],
    ['that is read-only since the last build', `build ${CACHED}; mount -o remount,ro disk; edit`],
  ])('on a disk %s costs a build nothing but time', async (_, before) => {
    const root = await project();
    await writeFile(join(root, 'said'), '');
    run(root, `${before}; build ${CACHED}; cp said second; build --out other --no-cache`);
    expect(await readFile(join(root, 'second'), 'utf8')).toBe('');
    const [found, right] = await Promise.all(['output', 'other'].map((name) => filesBelow(join(root, name))));
    expect(found).toEqual(right);
  });
});
