import { describe, expect, test, vi } from 'vitest';
import type { Sequence } from '../../../src/pdf/content/sequence.ts';
import type { TextObject } from '../../../src/pdf/content/text-object.ts';
import { PageText } from '../../../src/pdf/structure/page-text.ts';
import { dropDecoration, dropRepeated } from '../../../src/pdf/structure/transformations/artifacts.ts';
import { completeContents } from '../../../src/pdf/structure/transformations/contents.ts';
import { dropEmpty } from '../../../src/pdf/structure/transformations/empty.ts';
import { giveIdentifiers } from '../../../src/pdf/structure/transformations/identifiers.ts';
import { mendLineEnds } from '../../../src/pdf/structure/transformations/line-ends.ts';
import { makeParagraphs } from '../../../src/pdf/structure/transformations/paragraphs.ts';
import { type TreeContent, type TreeElement, elementOf, type Kid } from '../../../src/pdf/structure/tree.ts';

interface Piece extends TreeContent {
  readonly name: string;
}

const piece = (name: string, given: Partial<Sequence> = {}, page = 1): Piece => {
  const sequence = { holdsText: true, holdsImage: false, holdsPath: false, isArtifact: false, ...given };
  return { kind: 'content', name, page, form: null, sequence: sequence as Sequence };
};

/** An element of a type; texts are pieces of content. */
const element = (type: string, ...kids: (Kid | string)[]): TreeElement =>
  elementOf(
    type,
    kids.map((kid) => (typeof kid === 'string' ? piece(kid) : kid)),
  );

/** e.g. `Div(P(a Span(b)))`. */
const shown = (kid: Kid): string => {
  if (kid.kind === 'annotation') return 'link';
  if (kid.kind === 'content') return (kid as Piece).name;
  return `${kid.type}(${kid.kids.map(shown).join(' ')})`;
};

describe('paragraphs', () => {
  const bare = (...kids: (Kid | string)[]) => element('NonStruct', ...kids);

  test.each<[string, TreeElement, string]>([
    ['what stands in one line', element('Div', bare('a'), element('Span', 'b'), 'c'), 'Div(P(a Span(b) c))'],
    ['before and after a block', element('Sect', 'a', element('P', 'b'), 'c'), 'Sect(P(a) P(b) P(c))'],
    ['of each box', element('Div', bare(bare('a')), bare(bare('b'))), 'Div(P(a) P(b))'],
    ['of a box beside a line', element('Div', 'a', bare(bare('b')), 'c'), 'Div(P(a) P(b) P(c))'],
    ['of a box within boxes', element('Art', bare(bare(bare('a'), bare('b')))), 'Art(P(a b))'],
    [
      'around blocks in boxes, deep down',
      element('Div', 'a', bare(bare('b', bare(element('P', 'c')), 'd')), 'e'),
      'Div(P(a) P(b) P(c) P(d) P(e))',
    ],
    [
      'of two boxes with blocks, which end each other’s lines',
      element('Div', bare(element('P', 'a'), 'b'), bare('c', element('P', 'd'))),
      'Div(P(a) P(b) P(c) P(d))',
    ],
    ['none in a paragraph', element('P', bare('a'), bare(bare('b'))), 'P(a b)'],
    ['none in the body of an item', element('LBody', 'a', bare(bare('b'))), 'LBody(a b)'],
    [
      'none in a body with blocks, whose order stays',
      element('LBody', 'a', bare(element('P', 'b')), 'c'),
      'LBody(a P(b) c)',
    ],
    ['in what lies below', element('LBody', element('Div', 'a')), 'LBody(Div(P(a)))'],
  ])('%s', (_, tree, expected) => {
    makeParagraphs(tree);
    expect(shown(tree)).toBe(expected);
  });
});

