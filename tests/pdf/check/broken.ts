/** For each rule, what breaks a good PDF in that one way. */

import { PDFBool } from '../../../src/pdf/library.ts';
import {
  type Break,
  MARK_LOOK,
  annotate,
  catalog,
  cmap,
  describe,
  embed,
  form,
  remove,
  retype,
  set,
  simple,
  system,
  toUnicode,
  type1,
  write,
} from './breaking.ts';
import { arrayAt, name, text } from './good-pdf.ts';

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

/** By rule. */
export const BREAKS: ReadonlyMap<string, Break> = new Map([
  ...numbered('ua', CONDITIONS),
  ...numbered('tree', TREE),
  ...numbered('archive', ARCHIVE),
]);
