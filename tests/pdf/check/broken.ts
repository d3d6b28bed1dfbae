/** For each rule, what breaks a good PDF in that one way. */

import { PDFBool } from '@cantoo/pdf-lib';
import { arrayAt, type GoodPdf, name, text } from './good-pdf.ts';
import { tinyFont } from './tiny-font.ts';
import { tinyCff, tinyType1 } from './tiny-type1.ts';

type Break = (good: GoodPdf) => void;

/** Sets an entry of a part, or of a dictionary within it. */
const set =
  (part: string, key: string, value: Parameters<GoodPdf['value']>[0], ...within: string[]): Break =>
  (good) =>
    good.set(good.at(good.part(part), ...within), { [key]: value });

const remove =
  (part: string, key: string, ...within: string[]): Break =>
  (good) =>
    good.remove(good.at(good.part(part), ...within), key);

/** Gives an element another type. */
const retype =
  (type: string, other: string, index = 0): Break =>
  (good) =>
    good.set(good.element(type, index), { S: other });

const write =
  (from: string | RegExp, to: string): Break =>
  (good) =>
    good.write((content) => content.replace(from, to));

const describe =
  (from: string | RegExp, to: string): Break =>
  (good) =>
    good.describe((xmp) => xmp.replace(from, to));

const catalog =
  (entries: Parameters<GoodPdf['set']>[1]): Break =>
  (good) =>
    good.set(good.catalog, entries);

const toUnicode =
  (font: string, map: string): Break =>
  (good) =>
    good.set(good.part(font), { ToUnicode: good.stream(map) });

/** Embeds another font program. */
const embed =
  (flags: number, options: Parameters<typeof tinyFont>[0]): Break =>
  (good) =>
    good.set(good.part(`descriptor ${flags}`), { FontFile2: good.stream(tinyFont(options)) });

/** Gives the simple font a descriptor of its own, so that the composite ones keep theirs, and perhaps other text. */
const simple =
  (entries: Parameters<GoodPdf['set']>[1], options?: Parameters<typeof tinyFont>[0], written = 'AB'): Break =>
  (good) => {
    const descriptor = good.add('own', {
      Type: 'FontDescriptor',
      Flags: 32,
      FontFile2: good.stream(tinyFont(options)),
    });
    good.set(good.part('Simple'), { FontDescriptor: descriptor, ...entries });
    if (written !== 'AB') write('(AB) Tj', `(${written}) Tj`)(good);
  };

/** An encoding that names the glyphs of codes, A where nothing else is said. */
const named = (from: number, ...names: string[]) => ({
  BaseEncoding: 'WinAnsiEncoding',
  Differences: [from, ...(names.length ? names : ['A'])],
});

/** Gives the font of symbols another program, and widths. */
const symbols =
  (options: Parameters<typeof tinyFont>[0], widths: number[]): Break =>
  (good) => {
    embed(4, options)(good);
    good.set(good.part('Symbols'), { Widths: widths });
  };

/** Makes the simple font one of Type 1 with glyphs A and B, or those of a program, and a list of its glyphs. */
const type1 =
  (list: string, program = tinyCff({ charset: [0, 0, 34, 0, 35] }), isCompact = true): Break =>
  (good) => {
    const file = isCompact
      ? { FontFile3: good.stream(program, { Subtype: 'Type1C' }) }
      : { FontFile: good.stream(program) };
    const descriptor = good.add('own', {
      Type: 'FontDescriptor',
      Flags: 32,
      CharSet: text(list),
      ...file,
    });
    good.set(good.part('Simple'), { Subtype: 'Type1', FontDescriptor: descriptor });
  };

/** Gives the mapped font a CMap that differs. */
const cmap =
  (from: string, to: string, entries: (good: GoodPdf) => Parameters<GoodPdf['set']>[1] = () => ({})): Break =>
  (good) => {
    const map =
      '/WMode 0 def 1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <41> <42> 1 endcidrange';
    const system = { Registry: text('Adobe'), Ordering: text('Own'), Supplement: 0 };
    const dict = { Type: 'CMap', CIDSystemInfo: system, ...entries(good) };
    good.set(good.part('Mapped'), {
      Encoding: good.stream(map.replace(from, to), dict),
    });
  };

