import { expect, test } from 'vitest';
import { Alike } from '../../src/model/alike.ts';
import {
  parseManifest,
  withShared,
  writeManifest,
  type Entry,
  type Manifest,
} from '../../src/model/manifest.ts';

const entry = (title: string): Entry => ({
  title,
  pack: 'bill',
  edition: 'mp',
  variant: 'standard',
  audience: 'mp',
  template: 'brief',
  version: '0123456',
  date: '2025-01-16',
  files: { html: 'bill/mp.html' },
  pages: null,
  passages: ['one', 'two'],
  sources: [],
  inputs: { html: 'a' },
  assets: [],
  sha256: { 'bill/mp.html': 'b' },
  bytes: { 'bill/mp.html': 1 },
});

/** Its names in the order of the schema, which is not that of the above. */
const inOrder = ({ title, ...rest }: Entry) => {
  const { pack, edition, variant, audience, template, ...more } = rest;
  return { pack, edition, variant, audience, template, title, ...more };
};

test.each<[string, Manifest]>([
  ['no document', { despatch: '1', documents: [] }],
  ['one document', { despatch: '1', documents: [entry('One')] }],
  ['several', { despatch: '1', documents: [entry('One'), entry('Two'), entry('Three')] }],
  ['other files', { despatch: '1', documents: [entry('One')], others: ['index.html', 'site/a.css'] }],
  ['lines in a title', { despatch: '1', documents: [entry('One\nand “Two”\n'), entry('\\n')] }],
  [
    'what looks like a list',
    { despatch: '"documents": []', documents: [entry('"documents": []')], others: ['"documents": []'] },
  ],
])('a manifest of %s is JSON as it is usually written', (_what, manifest) => {
  const whole = { ...manifest, documents: manifest.documents.map(inOrder) };
  const text = Buffer.concat([...writeManifest(manifest)]).toString();
  expect(text).toBe(`${JSON.stringify(whole, null, 2)}\n`);
  expect(parseManifest(text)).toEqual(manifest);
});

test('a manifest is made piece by piece: no piece is larger for more documents', () => {
  const largest = (count: number): number => {
    const documents = Array.from({ length: count }, (_, index) => entry(`Title ${index}`));
    return Math.max(...[...writeManifest({ despatch: '1', documents })].map(({ length }) => length));
  };
  expect(largest(100)).toBeLessThan(largest(10) * 2);
});

test.each<[string, (entry: Entry) => readonly string[] | undefined]>([
  ['passages', ({ passages }) => passages],
  ['sources', ({ sources }) => sources],
  ['assets', ({ assets }) => assets],
  ['passages that were dropped', ({ fit }) => fit?.dropped],
  ['passages that were added', ({ fit }) => fit?.added],
])('entries with the same %s hold them once, and say what they said', (_what, of) => {
  const fit = (dropped: string) => ({
    scale: 1,
    size: 11,
    spacing: 1,
    inputs: 'a',
    dropped: [dropped, 'three'],
    added: [`after ${dropped}`],
  });
  const made = (one: string): Entry => ({
    ...entry('One'),
    passages: [one, 'two'],
    sources: [one],
    assets: [`assets/${one}.css`],
    fit: fit(one),
  });
  const alike = new Alike();
  const [first, second, other] = [made('one'), made('one'), made('other')].map((one) =>
    withShared(one, alike),
  );
  expect([first, second, other]).toEqual([made('one'), made('one'), made('other')]);
  expect(first && of(first)).toBe(second && of(second));
  expect(withShared(entry('One'), alike)).toEqual(entry('One'));
});
