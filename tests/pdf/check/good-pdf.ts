/** A PDF that passes every rule, built of its objects, with something of each kind that the rules are about. */

import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '../../../src/pdf/library.ts';
import { tinyFont } from './tiny-font.ts';

export const name = (text: string): PDFName => PDFName.of(text);
export const text = (words: string): PDFString => PDFString.of(words);

type Value = PDFObject | string | number | boolean | null | undefined | Value[] | { [key: string]: Value };

/** A structure element: its type, its entries, and what it holds: elements, numbers of content, annotations. */
interface Node {
  readonly type: string;
  readonly entries?: Record<string, Value>;
  readonly kids?: readonly (Node | number | string)[];
}

const node = (type: string, kids: Node['kids'] = [], entries: Node['entries'] = {}): Node => ({
  type,
  kids,
  entries,
});

const COLUMN = { A: { O: 'Table', Scope: 'Column' } };

const TREE = node('Document', [
  node('H1', [0]),
  node('P', [1, node('Link', [2, 'link'])]),
  node(
    'Sect',
    [
      node('H2', [3]),
      node('Figure', [4], { Alt: text('A bar chart'), T: text('chart') }),
      node('L', [node('LI', [node('Lbl', [5]), node('LBody', [6])])]),
      node('TOC', [node('TOCI', [node('Reference', [7])])]),
      node('Table', [
        node('Caption', [8]),
        node('TR', [node('TH', [9], COLUMN), node('TH', [10], COLUMN)]),
        node('TR', [node('TD', [11]), node('TD', [12])]),
      ]),
      node('Formula', [13], { Alt: text('A plus B') }),
      node('Note', [14], { ID: text('note1') }),
      node('Ruby', [node('RB', [15]), node('RT', [16])]),
      node('Warichu', [node('WT', [17])]),
      node('Aside', [node('P', [18])]),
      node('Form', ['field']),
      node('Annot', ['remark']),
      node('Annot', ['file']),
    ],
    { ID: text('local-capacity') },
  ),
]);

/** What is written in each piece of content: glyphs A and B of the composite font, unless another is named. */
const WRITTEN: Record<number, string> = {
  1: '/Simple 12 Tf (AB) Tj',
  2: '/Symbols 12 Tf (AB) Tj',
  3: '/Mapped 12 Tf <4142> Tj',
  4: '0 0 9 9 re f',
  5: '/Drawn Do',
};

const CONTENT = [
  '0 0 1 rg /Artifact BMC 0 0 1 1 re f EMC',
  ...Array.from(
    { length: 19 },
    (_, id) => `/P <</MCID ${id}>> BDC BT /Composite 12 Tf ${WRITTEN[id] ?? '<00010002> Tj'} ET EMC`,
  ),
].join('\n');

const TO_UNICODE = '1 beginbfrange <0001> <0002> <0041> endbfrange';

const CMAP =
  '/CMapName /Own def /WMode 0 def 1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <41> <42> 1 endcidrange';

const XMP = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:ext="http://www.aiim.org/pdfa/ns/extension/" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<ext:schemas><rdf:Bag><rdf:li>pdfuaid</rdf:li></rdf:Bag></ext:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

/** The parts of a good PDF, to be broken. */
export class GoodPdf {
  readonly pdf: PDFDocument;
  readonly #refs = new Map<string, PDFRef>();
  readonly #elements = new Map<string, PDFDict[]>();
  #content = CONTENT;

  private constructor(pdf: PDFDocument) {
    this.pdf = pdf;
  }

  static async make(): Promise<GoodPdf> {
    const good = new GoodPdf(await PDFDocument.create());
    good.#build();
    return good;
  }

  get catalog(): PDFDict {
    return this.pdf.catalog;
  }

  get page(): PDFDict {
    return this.pdf.getPage(0).node;
  }

  /** The root of the tree of pages. */
  get pages(): PDFDict {
    return this.pdf.catalog.Pages();
  }

  /** Something that was given a name, e.g. `link` or `Composite`. */
  part(key: string): PDFDict {
    return this.pdf.context.lookup(this.ref(key), PDFDict);
  }

  ref(key: string): PDFRef {
    const ref = this.#refs.get(key);
    if (!ref) throw new Error(`There is no part ${key}`);
    return ref;
  }

  /** The reference to an object of the PDF. */
  refOf(object: PDFObject): PDFRef {
    const ref = this.pdf.context.getObjectRef(object);
    if (!ref) throw new Error('It is no object of its own');
    return ref;
  }

  /** A structure element of a type, by its place among those of the type. */
  element(type: string, index = 0): PDFDict {
    const element = this.#elements.get(type)?.[index];
    if (!element) throw new Error(`There is no element ${type}`);
    return element;
  }

