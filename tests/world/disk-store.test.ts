import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import type { Made } from '../../src/model/made.ts';
import { diskStore } from '../../src/world/disk-store.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const made = (name: string, page = `<p>${name}</p>\n`): Made => ({
  entry: {
    pack: 'bill',
    edition: name,
    variant: 'standard',
    audience: 'mp',
    template: 'brief',
    title: 'Wŷr “now”',
    date: '2025-01-16',
    files: { html: `bill/${name}.html` },
    pages: 1,
    fit: { size: 11, spacing: 1, scale: 1, dropped: [], added: ['b'], inputs: 'x' },
    passages: ['a'],
    sources: ['s'],
    inputs: { html: 'h' },
  },
  files: new Map([
    [`bill/${name}.html`, bytes(page)],
    [`bill/${name}.pdf`, new Uint8Array([0, 10, 255, 13])],
    [`bill/${name}.txt`, new Uint8Array()],
  ]),
  assets: new Map([
    ['assets/brief-1.css', bytes('p {}')],
    ['assets/font-2.woff2', bytes('font')],
  ]),
});

/** As plain values: bytes of a file are part of a larger buffer. */
const plain = (found: Made | null) =>
  found && {
    entry: found.entry,
    files: [...found.files].map(([path, some]) => [path, [...some]]),
    assets: [...found.assets].map(([path, some]) => [path, [...some]]),
  };

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'despatch-store-')), 'deep', 'store');
});

const all = () => true;

describe('a store', () => {
  test('gives what it was given, to another build too', async () => {
    await diskStore(folder).keep('k1', made('mp'));
    expect(plain(await diskStore(folder).find('k1'))).toEqual(plain(made('mp')));
    expect(await diskStore(folder).find('k2')).toBeNull();
  });

  test('keeps once what several documents share, and leaves nothing half-written', async () => {
    const store = diskStore(folder);
    await Promise.all(['a', 'b', 'c', 'a'].map((name) => store.keep(name, made(name))));
    expect(await readdir(join(folder, 'documents'))).toEqual(['a', 'b', 'c']);
    expect(await readdir(join(folder, 'assets'))).toHaveLength(2);
  });

  test('forgets what is not wanted, and the assets that only this had', async () => {
    const store = diskStore(folder);
    await store.keep('a', made('mp'));
    await store.keep('b', { ...made('press'), assets: new Map([['assets/own-3.png', bytes('own')]]) });
    await store.forget((key, { edition }) => key === 'a' && edition === 'mp');
    expect(await store.find('b')).toBeNull();
    expect(await readdir(join(folder, 'assets'))).not.toContain(sha256(bytes('own')));
    expect(plain(await store.find('a'))).toEqual(plain(made('mp')));
    await store.forget(() => false);
    expect(await readdir(join(folder, 'documents'))).toEqual([]);
    expect(await readdir(join(folder, 'assets'))).toEqual([]);
  });

  test('that is not there gives nothing and forgets nothing', async () => {
    await diskStore(folder).forget(all);
    expect(await diskStore(folder).find('a')).toBeNull();
  });

  test('that can’t be written to takes nothing, and fails nothing', async () => {
    const file = join(folder, '..', '..', 'file');
    await writeFile(file, 'x');
    const store = diskStore(join(file, 'store'));
    await store.keep('a', made('mp'));
    await store.forget(all);
    expect(await store.find('a')).toBeNull();
  });
});

describe('what is damaged is not there', () => {
  test('wherever in a document a byte is another, or is missing', async () => {
    const store = diskStore(folder);
    await store.keep('a', made('mp'));
    const file = join(folder, 'documents', 'a');
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at += 1) {
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ 1;
      await writeFile(file, other);
      expect(await store.find('a'), `byte ${at}`).toBeNull();
      await writeFile(file, whole.subarray(0, at));
      expect(await store.find('a'), `${at} bytes`).toBeNull();
    }
    await writeFile(file, whole);
    expect(await store.find('a')).not.toBeNull();
  });

  test('where an asset is another, or gone', async () => {
    const store = diskStore(folder);
    await store.keep('a', made('mp'));
    for (const name of await readdir(join(folder, 'assets'))) {
      const asset = join(folder, 'assets', name);
      const whole = await readFile(asset);
      await writeFile(asset, `${whole.toString()}.`);
      expect(await store.find('a')).toBeNull();
      await rm(asset);
      expect(await store.find('a')).toBeNull();
      await store.keep('a', made('mp'));
      expect(await store.find('a')).not.toBeNull();
    }
  });
});
