/** More ways to break rules, and what comes near to that. */

import {
  type Break,
  OTHER_PREFIX,
  beside,
  caption,
  describe,
  form,
  group,
  named,
  partOfField,
  set,
  simple,
  symbols,
  type1,
  write,
} from './breaking.ts';
import { text } from './good-pdf.ts';
import { tinyCff, tinyType1 } from './tiny-type1.ts';

/** Other ways to break rules, each by what it is. */
export const FURTHER: readonly [rule: string, what: string, change: Break][] = [
  ['ua-02-003', 'a standard type that stands for itself', set('root', 'RoleMap', { Aside: 'Sect', P: 'P' })],
  ['ua-06-002', 'another prefix', describe(/pdfuaid/gu, 'ua')],
  [
    'ua-06-002',
    'an amendment of another prefix',
    describe('xmlns:pdfaid', `${OTHER_PREFIX} ua:amd="1" xmlns:pdfaid`),
  ],
  [
    'ua-06-002',
    'a correction of another prefix',
    describe('<pdfaid:part>', `<ua:corr ${OTHER_PREFIX}>1</ua:corr><pdfaid:part>`),
  ],
  ['ua-09-004', 'a head without a body', group(['THead', 0])],
  ['ua-09-004', 'a foot without a body', group(['TFoot', 1])],
  ['ua-09-004', 'rows beside a body', group(['TBody', 1])],
  ['ua-09-005', 'a list whose caption is its last part', caption('L', false)],
  ['ua-09-006', 'contents whose caption is its last part', caption('TOC', false)],
  [
    'ua-17-002',
    'a formula whose alternative is empty',
    (good) => good.set(good.element('Formula'), { Alt: text('') }),
  ],
  ['ua-25-001', 'a form of XML with a prefix', form('<c:dynamicRender\n>required</c:dynamicRender>')],
  ['ua-28-005', 'a button that only its part describes', partOfField({ TU: text('Yes') }, {})],
  ['ua-28-004', 'an annotation that the page’s edge cuts', beside([195, 195, 205, 205])],
  ['ua-28-004', 'an annotation whose corners are given the other way round', beside([9, 9, 0, 0])],
  ['ua-28-015', 'a description in no language', set('media', 'Alt', [text('A speech')])],
  ['ua-28-015', 'an empty description', set('media', 'Alt', [text('en'), text(' ')])],
  ['ua-28-015', 'one text', set('media', 'Alt', text('A speech'))],
  ['ua-31-012', 'a font of Type 1', type1('/A', tinyType1(['.notdef', 'A', 'B']), false)],
  ['ua-31-012', 'one in hexadecimal digits', type1('/A', tinyType1(['A', 'B'], true), false)],
  ['ua-31-013', 'a font of Type 1', type1('/A/Z', tinyType1(['.notdef', 'A']), false)],
  ['ua-31-016', 'a font of letters', set('Simple', 'Widths', [500, 602])],
  [
    'ua-31-018',
    'a letter beside one that is named',
    simple({ Encoding: named(65), Widths: [500, 600, 700] }, {}, 'AC'),
  ],
  [
    'ua-31-030',
    'the second of the names that follow a number',
    simple({ Encoding: named(65, 'A', '.notdef') }, {}, 'B'),
  ],
  ['ua-31-016', 'a font of symbols', set('Symbols', 'Widths', [502, 600])],
  [
    'ua-31-016',
    'a font of symbols that lie elsewhere',
    symbols({ tables: [[3, 0]], first: 0xf041 }, [502, 600]),
  ],
  ['ua-31-016', 'a font of symbols for the Macintosh', symbols({ tables: [[1, 0]] }, [502, 600])],
];

/** What is near to a breach and none. */
export const ALLOWED: readonly [what: string, change: Break][] = [
  [
    'types of a file’s own that stand for each other in a row',
    set('root', 'RoleMap', { Aside: 'Own', Own: 'Sect' }),
  ],
  ['a head and a body', group(['THead', 0], ['TBody', 1])],
  ['a list whose caption is its first part', caption('L', true)],
  ['contents whose caption is its first part', caption('TOC', true)],
  [
    'a formula with text in its place',
    (good) => {
      good.remove(good.element('Formula'), 'Alt');
      good.set(good.element('Formula'), { ActualText: text('A plus B') });
    },
  ],
  ['a button whose field is described', partOfField({}, { TU: text('Agree?') })],
  ['media whose kind is not known', set('media', 'CT', text(''))],
  [
    'media described in several languages',
    set('media', 'Alt', [text('cy'), text('Araith'), text(''), text('A speech')]),
  ],
  ['an annotation to the left of the page', beside([-9, 0, 0, 9])],
  ['an annotation to the right of the page', beside([200, 0, 209, 9])],
  ['an annotation below the page', beside([0, -9, 9, 0])],
  ['an annotation above the page', beside([0, 200, 9, 209])],
  [
    'an annotation beside the box of all pages',
    (good) => {
      good.remove(good.page, 'MediaBox');
      good.set(good.pages, { MediaBox: [200, 200, 0, 0] });
      beside([200, 0, 209, 9])(good);
    },
  ],
  [
    'an annotation beside what is shown of all pages',
    (good) => {
      good.set(good.pages, { CropBox: [0, 0, 99, 99] });
      beside([99, 0, 108, 9])(good);
    },
  ],
  [
    'a header cell that names a header which there is not',
    (good) => good.set(good.element('TH'), { A: { O: 'Table', Scope: 'Column', Headers: [text('none')] } }),
  ],
  ['widths that differ by the least', set('Simple', 'Widths', [501, 599])],
  [
    'other widths of text that is not painted',
    (good) => {
      set('Simple', 'Widths', [502, 602])(good);
      write('/Simple 12 Tf', '/Simple 12 Tf 3 Tr')(good);
    },
  ],
  ['the width of a letter that is named', simple({ Encoding: named(66), Widths: [500, 500] })],
  [
    'a font for the Macintosh with the encoding of another system',
    simple({ FirstChar: 0xc4, Widths: [500] }, { tables: [[1, 0]], first: 0x80 }, '\\304'),
  ],
  ...[
    ['\\240', 0x20],
    ['\\255', 0x2d],
    ['\\201', 0x2022],
  ].map(
    ([code, first]) =>
      [
        `a code for the character ${first}, that has another of its own`,
        simple({ Widths: [] }, { first: Number(first) }, String(code)),
      ] as [string, Break],
  ),
  ['a list of all glyphs of a font of Type 1', type1('/A/B', tinyType1(['.notdef', 'A', 'B']), false)],
  ...(
    [
      ['one after the other', '/A/B', tinyCff({ charset: [0, 0, 34, 0, 35] })],
      ['in short ranges', '/A/B', tinyCff({ charset: [1, 0, 34, 1] })],
      ['in long ranges', '/A/B', tinyCff({ charset: [2, 0, 34, 0, 1] })],
      ['of its own', '/a.alt/b.alt', tinyCff({ charset: [1, 1, 135, 1], strings: ['a.alt', 'b.alt'] })],
      ['of the standard set', '/space/exclam', tinyCff()],
      ['that are numbered', '/none', tinyCff({ top: [139, 139, 139, 12, 30] })],
    ] as const
  ).map(([what, list, program]) => [`a list of all glyphs ${what}`, type1(list, program)] as [string, Break]),
  ['a list of glyphs of a font that can’t be read', type1('/A', Uint8Array.of(1, 0, 4, 1, 9, 9, 9))],
];
