import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFRef } from '../library.ts';
import type { Mark } from '../../model/mark.ts';
import type { Streams } from '../content/streams.ts';
import { listOf, name, numberOf, textOf, type Objects } from '../values.ts';
import { type Cell, type TreeElement, elementOf, type Kid } from './tree.ts';

/**
 * Reads the structure tree that Chrome has written: one element at its top, `Document`.
 * @throws Error where the PDF has none: the browser was asked for a tagged one.
 */
export const readTree = (pdf: Objects, streams: Streams, marks: readonly Mark[]): TreeElement => {
  const root = pdf.catalog.lookup(name('StructTreeRoot'));
  const [top] = root instanceof PDFDict ? kidsOf(root) : [];
  if (!(top instanceof PDFRef)) throw new Error('The browser has printed a PDF without structure');
  return new TreeReader(pdf, streams, marks).element(top, pdf.context.lookup(top, PDFDict));
};

/** What the entry for kids holds: a list, or one thing alone (ISO 32000-1, table 323). */
const kidsOf = (dict: PDFDict): PDFObject[] => {
  const kids = dict.lookup(name('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const single = dict.get(name('K'));
  return single ? [single] : [];
};

class TreeReader {
  readonly #pdf: Objects;
  readonly #streams: Streams;
  readonly #marks: readonly Mark[];

  constructor(pdf: Objects, streams: Streams, marks: readonly Mark[]) {
    this.#pdf = pdf;
    this.#streams = streams;
    this.#marks = marks;
  }

  element(ref: PDFRef, dict: PDFDict): TreeElement {
    const { mark, language } = this.#marked(textOf(dict.lookup(name('Lang'))));
    const attributes = attributesOf(dict);
    const page = dict.get(name('Pg'));
    return elementOf(
      textOf(dict.lookup(name('S'))) ?? 'NonStruct',
      kidsOf(dict).flatMap((kid) => this.#kid(kid, page)),
      {
        mark,
        language,
        object: ref.objectNumber,
        alternative: textOf(dict.lookup(name('Alt'))),
        identifier: textOf(dict.lookup(name('ID'))),
        numbering: textOf(attributes.get('ListNumbering')),
        cell: cellOf(attributes),
      },
    );
  }

  /** The language, and the mark that goes along in it: `cy-x-d3` is Welsh, and mark 3. */
  #marked(text: string | null): Pick<TreeElement, 'mark' | 'language'> {
    const [, language, number] = /^(.*)-x-d(\d+)$/u.exec(text ?? '') ?? [];
    const mark = this.#marks[Number(number ?? -1)];
    return mark
      ? { mark, language: language === 'und' ? '' : (language ?? '') }
      : { mark: null, language: text };
  }

  #kid(object: PDFObject, page: PDFObject | undefined): Kid[] {
    if (object instanceof PDFNumber) return this.#content(object.asNumber(), page, undefined);
    const dict = object instanceof PDFRef ? this.#pdf.context.lookup(object) : object;
    if (!(dict instanceof PDFDict)) return [];
    const type = textOf(dict.lookup(name('Type')));
    const own = dict.get(name('Pg')) ?? page;
    if (type === 'MCR')
      return this.#content(numberOf(dict.lookup(name('MCID'))) ?? -1, own, dict.get(name('Stm')));
    if (type === 'OBJR') return this.#annotation(dict.get(name('Obj')), own);
    return object instanceof PDFRef ? [this.element(object, dict)] : [];
  }

  /** Marked content (ISO 32000-1, 14.7.4.2). */
  #content(id: number, page: PDFObject | undefined, form: PDFObject | undefined): Kid[] {
    if (!(page instanceof PDFRef)) return [];
    const inForm = form instanceof PDFRef ? form.objectNumber : null;
    const stream = this.#streams.get(inForm ?? page.objectNumber);
    const sequence = stream?.scan.sequences.get(id);
    return sequence ? [{ kind: 'content', page: page.objectNumber, form: inForm, sequence }] : [];
  }

  /** An object of its own that belongs to an element (14.7.4.3): Chrome's are links. */
  #annotation(ref: PDFObject | undefined, page: PDFObject | undefined): Kid[] {
    const dict = ref && this.#pdf.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict) || !(page instanceof PDFRef)) return [];
    const action = dict.lookup(name('A'));
    const address = action instanceof PDFDict ? textOf(action.lookup(name('URI'))) : null;
    const target = address ?? textOf(dict.lookup(name('Dest'))) ?? '';
    const [left, bottom, right, top] = numbersOf(dict.lookup(name('Rect')));
    const areas = [[left ?? 0, bottom ?? 0, right ?? 0, top ?? 0] as const];
    const place = { page: page.objectNumber, object: ref.objectNumber };
    return [{ kind: 'annotation', ...place, target, areas, joined: [] }];
  }
}

const numbersOf = (object: PDFObject | undefined): number[] =>
  object instanceof PDFArray ? listOf(object).map((one) => numberOf(one) ?? 0) : [];

/** The attributes of an element (ISO 32000-1, 14.7.5), of whatever owner. */
const attributesOf = (dict: PDFDict): ReadonlyMap<string, PDFObject | undefined> => {
  const found = dict.lookup(name('A'));
  if (!found) return NONE;
  const all = found instanceof PDFArray ? listOf(found) : [found];
  const entries = all.flatMap((attributes) =>
    attributes instanceof PDFDict
      ? attributes.keys().map((key) => [key.decodeText(), attributes.lookup(key)] as const)
      : [],
  );
  return new Map(entries);
};

const NONE: ReadonlyMap<string, PDFObject> = new Map();

const cellOf = (attributes: ReadonlyMap<string, PDFObject | undefined>): Cell | null => {
  const headers = attributes.get('Headers');
  const rows = numberOf(attributes.get('RowSpan'));
  if (rows === null) return null;
  return {
    scope: textOf(attributes.get('Scope')),
    headers: headers instanceof PDFArray ? listOf(headers).map((header) => textOf(header) ?? '') : [],
    rows,
    columns: numberOf(attributes.get('ColSpan')) ?? 1,
  };
};
