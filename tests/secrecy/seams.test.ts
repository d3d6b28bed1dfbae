import { expect, test } from 'vitest';
import type { Readers } from '../../src/secrecy/readers.ts';
import { held } from '../../src/secrecy/held-text.ts';
import { Seams } from '../../src/secrecy/seams.ts';
import { valuesInUse } from '../in-use.ts';

const PLACE = { file: 'a.md', line: 1, column: 1 };

const EVERYBODY: Readers = {
  key: '',
  name: 'everybody',
  mayRead: ({ is }) => is === 'everybody',
  owns: () => false,
};

const sign = (words: string) => ({ sort: 'words' as const, words: words.split(' '), texts: [] });

test('what is made of two texts that may be read is a seam, and nothing else is', () => {
  const open = held('names', PLACE, { is: 'everybody' }, ['Seat alpha', 'Of the carers']);
  const closed = held('a secret', PLACE, { is: 'private' }, ['nobody knows']);
  const seams = new Seams([open, closed]);
  expect(seams.isSeam(sign('seat alpha of the'), EVERYBODY)).toBe(true);
  expect(seams.isSeam(sign('nobody knows of the'), EVERYBODY)).toBe(false);
  expect(seams.isSeam(sign('seat of the'), EVERYBODY)).toBe(false);
});

test('seams of thousands of names take little', () => {
  const names = Array.from({ length: 6500 }, (_, index) => `Seat ${index}`);
  const text = held('names', PLACE, { is: 'everybody' }, names);
  const made = [new Seams([text])];
  const before = valuesInUse();
  made.push(new Seams([text]));
  expect((valuesInUse() - before) / names.length).toBeLessThan(400);
  expect(made).toHaveLength(2);
});