test('tables of contents hold entries, with what stands in a line in a paragraph, and keep what is none', () => {
  const entry = element(
    'LI',
    'a',
    element('Reference', 'b'),
    element('TOC', element('LI', element('Reference', 'c'))),
  );
  const toc = element('TOC', element('Caption', 'In this pack'), entry);
  const tree = element('Document', toc, element('L', element('LI', 'd')));
  completeContents(tree);
  expect(shown(tree)).toBe(
    'Document(TOC(Caption(In this pack) TOCI(P(a Reference(b)) TOC(TOCI(Reference(c))))) L(LI(d)))',
  );
  expect(toc.numbering).toBeNull();
});

test('notes and cells have identifiers in reading order, whatever Chrome called them, and heads are named by these', () => {
  const cell = (type: string, identifier: string | null, headers: readonly string[] = []): TreeElement =>
    Object.assign(element(type, 'x'), { identifier, cell: { headers } });
  const [one, two] = [cell('TH', 'node00000041'), cell('TH', 'node00000007')];
  const data = cell('TD', null, ['node00000007', 'node00000041', 'node99']);
  const note = element('Note', 'n');
  giveIdentifiers(element('Document', note, element('TR', one, two), data));
  expect([note, one, two, data].map(({ identifier }) => identifier)).toEqual([
    'note-1',
    'cell-1',
    'cell-2',
    null,
  ]);
  expect(data.cell?.headers).toEqual(['cell-2', 'cell-1']);
});

describe('artifacts', () => {
  const isDropped = (one: Piece) => one.sequence.isArtifact;
  const shape = { holdsText: false, holdsPath: true };

  test('are shapes, but not texts, images, and what figures and formulas are made of', () => {
    const [rule, text, image] = [
      piece('rule', shape),
      piece('text'),
      piece('image', { holdsText: false, holdsImage: true }),
    ];
    const [drawing, sign] = [piece('drawing', shape), piece('sign', shape)];
    const tree = element(
      'Document',
      element('P', rule, text, image),
      element('Figure', element('Span', drawing)),
      element('Formula', sign),
    );
    dropDecoration(tree);
    expect(shown(tree)).toBe('Document(P(text image) Figure(Span(drawing)) Formula(sign))');
    expect([rule, text, image, drawing, sign].map(isDropped)).toEqual([true, false, false, false, false]);
  });

  test('are not the drawn signs of items, which are read as bullets; what has no sign is', () => {
    const [sign, nothing] = [piece('sign', shape), piece('nothing', { holdsText: false })];
    const [drawn, empty] = [element('Lbl', sign), element('Lbl', nothing)];
    dropDecoration(element('L', element('LI', drawn), element('LI', empty)));
    expect([drawn, empty].map(({ replacement }) => replacement)).toEqual(['\u2022', null]);
    expect([sign, nothing].map(isDropped)).toEqual([false, true]);
  });

  // The objects of pages have numbers in any order.
  const pages = [30, 10, 20];
  const row = (repeated: 'head' | 'foot' | null): TreeElement => {
    const kids = pages.map((page) => piece(`on${page}`, {}, page));
    const cell = element('TH', element('Span', ...kids), piece('own', {}, repeated === 'foot' ? 20 : 30));
    const mark = repeated && { type: 'TR' as const, language: '', repeated };
    return elementOf('TR', [cell], { mark });
  };

  test.each([
    ['head', 'TR(TH(Span(on30) own))'],
    ['foot', 'TR(TH(Span(on20) own))'],
    [null, 'TR(TH(Span(on30 on10 on20) own))'],
  ] as const)('are repetitions of a table’s %s', (repeated, expected) => {
    const tree = row(repeated);
    dropRepeated(pages)(element('Table', tree));
    expect(shown(tree)).toBe(expected);
  });

  test('are counted for each cell, as one may be longer than its neighbour', () => {
    const cells = [30, 10].map((page) => element('TH', piece(`on${page}`, {}, page)));
    const tree = elementOf('TR', cells, { mark: { type: 'TR', language: '', repeated: 'head' } });
    dropRepeated(pages)(tree);
    expect(shown(tree)).toBe('TR(TH(on30) TH(on10))');
  });
});