  /** The dictionary at the end of a way through others. */
  at(dict: PDFDict, ...keys: string[]): PDFDict {
    return keys.reduce((from, key) => from.lookup(name(key), PDFDict), dict);
  }

  /** Makes a value of the PDF: objects of plain ones, names of texts. */
  value(value: Value): PDFObject {
    return this.pdf.context.obj(value as Parameters<PDFDocument['context']['obj']>[0]);
  }

  set(dict: PDFDict, entries: Record<string, Value>): void {
    for (const [key, value] of Object.entries(entries)) dict.set(name(key), this.value(value));
  }

  remove(dict: PDFDict, ...keys: string[]): void {
    for (const key of keys) dict.delete(name(key));
  }

  add(key: string, value: Value): PDFRef {
    const ref = this.pdf.context.register(this.value(value));
    this.#refs.set(key, ref);
    return ref;
  }

  stream(words: string | Uint8Array, entries: Record<string, Value> = {}): PDFRef {
    const contents = typeof words === 'string' ? bytesOf(words) : words;
    const packed = this.pdf.context.stream(deflateSync(contents), { ...entries, Filter: 'FlateDecode' });
    return this.pdf.context.register(packed);
  }

  /** Changes the page's content. */
  write(change: (content: string) => string): void {
    const before = this.#content;
    this.#content = change(before);
    if (this.#content === before) throw new Error('The content stays as it was');
    this.page.set(name('Contents'), this.stream(this.#content));
  }

  /** Changes the metadata. */
  describe(change: (xmp: string) => string): void {
    const xmp = change(XMP);
    this.catalog.set(name('Metadata'), this.stream(xmp, { Type: 'Metadata', Subtype: 'XML' }));
  }

  /** Its bytes, with objects packed into streams or each by itself. */
  async bytes(useObjectStreams = true): Promise<Uint8Array> {
    return this.pdf.save({
      useObjectStreams,
      addDefaultPage: false,
      updateFieldAppearances: false,
      // Nobody else has to have a turn.
      objectsPerTick: Infinity,
    });
  }

  #build(): void {
    const { context } = this.pdf;
    this.#addPage();
    this.#addAnnotations();
    this.#addStructure();
    const hex = PDFHexString.of('00112233445566778899aabbccddeeff');
    context.trailerInfo.ID = context.obj([hex, hex]);
    this.describe((xmp) => xmp);
    this.add('profile', {
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      DestOutputProfile: this.stream('profile', { N: 3 }),
    });
    this.add('outline', { Title: text('A') });
    this.add('attachment', {
      Type: 'Filespec',
      F: text('a.csv'),
      UF: text('a.csv'),
      AFRelationship: 'Data',
      EF: { F: this.stream('1,2') },
    });
    this.add('media', {
      Type: 'MediaClip',
      S: 'MCD',
      CT: text('audio/mp3'),
      Alt: [text(''), text('A speech')],
    });
    this.set(this.catalog, {
      Lang: text('en-GB'),
      MarkInfo: { Marked: true },
      ViewerPreferences: { DisplayDocTitle: true },
      OutputIntents: [this.ref('profile')],
      Outlines: { First: this.ref('outline'), Last: this.ref('outline'), Count: 1 },
      OCProperties: { OCGs: [], D: { Name: text('all') }, Configs: [{ Name: text('some') }] },
      AF: [this.ref('attachment')],
      AcroForm: {
        Fields: [this.ref('field')],
        XFA: this.stream('<xdp><dynamicRender>forbidden</dynamicRender></xdp>'),
      },
    });
  }

  #addPage(): void {
    const form = this.stream('0 0 1 1 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] });
    this.#refs.set('form', form);
    this.pdf.addPage([200, 200]);
    this.set(this.page, {
      StructParents: 0,
      Tabs: 'S',
      Contents: this.stream(CONTENT),
      Resources: { Font: this.#fonts(), XObject: { Drawn: form } },
    });
  }

  #fonts(): Record<string, PDFRef> {
    const descriptor = (flags: number, font: Uint8Array) =>
      this.add(`descriptor ${flags}`, { Type: 'FontDescriptor', Flags: flags, FontFile2: this.stream(font) });
    const letters = descriptor(32, tinyFont());
    const symbols = descriptor(4, tinyFont({ tables: [[3, 0]] }));
    const system = (ordering: string) => ({
      Registry: text('Adobe'),
      Ordering: text(ordering),
      Supplement: 0,
    });
    const below = (key: string, ordering: string) =>
      this.add(key, {
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: 'AAAAAA+Tiny',
        CIDSystemInfo: system(ordering),
        CIDToGIDMap: 'Identity',
        FontDescriptor: letters,
        W: [1, [500], 2, 2, 600],
      });
    const composite = (key: string, encoding: Value, descendant: PDFRef, toUnicode: string) =>
      this.add(key, {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: 'AAAAAA+Tiny',
        Encoding: encoding,
        DescendantFonts: [descendant],
        ToUnicode: this.stream(toUnicode),
      });
    const simple = (key: string, entries: Record<string, Value>) =>
      this.add(key, {
        Type: 'Font',
        Subtype: 'TrueType',
        BaseFont: 'AAAAAA+Tiny',
        FirstChar: 65,
        Widths: [500, 600],
        ...entries,
      });
    const cmap = this.stream(CMAP, { Type: 'CMap', CMapName: 'Own', WMode: 0, CIDSystemInfo: system('Own') });
    this.#refs.set('cmap', cmap);
    return {
      Composite: composite('Composite', 'Identity-H', below('descendant', 'Identity'), TO_UNICODE),
      Mapped: composite(
        'Mapped',
        cmap,
        below('mapped descendant', 'Own'),
        TO_UNICODE.replaceAll(/<000(\d)>/gu, '<4$1>'),
      ),
      Simple: simple('Simple', { Encoding: 'WinAnsiEncoding', FontDescriptor: letters }),
      Symbols: simple('Symbols', {
        FontDescriptor: symbols,
        ToUnicode: this.stream('1 beginbfrange <41> <42> <0041> endbfrange'),
      }),
    };
  }

  #addAnnotations(): void {
    const look = this.stream('/Artifact BMC 0 0 1 1 re f EMC', { Subtype: 'Form', BBox: [0, 0, 1, 1] });
    const AP = { N: look };
    const base = { Type: 'Annot', Rect: [0, 0, 9, 9], F: 4 };
    const file = { Type: 'Filespec', F: text('b.csv'), UF: text('b.csv'), AFRelationship: 'Data' };
    const annotations: Record<string, Record<string, Value>> = {
      link: {
        Subtype: 'Link',
        Contents: text('The report'),
        A: { S: 'URI', URI: text('https://example.org/') },
      },
      field: { Subtype: 'Widget', FT: 'Tx', T: text('name'), TU: text('Your name'), AP },
      remark: { Subtype: 'Text', Contents: text('A remark'), AP },
      file: {
        Subtype: 'FileAttachment',
        Contents: text('A table'),
        FS: { ...file, EF: { F: this.stream('3') } },
        AP,
      },
      mark: { Subtype: 'PrinterMark', AP },
    };
    const keys = Object.keys(annotations);
    const refs = keys.map((key, index) =>
      this.add(key, { ...base, ...(key === 'mark' ? {} : { StructParent: index + 1 }), ...annotations[key] }),
    );
    this.set(this.page, { Annots: refs });
  }

  #addStructure(): void {
    const { context } = this.pdf;
    const root = this.add('root', { Type: 'StructTreeRoot' });
    const owners = new Map<number | string, PDFRef>();
    const make = (one: Node, parent: PDFRef): PDFRef => {
      const ref = context.nextRef();
      const dict = this.value({
        Type: 'StructElem',
        S: one.type,
        P: parent,
        Pg: this.pdf.getPage(0).ref,
        ...one.entries,
      });
      context.assign(ref, dict);
      this.#elements.set(one.type, [...(this.#elements.get(one.type) ?? []), dict as PDFDict]);
      const kids = (one.kids ?? []).map((kid): Value => {
        if (typeof kid === 'object') return make(kid, ref);
        owners.set(kid, ref);
        return typeof kid === 'number' ? kid : { Type: 'OBJR', Obj: this.ref(kid) };
      });
      (dict as PDFDict).set(name('K'), this.value(kids.length === 1 ? kids[0] : kids));
      return ref;
    };
    const top = make(TREE, root);
    const content = Array.from({ length: 19 }, (_, id) => owners.get(id) ?? null);
    const objects = ['link', 'field', 'remark', 'file'].flatMap((key, index) => [index + 1, owners.get(key)]);
    this.add('parents', { Nums: [0, content, ...objects] });
    this.set(this.part('root'), {
      K: [top],
      RoleMap: { Aside: 'Sect' },
      ParentTree: this.ref('parents'),
      ParentTreeNextKey: 5,
    });
    this.set(this.catalog, { StructTreeRoot: root });
  }
}

/** The array of an entry. */
export const arrayAt = (dict: PDFDict, key: string): PDFArray => dict.lookup(name(key), PDFArray);
