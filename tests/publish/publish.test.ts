import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import { MANIFEST, parseManifest, type Entry, type Manifest } from '../../src/model/manifest.ts';
import type { Made } from '../../src/model/made.ts';
import { carryOver, lastBuild, type Carried } from '../../src/publish/last-build.ts';
import { assemble, Publication } from '../../src/publish/publish.ts';
import type { Stored } from '../../src/world/world.ts';
import { memoryWorld } from '../world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A style sheet by its name: with the beginning of its hash. */
const CSS = `assets/brief-${sha256('css').slice(0, 10)}.css`;

const made = (edition: string, html = edition): Made => ({
  entry: {
    pack: 'bill',
    edition,
    variant: 'standard',
    audience: edition,
    template: 'brief',
    title: 'T',
    version: '1234567',
    date: '2025-01-16',
    files: { html: `bill/${edition}.html` },
    pages: 1,
    passages: ['a'],
    sources: ['s'],
    inputs: { html: 'x' },
    assets: [CSS],
    sha256: { [`bill/${edition}.html`]: sha256(html) },
    bytes: { [`bill/${edition}.html`]: html.length },
  },
  files: new Map([[`bill/${edition}.html`, bytes(html)]]),
  texts: new Map(),
  assets: new Map([[CSS, bytes('css')]]),
});

const read = (before: ReadonlyMap<string, Uint8Array>) => memoryWorld({}, { before }).output;

const DESK = { 'index.html': '<p>Desk</p>', 'assets/desk-1.css': 'p {}' };

/** Publishes documents over what the folder holds; gives the manifest, and the files of documents. */
const publish = async (
  documents: readonly Made[],
  {
    carried = [],
    order = [],
    before = new Map(),
  }: {
    carried?: readonly Carried[];
    order?: readonly string[];
    before?: ReadonlyMap<string, Uint8Array>;
  } = {},
) => {
  const world = memoryWorld({}, { before });
  const publication = new Publication(world.output, await world.output.begin(), null);
  for (const one of documents) await publication.add(one);
  const manifest = assemble(
    '1.0.0',
    documents.map(({ entry }) => entry),
    carried,
    order,
  );
  expect(await publication.carry(carried)).toBeNull();
  for (const [path, text] of Object.entries(DESK)) await publication.write(path, bytes(text));
  await publication.publish(manifest, null);
  const {
    'index.html': desk,
    'assets/desk-1.css': style,
    ...files
  } = Object.fromEntries(world.written ?? []);
  expect([desk, style]).toEqual([bytes('<p>Desk</p>'), bytes('p {}')]);
  return { manifest, files: new Map(Object.entries(files)) };
};

test('documents stand in the order of packs and editions, each with the hashes of its files', async () => {
  const order = ['bill/mp', 'bill/press'];
  const { manifest, files } = await publish([made('press'), made('mp')], { order });
  expect(manifest.documents.map(({ edition }) => edition)).toEqual(['mp', 'press']);
  expect(manifest.documents[0]?.sha256).toEqual({
    // SHA-256 of `mp`, as `printf mp | sha256sum` gives it.
    'bill/mp.html': '68dbf73d03d3a5107edad3b05676eee240e68c280296e52b6986873c54cef3cb',
  });
  expect([...files.keys()].toSorted()).toEqual([CSS, 'bill/mp.html', 'bill/press.html', MANIFEST]);
  expect(parseManifest(new TextDecoder().decode(files.get(MANIFEST)))).toEqual({
    ...manifest,
    others: Object.keys(DESK).toSorted(),
  });
});

describe('a document that is not made anew', () => {
  let files: ReadonlyMap<string, Uint8Array>;
  let manifest: Manifest;
  beforeAll(async () => {
    ({ files, manifest } = await publish([made('mp'), made('press')]));
  });
  const press = new Map([['bill/press', ['html', 'pdf', 'text'] as const]]);

  test('is carried over with its assets', async () => {
    const { carried, lost, changed } = await carryOver(read(files), manifest, press);
    expect([lost, changed]).toEqual([[], []]);
    expect(carried.map(({ entry }: { entry: Entry }) => entry.edition)).toEqual(['press']);
    expect(carried[0]?.files).toEqual(['bill/press.html', CSS]);
  });

  test('is lost, and said to be, where its files are gone', async () => {
    const gone = new Map([...files].filter(([path]) => path !== 'bill/press.html'));
    expect(await carryOver(read(gone), manifest, press)).toEqual({
      carried: [],
      lost: ['bill/press'],
      changed: [],
    });
  });

  test.each(['bill/press.html', CSS])('is not carried over where %s was changed by hand', async (path) => {
    const edited = new Map([...files, [path, bytes('edited')] as const]);
    expect(await carryOver(read(edited), manifest, press)).toEqual({
      carried: [],
      lost: [],
      changed: [path],
    });
  });

  test('is not carried over where a file that its page refers to is gone', async () => {
    const bare = new Map([...files].filter(([path]) => path !== CSS));
    expect(await carryOver(read(bare), manifest, press)).toMatchObject({ carried: [], changed: [CSS] });
  });

  test('does not come back where nothing of it is to stay', async () => {
    expect((await carryOver(read(files), manifest, new Map())).carried).toEqual([]);
  });

  test('is not looked for where there is no earlier build', async () => {
    const { manifest: none } = await lastBuild(read(new Map()));
    expect(none).toBeNull();
    expect(await carryOver(read(new Map()), none, press)).toEqual({ carried: [], lost: [], changed: [] });
  });
});

