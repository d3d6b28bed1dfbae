import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { exchangeContent, withinOf } from '../../src/world/folder-content.ts';
import { diskOutput } from '../../src/world/disk-output.ts';
import { filesBelow } from '../on-disk.ts';

let root: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'despatch-content-'));
  out = join(root, 'output');
  await mkdir(out);
});

const OLD = { 'manifest.json': 'old', 'index.html': 'old', 'bill/mp.html': 'old', 'gone/a.html': 'old' };
const NEW = { 'manifest.json': 'new', 'index.html': 'new', 'bill/mp.html': 'new', 'made/b.html': 'new' };

const files = (record: Record<string, string>) =>
  new Map(Object.entries(record).map(([path, text]) => [path, new TextEncoder().encode(text)]));

/** Fills a folder within this one, and exchanges what they hold. */
const replaceContent = async (folder: string, wanted: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  const fresh = withinOf(folder);
  try {
    for (const [path, bytes] of wanted) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), bytes);
    }
    await exchangeContent(folder, fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

const held = async (folder: string): Promise<Record<string, string>> =>
  Object.fromEntries([...(await filesBelow(folder))].map(([path, bytes]) => [path, bytes.toString()]));

describe('the content of a folder that stays', () => {
  test('is replaced whole, and nothing is left beside it', async () => {
    await replaceContent(out, files(OLD));
    expect(await held(out)).toEqual(OLD);
    await replaceContent(out, files(NEW));
    expect(await held(out)).toEqual(NEW);
    expect(await readdir(out)).toEqual(['bill', 'index.html', 'made', 'manifest.json']);
  });

  test('stays as it was where the new one can’t be put in its place', async () => {
    // Without a manifest the last step fails.
    const wanted = { 'bill/mp.html': 'new', 'made/b.html': 'new' };
    await replaceContent(out, files(OLD));
    await expect(replaceContent(out, files(wanted))).rejects.toThrow();
    expect(await held(out)).toEqual(OLD);
    expect(await readdir(out)).toEqual(['bill', 'gone', 'index.html', 'manifest.json']);
  });

  test('loses what an interrupted build has left, and keeps what the disk has put there', async () => {
    await replaceContent(out, files(OLD));
    for (const name of ['.despatch-new-0123abcd', '.despatch-old-0123abcd', 'lost+found'])
      await mkdir(join(out, name));
    await replaceContent(out, files(NEW));
    expect(await readdir(out)).toEqual(['bill', 'index.html', 'lost+found', 'made', 'manifest.json']);
  });
});

test.each([
  ['.despatch-new-0123abcd', null],
  ['lost+found', null],
  ['.despatch-new-letters', 'holds files that are not of an earlier build'],
])('a folder that holds nothing but `%s` may be filled or not', async (name, why) => {
  await mkdir(join(out, name));
  expect(
    await diskOutput(out, join(root, 'project'), { own: process.pid, isAlive: () => true }).unfit(false),
  ).toBe(why);
});

const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;

/** Replaces `$out` with the new files between commands of a shell in which folders can be mounted; gives what was said. */
const replaceOn = (before: string, after: string): string => {
  const script = fileURLToPath(new URL('replace-on.ts', import.meta.url));
  const run = ['"$node"', '"$script"', '"$out"', ...Object.entries(NEW).flat()].join(' ');
  return execFileSync('unshare', ['-Urm', 'sh', '-ec', `${before}\n${run}\n${after}`], {
    env: { ...process.env, out, root, script, node: process.execPath },
    encoding: 'utf8',
  });
};

/** Puts the old files into what is mounted, and copies what it holds in the end to where it can be seen. */
const [FILL, KEEP] = [
  'cp -r "$root/old/." "$out"',
  'mkdir "$root/kept"; cp -r "$out/." "$root/kept"; ls -A "$root" > "$root/beside"',
];

describe.runIf(canMount)('an output folder that is mounted', () => {
  beforeEach(async () => {
    await mkdir(join(root, 'old'));
    await replaceContent(join(root, 'old'), files(OLD));
  });

  test.each([
    ['from the same disk', `mkdir "$root/other"; mount --bind "$root/other" "$out"; ${FILL}`, KEEP],
    ['from memory', `mount -t tmpfs none "$out"; ${FILL}`, KEEP],
    [
      'in a folder that is read-only',
      `mount --bind "$root" "$root"; mount -t tmpfs none "$root/output"; ${FILL}; mount -o remount,ro,bind "$root"`,
      `mount -o remount,rw,bind "$root"; ${KEEP}`,
    ],
  ])('%s is filled in place', async (_, before, after) => {
    expect(replaceOn(before, after)).toBe('');
    expect(await held(join(root, 'kept'))).toEqual(NEW);
    const beside = (await readFile(join(root, 'beside'), 'utf8')).split('\n');
    expect(beside.filter((name) => name.startsWith('output'))).toEqual(['output']);
  });

  test('stays as it was where something is mounted within it, and that is said', async () => {
    const said = replaceOn(`mount -t tmpfs none "$out"; ${FILL}; mount -t tmpfs none "$out/gone"`, KEEP);
    expect(said).toMatch(/could not be written\n.*take off what is mounted within it/u);
    const { 'gone/a.html': _, ...rest } = OLD;
    expect(await held(join(root, 'kept'))).toEqual(rest);
  });
});