const system = (registry: string, ordering: string, supplement: number) => () => ({
  CIDSystemInfo: { Registry: text(registry), Ordering: text(ordering), Supplement: supplement },
});

/** Adds an annotation to the page, in an element of a type. */
const annotate =
  (entries: Parameters<GoodPdf['set']>[1], type = 'Annot'): Break =>
  (good) => {
    const annotation = good.add('new', {
      Type: 'Annot',
      Rect: [0, 0, 9, 9],
      F: 4,
      StructParent: 9,
      ...entries,
    });
    arrayAt(good.page, 'Annots').push(annotation);
    const element = good.add('new element', {
      S: type,
      P: good.ref('root'),
      K: { Type: 'OBJR', Obj: annotation },
    });
    arrayAt(good.part('root'), 'K').push(element);
    const nums = arrayAt(good.part('parents'), 'Nums');
    nums.push(good.value(9));
    nums.push(element);
  };

/** Makes the field's widget a part of it, as a button of several is; each says its own. */
const partOfField =
  (widget: Parameters<GoodPdf['set']>[1], field: Parameters<GoodPdf['set']>[1]): Break =>
  (good) => {
    good.remove(good.part('field'), 'T', 'TU', 'FT');
    const parent = good.add('whole field', {
      FT: 'Btn',
      T: text('agree'),
      Kids: [good.ref('field')],
      ...field,
    });
    good.set(good.part('field'), { Parent: parent, ...widget });
    good.set(good.at(good.catalog, 'AcroForm'), { Fields: [parent] });
  };

/** Takes an annotation's description away, and puts it elsewhere. */
const beside =
  (rectangle: number[]): Break =>
  (good) => {
    good.remove(good.part('remark'), 'Contents');
    good.set(good.part('remark'), { Rect: rectangle });
  };

/** Gives the PDF's form a description in XML. */
const form =
  (xml: string): Break =>
  (good) =>
    good.set(good.at(good.catalog, 'AcroForm'), { XFA: [text('template'), good.stream(xml)] });

const OTHER_PREFIX = 'xmlns:ua="http://www.aiim.org/pdfua/ns/id/"';

const MARK_LOOK = { N: { Subtype: 'Form' } };

