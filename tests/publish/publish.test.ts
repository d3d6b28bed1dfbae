import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import { MANIFEST, parseManifest, type Entry } from '../../src/publish/manifest.ts';
import { assemble, carryOver, type Made } from '../../src/publish/publish.ts';

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
    inputs: 'x',
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
  const { files } = assemble('1.0.0', [made('mp'), made('press')], [], []);

  test('is carried over with its assets', async () => {
    const { carried, lost } = await carryOver(read(files), ['bill/press']);
    expect(lost).toEqual([]);
    expect(carried.map(({ entry }: { entry: Entry }) => entry.edition)).toEqual(['press']);
    expect([...(carried[0]?.files.keys() ?? [])]).toEqual(['bill/press.html', CSS]);
  });

  test('is lost, and said to be, where a file is gone or was changed by hand', async () => {
    const gone = new Map([...files].filter(([path]) => path !== 'bill/press.html'));
    expect((await carryOver(read(gone), ['bill/press'])).lost).toEqual(['bill/press']);
    const changed = new Map([...files, ['bill/press.html', bytes('edited')] as const]);
    expect((await carryOver(read(changed), ['bill/press'])).lost).toEqual(['bill/press']);
    const styled = new Map([...files, [CSS, bytes('edited')] as const]);
    expect((await carryOver(read(styled), ['bill/press'])).lost).toEqual(['bill/press']);
  });

  test('does not come back once the project has no such edition', async () => {
    expect((await carryOver(read(files), ['bill/mp'])).carried).toHaveLength(1);
  });

  test('is not looked for where there is no earlier build', async () => {
    expect(await carryOver(read(new Map()), ['bill/mp'])).toEqual({ carried: [], lost: [] });
  });

  test('is lost, and said to be, where another version made it', async () => {
    const other = read(new Map([[MANIFEST, bytes('{"despatch": "0.0.1", "documents": [{}]}')]]));
    expect(await carryOver(other, ['bill/mp'])).toEqual({ carried: [], lost: ['bill/mp'] });
  });
});