describe('the last build', () => {
  const manifestText = (text: string) => read(new Map([[MANIFEST, bytes(text)]]));

  test('is known by its manifest', async () => {
    const { files, manifest } = await publish([made('mp')]);
    expect(await lastBuild(read(files))).toMatchObject({ manifest, foreign: false });
  });
  test('is foreign where its manifest has not the form of this version’s', async () => {
    const text = '{"despatch": "0.0.1", "documents": [{"pack": "bill", "edition": "mp"}]}';
    expect(await lastBuild(manifestText(text))).toEqual({ manifest: null, foreign: true });
    expect(await lastBuild(manifestText('{'))).toEqual({ manifest: null, foreign: true });
  });
});

describe('a document that is made anew in one format', () => {
  const whole = made('mp');
  const before: Made = {
    ...whole,
    entry: {
      ...whole.entry,
      files: { ...whole.entry.files, pdf: 'bill/mp.pdf', copies: { office: 'bill/mp-office.pdf' } },
      pages: 2,
      inputs: { html: 'old', pdf: 'old' },
      sha256: {
        ...whole.entry.sha256,
        'bill/mp.pdf': sha256('pdf'),
        'bill/mp-office.pdf': sha256('office'),
      },
    },
    files: new Map([
      ...whole.files,
      ['bill/mp.pdf', bytes('pdf')],
      ['bill/mp-office.pdf', bytes('office')],
    ] as const),
  };
  const other = made('mp', 'new');
  const anew = { ...other, entry: { ...other.entry, pages: null, inputs: { html: 'new' } } };

  test('keeps its files in the others, which say by what they were made', async () => {
    const { files, manifest } = await publish([before]);
    const found = await carryOver(read(files), manifest, new Map([['bill/mp', ['pdf', 'text']]]));
    const { carried } = found;
    const { files: after, manifest: next } = await publish([anew], { carried, before: files });
    expect(next.documents).toHaveLength(1);
    expect(next.documents[0]).toMatchObject({
      files: { html: 'bill/mp.html', pdf: 'bill/mp.pdf', copies: { office: 'bill/mp-office.pdf' } },
      pages: 2,
      inputs: { html: 'new', pdf: 'old' },
    });
    expect(Object.keys(next.documents[0]?.sha256 ?? {}).toSorted()).toEqual([
      'bill/mp-office.pdf',
      'bill/mp.html',
      'bill/mp.pdf',
    ]);
    expect(new TextDecoder().decode(after.get('bill/mp.pdf'))).toBe('pdf');
    expect(new TextDecoder().decode(after.get('bill/mp.html'))).toBe('new');
  });
});

describe('a document that was made before', () => {
  const one = made('mp');
  const stored: Stored = { entry: one.entry, assets: { [CSS]: sha256('css') } };
  const files = new Map([...one.files, ...one.assets]);
  const restored = async (before: ReadonlyMap<string, Uint8Array>, has: readonly string[]) => {
    const world = memoryWorld({}, { before });
    const asked: string[] = [];
    const store = {
      read: async (hash: string) => {
        asked.push(hash);
        return has.includes(hash) ? bytes(hash === sha256('css') ? 'css' : 'mp') : null;
      },
    };
    const fresh = await world.output.begin();
    const isRestored = await new Publication(world.output, fresh, store).restore(stored);
    await fresh.publish();
    return { isRestored, asked, written: world.written };
  };

  test('is taken over from the last build without being read, where it lies there as it was', async () => {
    expect(await restored(files, [])).toEqual({
      isRestored: true,
      asked: [],
      written: files,
    });
  });

  test('comes from the store where it does not, file by file', async () => {
    const edited = new Map([...files, ['bill/mp.html', bytes('edited')] as const]);
    const { isRestored, asked, written } = await restored(edited, [sha256('mp')]);
    expect([isRestored, asked]).toEqual([true, [sha256('mp')]]);
    expect(written).toEqual(files);
    expect((await restored(new Map(), [sha256('mp'), sha256('css')])).isRestored).toBe(true);
  });

  test('is not there where the store has lost a file of it', async () => {
    expect((await restored(new Map(), [sha256('css')])).isRestored).toBe(false);
  });
});
