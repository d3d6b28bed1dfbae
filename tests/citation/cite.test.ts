import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { cite } from '../../src/citation/cite.ts';
import { WELSH } from '../../src/model/languages/cy.ts';
import { ENGLISH } from '../../src/model/languages/en.ts';
import { SOURCE_TYPES, type Source } from '../../src/model/source.ts';

const source = (over: Partial<Source> = {}): Source => ({
  id: 'jones-2025',
  file: 'sources/library/jones-2025.md',
  title: 'Briefing on clauses 3 and 10',
  authors: ['Ray Jones'],
  publisher: 'Social Work Group',
  container: null,
  issued: '2025-01-16',
  issuedPlace: { file: 'sources/library/jones-2025.md', line: 5, column: 9 },
  type: 'briefing',
  url: null,
  accessed: null,
  original: null,
  language: null,
  licence: null,
  attribution: null,
  topics: [],
  passages: [],
  place: { file: 'sources/library/jones-2025.md', line: 1, column: 1 },
  ...over,
});

const words = (phrases: readonly PhrasingContent[]) => phrases.map((one) => toString(one)).join('');
const note =
  (style: 'full' | 'short') =>
  (
    over: Partial<Source>,
    locator: string | null = null,
    from: Source | null = null,
    earlier: number | null = null,
  ) =>
    words(cite({ source: source(over), locator, from, earlier }, style, ENGLISH));
const [full, short] = [note('full'), note('short')];

describe('a short note', () => {
  test('leads to the source by its title, where that has an address', () => {
    const linksOf = (over: Partial<Source>) =>
      cite({ source: source(over), locator: 'item 4', from: null, earlier: null }, 'short', ENGLISH).flatMap(
        (one) => (one.type === 'link' ? [[one.url, toString(one)]] : []),
      );
    const url = 'https://example.org/a';
    expect(linksOf({ url })).toEqual([[url, 'Briefing on clauses 3 and 10']]);
    expect(linksOf({ url, type: 'legislation', title: 'Care Act 2014' })).toEqual([[url, 'Care Act 2014']]);
    expect(linksOf({})).toEqual([]);
  });
  test('gives author, title, date and locator', () => {
    expect(short({}, 'item 4')).toBe('Ray Jones, Briefing on clauses 3 and 10, 16 January 2025, item 4.');
  });
  test('names the publisher where there is no author, and the paper of an article', () => {
    expect(short({ authors: [], issued: '2023-03', type: 'submission' })).toBe(
      'Social Work Group, Briefing on clauses 3 and 10, March 2023.',
    );
    expect(short({ type: 'article', title: 'Who profits', container: 'The Guardian', issued: '2019' })).toBe(
      'Ray Jones, Who profits, The Guardian, 2019.',
    );
  });
  test('gives an Act by its name alone', () => {
    expect(short({ type: 'legislation', title: 'Children Act 1989' }, 'section 47')).toBe(
      'Children Act 1989, section 47.',
    );
  });
});

describe('a source that an earlier note gives', () => {
  test('is named by its author and that note, short and full, without its address', () => {
    expect(short({}, 'item 5', null, 1)).toBe('Ray Jones, as in note 1, item 5.');
    expect(full({ url: 'https://example.org/b' }, 'item 5', null, 2)).toBe(
      'Ray Jones, as in note 2, item 5.',
    );
    expect(full({ authors: [] }, null, null, 2)).toBe('Social Work Group, as in note 2.');
  });
  test('is given whole again where it is an Act', () => {
    expect(short({ type: 'legislation', title: 'Children Act 1989' }, 'section 17', null, 1)).toBe(
      'Children Act 1989, section 17.',
    );
  });
});

