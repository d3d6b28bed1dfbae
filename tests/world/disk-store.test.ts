import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import { writeManifest } from '../../src/model/manifest.ts';
import type { Made } from '../../src/model/made.ts';
import type { Store } from '../../src/world/world.ts';
import { diskStore } from '../../src/world/disk-store.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const PDF = new Uint8Array([0, 10, 255, 13]);

const made = (name: string, page = `<p>${name}</p>\n`): Made => ({
  entry: {
    pack: 'bill',
    edition: name,
    variant: 'standard',
    audience: 'mp',
    template: 'brief',
    title: 'Wŷr “now”',
    version: '1234567',
    date: '2025-01-16',
    files: { html: `bill/${name}.html` },
    pages: 1,
    fit: { size: 11, spacing: 1, scale: 1, dropped: [], added: ['b'], inputs: 'x' },
    passages: ['a'],
    bytes: {},
    sources: ['s'],
    inputs: { html: 'h' },
    assets: ['assets/brief-1.css', 'assets/font-2.woff2'],
    sha256: {
      [`bill/${name}.html`]: sha256(page),
      [`bill/${name}.pdf`]: sha256(PDF),
      [`bill/${name}.txt`]: sha256(''),
    },
  },
  files: new Map([
    [`bill/${name}.html`, bytes(page)],
    [`bill/${name}.pdf`, PDF],
    [`bill/${name}.txt`, new Uint8Array()],
  ]),
  texts: new Map(),
  assets: new Map([
    ['assets/brief-1.css', bytes('p {}')],
    ['assets/font-2.woff2', bytes('font')],
  ]),
});

/** All that a store has of a document, null where a part is missing. */
const whole = async (store: Store, key: string) => {
  const stored = await store.find(key);
  if (!stored) return null;
  const files: Record<string, readonly number[]> = {};
  for (const [path, hash] of Object.entries({ ...stored.entry.sha256, ...stored.assets })) {
    const bytes = await store.read(hash);
    if (!bytes) return null;
    files[path] = [...bytes];
  }
  return { entry: stored.entry, files };
};

const plain = ({ entry, files, assets }: Made) => ({
  entry,
  files: Object.fromEntries([...files, ...assets].map(([path, some]) => [path, [...some]])),
});

/** Does every damage to a file in turn: one byte is another, all that follows a place is missing. The file stays open. */
const damagesTo = function* (path: string): Generator<string> {
  const whole = readFileSync(path);
  const file = openSync(path, 'r+');
  for (const [at, byte] of whole.entries()) {
    writeSync(file, Buffer.of(byte ^ 1), 0, 1, at);
    yield `byte ${at}`;
    writeSync(file, whole, at, 1, at);
  }
  for (let left = whole.length - 1; left >= 0; left -= 1) {
    ftruncateSync(file, left);
    yield `${left} bytes`;
  }
  closeSync(file);
};

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'despatch-store-')), 'deep', 'store');
});

describe('a store', () => {
  test('gives what it was given, to another build too', async () => {
    await diskStore(folder).keep('k1', made('mp'));
    expect(await whole(diskStore(folder), 'k1')).toEqual(plain(made('mp')));
    expect(await diskStore(folder).find('k2')).toBeNull();
  });

  test('a manifest is the same, in whatever order the parts of an entry stood', async () => {
    const document = made('mp');
    const turned = Object.fromEntries(Object.entries(document.entry).toReversed()) as typeof document.entry;
    const store = diskStore(folder);
    await store.keep('one', { ...document, entry: turned });
    const found = (await store.find('one'))?.entry ?? turned;
    expect(Object.keys(turned)).not.toEqual(Object.keys(found));
    const [one, ...others] = [document.entry, turned, found].map((entry) => [
      ...writeManifest({ despatch: '1', documents: [entry] }),
    ]);
    expect(others).toEqual([one, one]);
  });

  test('keeps once what several documents share, and leaves nothing half-written', async () => {
    const store = diskStore(folder);
    await Promise.all(['a', 'b', 'c', 'a'].map((name) => store.keep(name, made(name))));
    expect(await readdir(join(folder, 'documents'))).toEqual(['a', 'b', 'c']);
    // Three pages, and the PDF, the empty text and two assets, which are the same.
    expect(await readdir(join(folder, 'files'))).toHaveLength(7);
  });

  test('forgets what is not wanted, and the files that only this had', async () => {
    const store = diskStore(folder);
    await store.keep('a', made('mp'));
    await store.keep('b', { ...made('press'), assets: new Map([['assets/own-3.png', bytes('own')]]) });
    await store.forget((key, { edition }) => key === 'a' && edition === 'mp');
    expect(await store.find('b')).toBeNull();
    expect(await readdir(join(folder, 'files'))).not.toContain(sha256('own'));
    expect(await whole(store, 'a')).toEqual(plain(made('mp')));
    await store.forget(() => false);
    expect(await readdir(join(folder, 'documents'))).toEqual([]);
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  test('that is not there gives nothing and forgets nothing', async () => {
    await diskStore(folder).forget(() => true);
    expect(await diskStore(folder).find('a')).toBeNull();
    expect(await diskStore(folder).read('a')).toBeNull();
  });

  test('that can’t be written to takes nothing, and fails nothing', async () => {
    const file = join(folder, '..', '..', 'file');
    await writeFile(file, 'x');
    const store = diskStore(join(file, 'store'));
    await store.keep('a', made('mp'));
    await store.forget(() => true);
    expect(await store.find('a')).toBeNull();
  });
});

const READINGS = 'readings';

describe('readings', () => {
  test('are given as they were kept, to another build too', async () => {
    expect(await diskStore(folder).readings()).toBeNull();
    await diskStore(folder).keepReadings(PDF);
    expect([...((await diskStore(folder).readings()) ?? [])]).toEqual([...PDF]);
    expect(await readdir(folder)).toEqual([READINGS]);
  });

  test('count for nothing where a byte is another, or is missing', async () => {
    const store = diskStore(folder);
    await store.keepReadings(PDF);
    for (const damage of damagesTo(join(folder, READINGS))) expect(await store.readings(), damage).toBeNull();
  });
});

describe('what is damaged is not there, and is made whole when it is kept again', () => {
  test('wherever in a document a byte is another, or is missing', async () => {
    const store = diskStore(folder);
    await store.keep('a', made('mp'));
    for (const damage of damagesTo(join(folder, 'documents', 'a')))
      expect(await store.find('a'), damage).toBeNull();
    await store.keep('a', made('mp'));
    expect(await whole(store, 'a')).toEqual(plain(made('mp')));
  });

  test('what has another form, as another version of despatch wrote it, is not there and may go', async () => {
    const store = diskStore(folder);
    const { version: _, ...older } = made('mp').entry;
    await store.keep('a', { ...made('mp'), entry: older as Made['entry'] });
    expect(await diskStore(folder).find('a')).toBeNull();
    await diskStore(folder).forget(() => true);
    expect(await readdir(join(folder, 'documents'))).toEqual([]);
  });

  test('where a file is another, or gone', async () => {
    const store = diskStore(folder);
    await store.keep('a', made('mp'));
    for (const name of await readdir(join(folder, 'files'))) {
      for (const damage of [(file: string) => writeFile(file, 'other'), (file: string) => rm(file)]) {
        await damage(join(folder, 'files', name));
        expect(await whole(store, 'a')).toBeNull();
        await store.keep('a', made('mp'));
        expect(await whole(store, 'a')).toEqual(plain(made('mp')));
      }
    }
  });
});
