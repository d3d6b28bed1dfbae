import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { afterEach, expect, test, vi } from 'vitest';
import { typeset } from '../../src/compose/typography.ts';
import { runs } from '../runs.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => {});
afterEach(() => {
  // What a command prints is for it alone to say.
  expect(said).not.toHaveBeenCalled();
});

/** The first of these paragraphs when they are set. */
const firstOf = (...paragraphs: readonly string[]): string => {
  const tree: Root = {
    type: 'root',
    children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
  typeset(tree);
  return toString(tree.children[0]);
};

test('a text is set the same by itself as in a document with quotation marks', () => {
  const pieces = [
    '.',
    '..',
    '-',
    '–',
    '—',
    '`',
    ' ',
    '\u00a0',
    '\t',
    '\n',
    'a',
    'No',
    '9',
    ',',
    '%',
    '€',
    '́',
    "'",
    '’',
    'it',
    's',
    'é',
    'ŵ',
    '90',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (one) => {
      expect(firstOf(one)).toBe(firstOf(one, 'They said "no".'));
    }),
    { numRuns: runs(500, 10_000) },
  );
});

test.each([
  ['wait... ', 'wait… '],
  ['wait . . . ', 'wait … '],
  ['2010--2015', '2010–2015'],
  ['no---none', 'no—none'],
  ['``so', '“so'],
])('%s becomes %s', (one, set) => {
  expect(firstOf(one)).toBe(set);
});