describe('a full note', () => {
  test('gives a work with publisher and date', () => {
    expect(full({}, 'item 4')).toBe(
      'Ray Jones, Briefing on clauses 3 and 10 (Social Work Group, 16 January 2025), item 4.',
    );
  });
  test('gives an article in quotation marks, in its paper', () => {
    expect(full({ type: 'article', title: 'Who profits', container: 'The Guardian', issued: '2019' })).toBe(
      'Ray Jones, “Who profits”, The Guardian, 2019.',
    );
  });
  test('names a publisher that stands for the author once', () => {
    const own = { type: 'web-page', title: 'Who we are', authors: [], issued: '2024' } as const;
    expect(full({ ...own, publisher: 'Ofsted' })).toBe('Ofsted, “Who we are”, 2024.');
    expect(full({ ...own, publisher: 'Ofsted', container: 'Blog' })).toBe(
      'Ofsted, “Who we are”, Blog, 2024.',
    );
    expect(full({ ...own, authors: ['Ray Jones'], publisher: 'Ofsted' })).toBe(
      'Ray Jones, “Who we are”, Ofsted, 2024.',
    );
  });
  test('gives statistics by who counts', () => {
    expect(
      full({ type: 'statistics', title: 'Workforce', authors: [], publisher: 'DfE', issued: '2024' }),
    ).toBe('DfE, Workforce, 2024.');
  });
  test('ends with the address and when it was read', () => {
    expect(full({ url: 'https://example.org/b', accessed: '2026-11-22' })).toMatch(
      /2025\)\. https:\/\/example\.org\/b \(read on 22 November 2026\)$/,
    );
  });
  test.each(SOURCE_TYPES)('has a form for every type: %s', (type) => {
    expect(full({ type })).toContain('Briefing on clauses 3 and 10');
    expect(full({ type })).toMatch(/\.$/);
  });
});

test('several authors are listed, more than three are cut', () => {
  expect(short({ authors: ['A', 'B', 'C'] })).toMatch(/^A, B and C,/);
  expect(short({ authors: ['A', 'B', 'C', 'D'] })).toMatch(/^A and others,/);
});

test('a figure quoted from elsewhere is cited in the source that quotes it', () => {
  const from = source({
    authors: [],
    publisher: 'Department for Education',
    type: 'statistics',
    issued: '2023',
  });
  expect(short({}, 'item 4', from)).toBe(
    'Department for Education, Briefing on clauses 3 and 10, 2023, cited in Ray Jones, Briefing on clauses 3 and 10, 16 January 2025, item 4.',
  );
});

describe('one stop ends a note', () => {
  test.each([
    ['pp. 4 ff.', 'pp. 4 ff.'],
    ['page 4', 'page 4.'],
    ['p. 4 et seq.', 'p. 4 et seq.'],
    ['page 4.', 'page 4.'],
    ['the part “Who pays?”', 'the part “Who pays?”'],
    ['s. 1(b)', 's. 1(b).'],
  ])('with the place %s', (locator, end) => {
    for (const style of [full, short]) expect(style({}, locator)).toMatch(end);
    for (const style of [full, short]) expect(style({}, locator)).not.toMatch(/[.?!]”?\.$/);
  });
  test('and a title loses its own, but not that of an abbreviation', () => {
    expect(short({ title: 'Care in crisis.' })).toBe('Ray Jones, Care in crisis, 16 January 2025.');
    expect(short({ title: 'The books of Sweets Ltd.' })).toContain('Ltd., 16');
    expect(short({ type: 'legislation', title: 'Care Act 2014.' })).toBe('Care Act 2014.');
    expect(full({ type: 'article', title: 'Who profits?', container: 'The Guardian' })).toContain(
      '“Who profits?”, The',
    );
  });
});

test('a note in Welsh has Welsh words and dates', () => {
  const from = source({ authors: ['Wyn Id', 'Ann Ab'], publisher: 'Senedd' });
  const cited = {
    source: source({ url: 'https://example.org/b', accessed: '2026-11-22' }),
    locator: 'eitem 4',
  };
  expect(words(cite({ ...cited, from, earlier: null }, 'full', WELSH))).toBe(
    'Wyn Id ac Ann Ab, Briefing on clauses 3 and 10 (Senedd, 16 Ionawr 2025), dyfynnwyd yn Ray Jones, ' +
      'Briefing on clauses 3 and 10 (Social Work Group, 16 Ionawr 2025), eitem 4. https://example.org/b (darllenwyd ar 22 Tachwedd 2026)',
  );
  expect(words(cite({ ...cited, from: null, earlier: 3 }, 'short', WELSH))).toBe(
    'Ray Jones, fel yn nodyn 3, eitem 4.',
  );
});