/** Of the Matterhorn Protocol, by number. */
const CONDITIONS: Record<string, Break> = {
  '01-003': write('/MCID 1>> BDC', '/MCID 1>> BDC /Artifact BMC EMC'),
  '01-004': (good) => good.write((content) => `/Artifact BMC ${content} EMC`),
  '01-005': (good) => good.write((content) => `${content} 0 0 10 10 re f 0 0 1 1 re f`),
  '01-007': catalog({ MarkInfo: { Marked: true, Suspects: true } }),
  '02-001': set('root', 'RoleMap', {}),
  '02-003': set('root', 'RoleMap', { Aside: 'Sect', One: 'Two', Two: 'One' }),
  '02-004': set('root', 'RoleMap', { Aside: 'Sect', P: 'Div' }),
  '06-001': (good) => good.remove(good.catalog, 'Metadata'),
  '06-002': describe('pdfuaid:part="1"', 'pdfuaid:part="2"'),
  '06-003': describe('A &amp; B', ' '),
  '07-001': catalog({ ViewerPreferences: {} }),
  '07-002': catalog({ ViewerPreferences: { DisplayDocTitle: false } }),
  '09-004': retype('TD', 'P'),
  '09-005': retype('LBody', 'P'),
  '09-006': retype('Reference', 'Span'),
  '09-007': retype('RT', 'Span'),
  '09-008': retype('WT', 'Span'),
  '10-001': toUnicode('Composite', '1 beginbfchar <0001> <0041> endbfchar'),
  '11-001': (good) => {
    good.remove(good.catalog, 'Lang', 'Outlines');
    for (const type of ['Sect', 'H1']) good.set(good.element(type), { Lang: text('en') });
    good.describe((xmp) => xmp.replace('x-default', 'en'));
    good.set(good.element('Link'), { Lang: text('en') });
  },
  '11-002': (good) => {
    good.remove(good.catalog, 'Lang', 'Outlines');
    for (const type of ['P', 'H1', 'H2', 'L', 'TOC', 'Table', 'Formula', 'Note', 'Ruby', 'Warichu', 'Aside'])
      good.set(good.element(type), { Lang: text('en') });
    for (const [type, index] of [
      ['Form', 0],
      ['Annot', 0],
      ['Annot', 1],
    ] as const)
      good.set(good.element(type, index), { Lang: text('en') });
    good.describe((xmp) => xmp.replace('x-default', 'en'));
  },
  '11-003': (good) => {
    good.remove(good.catalog, 'Lang');
    good.set(good.element('Document'), { Lang: text('en') });
    good.describe((xmp) => xmp.replace('x-default', 'en'));
  },
  '11-004': (good) => {
    good.remove(good.catalog, 'Lang', 'Outlines');
    for (const type of [
      'H1',
      'P',
      'H2',
      'Figure',
      'L',
      'TOC',
      'Table',
      'Formula',
      'Note',
      'Ruby',
      'Warichu',
      'Aside',
      'Form',
    ])
      good.set(good.element(type), { Lang: text('en') });
    good.describe((xmp) => xmp.replace('x-default', 'en'));
  },
  '11-005': (good) => {
    good.remove(good.catalog, 'Lang', 'Outlines');
    for (const type of [
      'H1',
      'P',
      'H2',
      'Figure',
      'L',
      'TOC',
      'Table',
      'Formula',
      'Note',
      'Ruby',
      'Warichu',
      'Aside',
    ])
      good.set(good.element(type), { Lang: text('en') });
    for (const index of [0, 1]) good.set(good.element('Annot', index), { Lang: text('en') });
    good.describe((xmp) => xmp.replace('x-default', 'en'));
  },
  '11-006': (good) => {
    good.remove(good.catalog, 'Lang', 'Outlines');
    good.set(good.element('Document'), { Lang: text('en') });
  },
  '13-004': (good) => good.set(good.element('Figure'), { Alt: text(' ') }),
  '14-002': retype('H1', 'H2'),
  '14-003': retype('H2', 'H3'),
  '14-006': (good) => {
    good.set(good.element('H1'), { S: 'H' });
    good.set(good.element('P'), { S: 'H' });
    good.set(good.element('H2'), { S: 'P' });
  },
  '14-007': retype('Formula', 'H'),
  '15-003': (good) => good.remove(good.element('TH'), 'A'),
  '17-002': (good) => good.remove(good.element('Formula'), 'Alt'),
  '17-003': (good) => {
    good.remove(good.part('Mapped'), 'ToUnicode');
    good.write((content) => content.replace(/(\/MCID 13>> BDC BT) [^]*?Tj/u, '$1 /Mapped 12 Tf <41> Tj'));
  },
  '19-003': (good) => good.remove(good.element('Note'), 'ID'),
  '19-004': (good) => good.set(good.element('Formula'), { S: 'Note', ID: text('note1') }),
  '20-001': catalog({ OCProperties: { OCGs: [], D: { Name: text('all') }, Configs: [{ Name: text('') }] } }),
  '20-002': catalog({ OCProperties: { OCGs: [], D: {} } }),
  '20-003': catalog({ OCProperties: { OCGs: [], D: { Name: text('all'), AS: [] } } }),
  '21-001': remove('attachment', 'UF'),
  '25-001': form('<dynamicRender> required </dynamicRender>'),
  '28-002': retype('Annot', 'Sect'),
  '28-004': (good) => good.remove(good.part('remark'), 'Contents'),
  '28-005': remove('field', 'TU'),
  '28-006': (good) => {
    annotate({ Subtype: 'Hologram', AP: MARK_LOOK })(good);
  },
  '28-007': annotate({ Subtype: 'TrapNet', AP: MARK_LOOK }),
  '28-008': (good) => good.remove(good.page, 'Tabs'),
  '28-009': (good) => good.set(good.page, { Tabs: 'R' }),
  '28-010': retype('Form', 'Sect'),
  '28-011': retype('Link', 'Span'),
  '28-012': (good) => {
    good.remove(good.part('link'), 'Contents');
    good.set(good.element('Link'), { Alt: text('The report') });
  },
  '28-014': remove('media', 'CT'),
  '28-015': remove('media', 'Alt'),
  '28-016': (good) => good.set(good.part('file'), { FS: { Type: 'Filespec', F: text('b.csv') } }),
  '28-017': (good) => {
    const element = good.add('tagged mark', {
      S: 'Sect',
      P: good.ref('root'),
      K: { Type: 'OBJR', Obj: good.ref('mark') },
    });
    arrayAt(good.part('root'), 'K').push(element);
  },
  '28-018': (good) =>
    good.set(good.part('mark'), { AP: { N: good.stream('0 0 1 1 re f', { Subtype: 'Form' }) } }),
  '30-001': (good) => {
    const form = good.stream('', { Subtype: 'Form', Ref: { F: { Type: 'Filespec', F: text('other.pdf') } } });
    good.set(good.at(good.page, 'Resources'), { XObject: { Drawn: form } });
  },
  '30-002': (good) => {
    const form = good.stream('/P <</MCID 0>> BDC 0 0 1 1 re f EMC', { Subtype: 'Form', StructParents: 9 });
    good.set(good.at(good.page, 'Resources'), { XObject: { Drawn: form } });
    const figure = good.element('Lbl');
    const owner = arrayAt(good.element('LI'), 'K').get(0);
    good.set(figure, { K: [5, { Type: 'MCR', Stm: form, MCID: 0 }] });
    const nums = arrayAt(good.part('parents'), 'Nums');
    nums.push(good.value(9));
    nums.push(good.value([owner]));
    good.write((content) => content.replace('/Drawn Do', '/Drawn Do /Drawn Do'));
  },
  '31-001': cmap('', '', system('Other', 'Own', 0)),
  '31-002': cmap('', '', system('Adobe', 'Others', 0)),
  '31-003': cmap('', '', system('Adobe', 'Own', 1)),
  '31-004': set('descendant', 'CIDToGIDMap', 'Other'),
  '31-005': remove('descendant', 'CIDToGIDMap'),
  '31-006': set('Mapped', 'Encoding', 'Own-H'),
  '31-007': cmap('', '', () => ({ WMode: 1 })),
  '31-008': cmap('/WMode', '/Other usecmap /WMode'),
  '31-009': (good) => {
    good.set(good.part('Simple'), { FontDescriptor: { Type: 'FontDescriptor', Flags: 32 } });
  },
  '31-011': (good) => {
    write('<00010002> Tj', '<00010009> Tj')(good);
    toUnicode('Composite', '1 beginbfrange <0001> <0009> <0041> endbfrange')(good);
  },
  '31-012': type1('/A'),
  '31-013': type1('/A/B/C'),
  '31-014': (good) =>
    good.set(good.part('descriptor 32'), { CIDSet: good.stream(Uint8Array.of(0b1100_0000)) }),
  '31-015': (good) =>
    good.set(good.part('descriptor 32'), { CIDSet: good.stream(Uint8Array.of(0b1111_0000)) }),
  '31-016': set('descendant', 'W', [1, [500], 2, 2, 602]),
  '31-017': simple({}, { tables: [[3, 0]] }),
  '31-018': simple({ FirstChar: 65, Widths: [500, 600, 700] }, {}, 'C'),
  '31-019': remove('Simple', 'Encoding'),
  '31-020': simple({ Encoding: { Type: 'Encoding' } }),
  '31-021': simple({ Encoding: 'MacExpertEncoding' }),
  '31-023': simple(
    { Encoding: { BaseEncoding: 'MacRomanEncoding', Differences: [66, 'C'] } },
    { tables: [[1, 0]], format: 0 },
  ),
  '31-024': set('Symbols', 'Encoding', 'WinAnsiEncoding'),
  '31-025': embed(4, { tables: [] }),
  '31-026': embed(4, {
    tables: [
      [1, 0],
      [3, 1],
    ],
  }),
  '31-027': remove('Symbols', 'ToUnicode'),
  '31-028': toUnicode('Symbols', '2 beginbfchar <41> <0000> <42> <0042> endbfchar'),
  '31-029': toUnicode('Symbols', '1 beginbfrange <41> <42> [<FEFF> <0042>] endbfrange'),
  '31-030': (good) => {
    write('<00010002> Tj', '<00000002> Tj')(good);
    toUnicode('Composite', '1 beginbfrange <0000> <0002> <0040> endbfrange')(good);
    good.set(good.part('descendant'), { W: [0, [1000, 500, 600]] });
  },
};

