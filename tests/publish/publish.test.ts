import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import { MANIFEST, parseManifest, type Entry } from '../../src/model/manifest.ts';
import type { Made } from '../../src/model/made.ts';
import { assemble, carryOver, lastBuild } from '../../src/publish/publish.ts';

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
    date: '2025-01-16',
    files: { html: `bill/${edition}.html` },
    pages: 1,
    passages: ['a'],
    sources: ['s'],
    inputs: { html: 'x' },
  },
  files: new Map([[`bill/${edition}.html`, bytes(html)]]),
  assets: new Map([[CSS, bytes('css')]]),
});

const read = (files: ReadonlyMap<string, Uint8Array>) => ({
  read: async (path: string) => files.get(path) ?? null,
});

test('documents stand in the order of packs and editions, each with the hashes of its files', () => {
  const { manifest, files } = assemble('1.0.0', [made('press'), made('mp')], [], ['bill/mp', 'bill/press']);
  expect(manifest.documents.map(({ edition }) => edition)).toEqual(['mp', 'press']);
  expect(manifest.documents[0]?.sha256).toEqual({
    // SHA-256 of `mp`, as `printf mp | sha256sum` gives it.
    'bill/mp.html': '68dbf73d03d3a5107edad3b05676eee240e68c280296e52b6986873c54cef3cb',
  });
  expect([...files.keys()].toSorted()).toEqual([CSS, 'bill/mp.html', 'bill/press.html', MANIFEST]);
  expect(parseManifest(new TextDecoder().decode(files.get(MANIFEST)))).toEqual(manifest);
});

describe('a document that is not made anew', () => {
  const { files, manifest } = assemble('1.0.0', [made('mp'), made('press')], [], []);
  const press = new Map([['bill/press', ['html', 'pdf', 'text'] as const]]);

  test('is carried over with its assets', async () => {
    const { carried, lost, changed } = await carryOver(read(files), manifest, press);
    expect([lost, changed]).toEqual([[], []]);
    expect(carried.map(({ entry }: { entry: Entry }) => entry.edition)).toEqual(['press']);
    expect([...(carried[0]?.files.keys() ?? [])]).toEqual(['bill/press.html', CSS]);
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
  const { files, manifest } = assemble('1.0.0', [made('mp')], [], []);

  test('is known by its manifest', async () => {
    expect(await lastBuild(read(files))).toEqual({ manifest, foreign: false });
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
    },
    files: new Map([
      ...whole.files,
      ['bill/mp.pdf', bytes('pdf')],
      ['bill/mp-office.pdf', bytes('office')],
    ] as const),
  };
  const anew = { ...made('mp', 'new'), entry: { ...whole.entry, pages: null, inputs: { html: 'new' } } };

  test('keeps its files in the others, which say by what they were made', async () => {
    const { files, manifest } = assemble('1.0.0', [before], [], []);
    const found = await carryOver(read(files), manifest, new Map([['bill/mp', ['pdf', 'text']]]));
    const { files: after, manifest: next } = assemble('1.0.0', [anew], found.carried, []);
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
