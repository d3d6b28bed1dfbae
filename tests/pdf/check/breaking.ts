/** Ways to change a good PDF, of which breaches of rules are made. */

import { arrayAt, type GoodPdf, name, text } from './good-pdf.ts';
import { tinyFont } from './tiny-font.ts';
import { tinyCff } from './tiny-type1.ts';

export type Break = (good: GoodPdf) => void;

/** Sets an entry of a part, or of a dictionary within it. */
export const set =
  (part: string, key: string, value: Parameters<GoodPdf['value']>[0], ...within: string[]): Break =>
  (good) =>
    good.set(good.at(good.part(part), ...within), { [key]: value });

export const remove =
  (part: string, key: string, ...within: string[]): Break =>
  (good) =>
    good.remove(good.at(good.part(part), ...within), key);

/** Gives an element another type. */
export const retype =
  (type: string, other: string, index = 0): Break =>
  (good) =>
    good.set(good.element(type, index), { S: other });

export const write =
  (from: string | RegExp, to: string): Break =>
  (good) =>
    good.write((content) => content.replace(from, to));

export const describe =
  (from: string | RegExp, to: string): Break =>
  (good) =>
    good.describe((xmp) => xmp.replace(from, to));

export const catalog =
  (entries: Parameters<GoodPdf['set']>[1]): Break =>
  (good) =>
    good.set(good.catalog, entries);

export const toUnicode =
  (font: string, map: string): Break =>
  (good) =>
    good.set(good.part(font), { ToUnicode: good.stream(map) });

/** Embeds another font program. */
export const embed =
  (flags: number, options: Parameters<typeof tinyFont>[0]): Break =>
  (good) =>
    good.set(good.part(`descriptor ${flags}`), { FontFile2: good.stream(tinyFont(options)) });

/** Gives the simple font a descriptor of its own, so that the composite ones keep theirs, and perhaps other text. */
export const simple =
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
export const named = (from: number, ...names: string[]) => ({
  BaseEncoding: 'WinAnsiEncoding',
  Differences: [from, ...(names.length ? names : ['A'])],
});

/** Gives the font of symbols another program, and widths. */
export const symbols =
  (options: Parameters<typeof tinyFont>[0], widths: number[]): Break =>
  (good) => {
    embed(4, options)(good);
    good.set(good.part('Symbols'), { Widths: widths });
  };

/** Makes the simple font one of Type 1 with glyphs A and B, or those of a program, and a list of its glyphs. */
export const type1 =
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
export const cmap =
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

export const system = (registry: string, ordering: string, supplement: number) => () => ({
  CIDSystemInfo: { Registry: text(registry), Ordering: text(ordering), Supplement: supplement },
});

/** Adds an annotation to the page, in an element of a type. */
export const annotate =
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
export const partOfField =
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
export const beside =
  (rectangle: number[]): Break =>
  (good) => {
    good.remove(good.part('remark'), 'Contents');
    good.set(good.part('remark'), { Rect: rectangle });
  };

/** Gives the PDF's form a description in XML. */
export const form =
  (xml: string): Break =>
  (good) =>
    good.set(good.at(good.catalog, 'AcroForm'), { XFA: [text('template'), good.stream(xml)] });

export const OTHER_PREFIX = 'xmlns:ua="http://www.aiim.org/pdfua/ns/id/"';

export const MARK_LOOK = { N: { Subtype: 'Form' } };

/** Puts a caption into an element that holds one other part: before it, or behind. */
export const caption =
  (type: string, isFirst: boolean): Break =>
  (good) => {
    const element = good.element(type);
    const ref = good.add('caption', { S: 'Caption', P: good.refOf(element) });
    const other = element.get(name('K'));
    good.set(element, { K: isFirst ? [ref, other] : [other, ref] });
  };

/** Moves rows of the table into parts of it, by the type of each part; the rows that are left out stay where they are. */
export const group =
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