test('what is empty goes, with what held nothing else; cells and links stay', () => {
  const link: Kid = { kind: 'annotation', page: 1, object: 2, target: '', areas: [], joined: [] };
  const tree = element(
    'Document',
    element('Sect', element('P', element('Span'))),
    element('Table', element('TR', element('TD'), element('TH', element('P')), element('Span'))),
    element('P', element('Link', link), element('Em'), 'text'),
    element('TR'),
  );
  dropEmpty(tree);
  expect(shown(tree)).toBe('Document(Table(TR(TD() TH())) P(Link(link) text))');
});

describe('the ends of lines', () => {
  /** A text that notes what is done with it. */
  const text = (said: string) => ({
    said,
    first: (count: number) => said.slice(0, count),
    last: (count: number) => said.slice(-count),
    endWithSpace: vi.fn<() => void>(),
    silence: vi.fn<() => void>(),
  });
  type Text = ReturnType<typeof text>;

  const line = (...texts: Text[]): Piece =>
    piece('line', { texts: texts as unknown as readonly TextObject[] as TextObject[] });

  /** What a block of these texts reads like, where the page says this. */
  const read = (page: string, ...parts: string[]): string => {
    const texts = parts.map(text);
    mendLineEnds(new PageText(page))(element('P', ...texts.map((one) => line(one))));
    return texts
      .filter(({ silence }) => !silence.mock.calls.length)
      .map(({ said, endWithSpace }) => said + ' '.repeat(endWithSpace.mock.calls.length))
      .join('|');
  };

  test.each([
    ['a space of the page', 'one two', ['one', 'two'], 'one |two'],
    ['none within a word', 'onetwo', ['one', 'two'], 'one|two'],
    ['none that is there already', 'one two', ['one ', 'two'], 'one |two'],
    ['none before one', 'one two', ['one', ' two'], 'one| two'],
    ['none before a comma', 'one , two', ['one', ', two'], 'one|, two'],
    ['none before a bracket that closes', '(one ) two', ['(one', ') two'], '(one|) two'],
    ['one before a bracket that opens', 'one (two)', ['one', '(two)'], 'one |(two)'],
    ['none where the page has no such text', 'three four', ['one', 'two'], 'one|two'],
    ['a space in capitals of style', 'Keep them', ['KEEP', 'THEM'], 'KEEP |THEM'],
    [
      'no hyphen of a soft one',
      'well\u00ADbeing now',
      ['well\u00AD', '-', 'being now'],
      'well\u00AD|being now',
    ],
    ['the hyphen that is written', 'well-known', ['well', '-', 'known'], 'well|-|known'],
    ['a dash behind a soft hyphen that is more than one sign', 'a\u00AD-b', ['a\u00AD', '-b'], 'a\u00AD|-b'],
    [
      'what stands at its place, not at one like it before',
      'a b c ab cd',
      ['a', 'b', 'c', 'ab', 'cd'],
      'a |b |c |ab |cd',
    ],
    [
      'what stands there, told by more than the last piece',
      'over there, and over the re-run',
      ['over the', 're-run'],
      'over the |re-run',
    ],
  ])('have %s', (_, page, parts, expected) => expect(read(page, ...parts)).toBe(expected));

  test('are mended across what stands in lines, and not across blocks', () => {
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map(text) as [Text, Text, Text, Text];
    const tree = element(
      'LBody',
      line(one),
      element('Span', element('Link', line(two))),
      element('P', line(three)),
      element('Em', line(four)),
    );
    mendLineEnds(new PageText('one two\nthree\nfour'))(tree);
    const ends = [one, two, three, four].map(({ endWithSpace }) => endWithSpace.mock.calls.length);
    expect(ends).toEqual([1, 0, 0, 0]);
  });
});