/** Of how structure and content lead to each other. */
const TREE: Record<string, Break> = {
  marked: catalog({ MarkInfo: {} }),
  ancestry: (good) => good.set(good.element('H2'), { P: good.ref('root') }),
  parents: remove('root', 'ParentTree'),
  content: (good) => good.set(good.element('H1'), { K: [0, 99] }),
  annotations: set('link', 'StructParent', 3),
  marks: (good) => good.write((content) => `${content} /Span BMC`),
  streams: (good) => {
    const broken = good.pdf.context.stream('no deflated data', { Filter: 'FlateDecode' });
    const whole = good.page.get(name('Contents'));
    good.page.set(name('Contents'), good.value([whole, good.pdf.context.register(broken)]));
  },
};

/** Of PDF/A. */
const ARCHIVE: Record<string, Break> = {
  identifier: (good) => {
    delete (good.pdf.context.trailerInfo as { ID?: unknown }).ID;
  },
  filter: (good) => {
    const stream = good.pdf.context.stream(
      Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01),
      {
        Filter: 'LZWDecode',
      },
    );
    good.set(good.catalog, { Extra: good.pdf.context.register(stream) });
  },
  colours: (good) => good.write((content) => `0 0 0 1 k ${content}`),
  images: (good) =>
    good.set(good.catalog, {
      Extra: good.stream('', {
        Type: 'XObject',
        Subtype: 'Image',
        Interpolate: PDFBool.True as unknown as string,
      }),
    }),
  'annotation-flags': set('link', 'F', 0),
  'annotation-look': remove('remark', 'AP'),
  actions: set('link', 'A', { S: 'Launch', F: text('a.exe') }),
  extension: describe('ext:schemas', 'ext:other'),
  part: describe('<pdfaid:part>3', '<pdfaid:part>1'),
  level: describe('conformance>A', 'conformance>C'),
  attachments: describe('<pdfaid:part>3', '<pdfaid:part>2'),
  relationship: remove('attachment', 'AFRelationship'),
};

