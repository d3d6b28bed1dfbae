import { expect, test } from 'vitest';
import { bibtex } from '../../src/citation/bibtex.ts';
import { SOURCE_TYPES, type Source } from '../../src/model/source.ts';

const source = (over: Partial<Source> = {}): Source => ({
  id: 'okoro-2025',
  file: 'sources/library/okoro-2025.md',
  title: 'What the Bill means',
  authors: ['Sam Okoro'],
  publisher: 'Social Workers for Children',
  container: null,
  issued: '2025-01-10',
  issuedPlace: { file: '', line: 1, column: 1 },
  type: 'report',
  url: 'https://example.org/a_b?c=d%20e#f',
  accessed: '2025-01-12',
  language: null,
  licence: null,
  attribution: null,
  original: null,
  topics: [],
  passages: [],
  place: { file: '', line: 1, column: 1 },
  ...over,
});

test('an entry has what is known of a source, and the place in it', () => {
  expect(bibtex(source(), 'page 4')).toBe(`@techreport{okoro-2025,
  author = {Sam Okoro},
  title = {{What the Bill means}},
  institution = {Social Workers for Children},
  year = {2025},
  month = jan,
  url = {https://example.org/a_b?c=d%20e#f},
  urldate = {2025-01-12},
  note = {page 4}
}`);
});

test.each([
  ['50% & more', String.raw`50\% \& more`],
  ['#1_a', String.raw`\#1\_a`],
  ['{a} b', String.raw`\{a\} b`],
  ['£5 or $5', String.raw`£5 or \$5`],
  [String.raw`a\b`, String.raw`a\textbackslash{}b`],
  ['~10^2', String.raw`\textasciitilde{}10\textasciicircum{}2`],
])('of a title, %s is written %s', (title, written) => {
  expect(bibtex(source({ title }), null)).toContain(`title = {{${written}}},`);
});

test.each([
  [['Ray Jones', 'Siân Ŵyn'], 'author = {Ray Jones and Siân Ŵyn}'],
  [['Tate and Lyle'], 'author = {{Tate and Lyle}}'],
  [['Jones, Ray'], 'author = {{Jones, Ray}}'],
  [[], 'author = {{Social Workers for Children}}'],
])('names are kept as they are read: %j', (authors, written) => {
  expect(bibtex(source({ authors }), null)).toContain(written);
});

test('an address can’t end its field', () => {
  expect(bibtex(source({ url: 'https://example.org/}{' }), null)).toContain(
    'url = {https://example.org/%7D%7B}',
  );
});

test.each(SOURCE_TYPES)('a %s has braces in pairs, and a year though only that is known', (type) => {
  const entry = bibtex(source({ type, issued: '2025', container: 'The {Times}' }), null);
  const bare = entry.replace(/\\[{}]/gu, '');
  expect(bare.match(/\{/gu)?.length).toBe(bare.match(/\}/gu)?.length);
  expect(entry).toContain('year = {2025}');
  expect(entry).not.toContain('month');
});
