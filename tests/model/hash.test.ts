import { expect, test } from 'vitest';
import { sha256, valueHash } from '../../src/model/hash.ts';

// FIPS 180-2, B.1, and what `sha256sum` says.
test.each<[string | Uint8Array, string]>([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [new Uint8Array([97, 98, 99]), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['“é”', 'e7370e36ed9eb64021f00eae5116854ead1fb6719b9256e30bcfc83f893eed8f'],
])('%j is known by its SHA-256', (text, hash) => {
  expect(sha256(text)).toBe(hash);
});

test('a map is known by its entries', () => {
  expect(valueHash({ of: new Map([['a', 1]]) })).toBe(valueHash({ of: [['a', 1]] }));
  expect(valueHash(new Map([['a', 1]]))).not.toBe(valueHash(new Map([['a', 2]])));
});