const numbered = (prefix: string, breaks: Record<string, Break>): [string, Break][] =>
  Object.entries(breaks).map(([key, value]) => [`${prefix}-${key}`, value]);

/** Puts a caption into an element that holds one other part: before it, or behind. */
const caption =
  (type: string, isFirst: boolean): Break =>
  (good) => {
    const element = good.element(type);
    const ref = good.add('caption', { S: 'Caption', P: good.refOf(element) });
    const other = element.get(name('K'));
    good.set(element, { K: isFirst ? [ref, other] : [other, ref] });
  };

/** Moves rows of the table into parts of it, by the type of each part; the rows that are left out stay where they are. */
const group =
  (...parts: readonly [type: string, ...rows: number[]][]): Break =>
  (good) => {
    const table = good.refOf(good.element('Table'));
    for (const [S, ...rows] of parts) {
      const refs = rows.map((row) => good.refOf(good.element('TR', row)));
      const part = good.add(S, { S, P: table, K: refs });
      for (const row of rows) good.set(good.element('TR', row), { P: part });
      const kids = arrayAt(good.element('Table'), 'K');
      for (const ref of refs) kids.remove(kids.indexOf(ref) ?? 0);
      kids.push(part);
    }
  };

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

/** By rule. */
export const BREAKS: ReadonlyMap<string, Break> = new Map([
  ...numbered('ua', CONDITIONS),
  ...numbered('tree', TREE),
  ...numbered('archive', ARCHIVE),
]);
