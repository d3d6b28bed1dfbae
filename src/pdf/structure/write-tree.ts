import {
  PDFArray,
  PDFDict,
  PDFNumber,
  PDFNull,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '../library.ts';
import { name, numberOf, text, type Objects } from '../values.ts';
import { type Mark, passageNames } from '../../model/mark.ts';
import { type TreeAnnotation, type Box, type TreeContent, type TreeElement, elementsOf } from './tree.ts';

/** Types that stand in no PDF 1.7, and what each is there (ISO 14289-1, 7.1). */
const ROLES = { Strong: 'Span', Em: 'Span' };

/** Writes the tree in place of the one that the PDF has. */
export const writeTree = (pdf: Objects, document: TreeElement, marks: readonly Mark[]): void =>
  new TreeWriter(pdf, marks).write(document);

class TreeWriter {
  readonly #pdf: Objects;
  readonly #root: PDFRef;
  /** The elements by what belongs to them: lists for content by the key of its stream, one for an annotation. */
  readonly #parents = new Map<number, PDFObject | PDFObject[]>();
  /** The keys of streams by the numbers of their objects. */
  readonly #keys = new Map<number, number>();
  /** The elements that the PDF had. */
  readonly #old: PDFRef[] = [];
  /** The objects of elements that the tree has. */
  readonly #kept = new Set<number>();
  readonly #identified: [string, PDFRef][] = [];
  /** What passages are called, by id. */
  readonly #names: ReadonlyMap<string, string>;

  constructor(pdf: Objects, marks: readonly Mark[]) {
    this.#pdf = pdf;
    this.#names = new Map([...passageNames(marks)].map(([named, id]) => [id, named]));
    this.#root = pdf.catalog.get(name('StructTreeRoot')) as PDFRef;
    for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      if (dict.get(name('Type')) === name('StructElem')) this.#old.push(ref);
      const key = numberOf(dict.get(name('StructParents')));
      if (key !== null) this.#keys.set(ref.objectNumber, key);
    }
  }

  write(document: TreeElement): void {
    const { context } = this.#pdf;
    const refs = new Map<TreeElement, PDFRef>();
    for (const element of elementsOf(document))
      refs.set(element, element.object === null ? context.nextRef() : PDFRef.of(element.object));
    this.#element(document, this.#root, '', refs);
    const old = context.lookup(this.#root, PDFDict);
    for (const key of ['ParentTree', 'IDTree']) this.#dropTree(old.get(name(key)));
    for (const ref of this.#old) if (!this.#kept.has(ref.objectNumber)) context.delete(ref);
    context.assign(this.#root, this.#rootDict(refs.get(document) as PDFRef));
    this.#renamePlaces();
  }

  #rootDict(top: PDFRef): PDFDict {
    const { context } = this.#pdf;
    const keys = [...this.#parents.keys()].sort((a, b) => a - b);
    const numbers = keys.flatMap((key) => [PDFNumber.of(key), this.#parentsOf(key)]);
    // The names of a tree of names are in the order of their letters (ISO 32000-1, 7.9.6).
    const identified = this.#identified.sort(([a], [b]) => (a < b ? -1 : 1));
    const names = identified.flatMap(([identifier, ref]) => [PDFString.of(identifier), ref]);
    return context.obj({
      Type: 'StructTreeRoot',
      K: top,
      RoleMap: ROLES,
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: (keys.at(-1) ?? -1) + 1,
      ...(names.length ? { IDTree: context.register(context.obj({ Names: names })) } : {}),
    });
  }

  /** The element of an annotation, or the list of those of a stream's content. */
  #parentsOf(key: number): PDFObject {
    const parents = this.#parents.get(key);
    if (!Array.isArray(parents)) return parents ?? PDFNull;
    const { context } = this.#pdf;
    return context.register(context.obj(Array.from(parents, (parent) => parent ?? PDFNull)));
  }

  #element(
    element: TreeElement,
    parent: PDFRef,
    language: string,
    refs: ReadonlyMap<TreeElement, PDFRef>,
  ): void {
    const { context } = this.#pdf;
    const ref = refs.get(element) as PDFRef;
    const own = element.language || language;
    const page = element.kids.find((kid) => kid.kind !== 'element')?.page;
    const dict = PDFDict.withContext(context);
    dict.set(name('Type'), name('StructElem'));
    dict.set(name('S'), name(element.type));
    dict.set(name('P'), parent);
    if (page !== undefined) dict.set(name('Pg'), PDFRef.of(page));
    this.#say(dict, element, own === language ? null : own);
    const kids = element.kids.map((kid) => {
      if (kid.kind === 'content') return this.#content(kid, page, ref);
      if (kid.kind === 'annotation') return this.#annotation(kid, element, ref);
      this.#element(kid, ref, own, refs);
      return refs.get(kid) as PDFRef;
    });
    const [only] = kids;
    if (only) dict.set(name('K'), kids.length === 1 ? only : context.obj(kids));
    context.assign(ref, dict);
    this.#kept.add(ref.objectNumber);
    if (element.identifier !== null) this.#identified.push([element.identifier, ref]);
  }

  /** What an element says of itself. */
  #say(dict: PDFDict, element: TreeElement, language: string | null): void {
    const texts = {
      Lang: language,
      Alt: element.alternative,
      ActualText: element.replacement,
      E: element.expansion,
      // A title is for those who look into the PDF: checks name the passage by it.
      T: this.#names.get(element.mark?.passage ?? '') ?? null,
      ID: element.identifier,
    };
    for (const [key, value] of Object.entries(texts)) if (value !== null) dict.set(name(key), text(value));
    const attributes = attributesOf(element);
    if (attributes) dict.set(name('A'), this.#pdf.context.obj(attributes));
  }

  #content({ sequence, page, form }: TreeContent, own: number | undefined, element: PDFRef): PDFObject {
    const key = this.#keys.get(form ?? page);
    if (key !== undefined) {
      const list = this.#parents.get(key);
      if (Array.isArray(list)) list[sequence.id] = element;
      else {
        const made: PDFObject[] = [];
        made[sequence.id] = element;
        this.#parents.set(key, made);
      }
    }
    if (form === null && page === own) return PDFNumber.of(sequence.id);
    return this.#pdf.context.obj({
      Type: 'MCR',
      Pg: PDFRef.of(page),
      MCID: sequence.id,
      ...(form === null ? {} : { Stm: PDFRef.of(form) }),
    });
  }

  /** A link says where it leads (ISO 14289-1, 7.18.5). */
  #annotation(link: TreeAnnotation, { mark }: TreeElement, element: PDFRef): PDFObject {
    const { page, object, target, areas, joined } = link;
    const { context } = this.#pdf;
    const ref = PDFRef.of(object);
    const annotation = context.lookup(ref, PDFDict);
    annotation.set(name('Contents'), text(mark?.label ?? target));
    const passage = this.#names.get(target);
    if (passage) annotation.set(name('Dest'), name(passage));
    if (areas.length) annotation.set(name('Rect'), context.obj(boundsOf(areas)));
    if (areas.length > 1) annotation.set(name('QuadPoints'), context.obj(areas.flatMap(cornersOf)));
    if (joined.length) this.#dropAnnotations(page, new Set(joined));
    const key = numberOf(annotation.lookup(name('StructParent')));
    if (key !== null) this.#parents.set(key, element);
    return context.obj({ Type: 'OBJR', Pg: PDFRef.of(page), Obj: ref });
  }

  /** Places that links lead to have the names of their elements: those of passages are not to be seen. */
  #renamePlaces(): void {
    const places = this.#pdf.catalog.lookup(name('Dests'));
    if (!(places instanceof PDFDict)) return;
    for (const [id, named] of this.#names) {
      const place = places.get(name(id));
      if (!place) continue;
      places.delete(name(id));
      places.set(name(named), place);
    }
  }

  #dropAnnotations(page: number, objects: ReadonlySet<number>): void {
    const { context } = this.#pdf;
    const isDropped = (ref: PDFObject) => ref instanceof PDFRef && objects.has(ref.objectNumber);
    const dict = context.lookup(PDFRef.of(page), PDFDict);
    const kept = dict.lookup(name('Annots'), PDFArray).asArray();
    dict.set(name('Annots'), context.obj(kept.filter((ref) => !isDropped(ref))));
    for (const object of objects) context.delete(PDFRef.of(object));
  }

  #dropTree(object: PDFObject | undefined): void {
    if (!(object instanceof PDFRef)) return;
    const dict = this.#pdf.context.lookup(object);
    const kids = dict instanceof PDFDict ? dict.lookup(name('Kids')) : undefined;
    for (const kid of kids && 'asArray' in kids ? (kids as { asArray(): PDFObject[] }).asArray() : [])
      this.#dropTree(kid);
    this.#pdf.context.delete(object);
  }
}

/** The corners of an area as viewers expect them: from the top left to the bottom right, line by line. */
const cornersOf = ([left, bottom, right, top]: Box): number[] => [
  left,
  top,
  right,
  top,
  left,
  bottom,
  right,
  bottom,
];

const boundsOf = (areas: readonly Box[]): number[] => [
  Math.min(...areas.map(([left]) => left)),
  Math.min(...areas.map(([, bottom]) => bottom)),
  Math.max(...areas.map(([, , right]) => right)),
  Math.max(...areas.map(([, , , top]) => top)),
];

/** The attributes of an element (ISO 32000-1, 14.8.5), each with its owner; null where it has none. */
const attributesOf = ({ type, numbering, cell, box }: TreeElement) => {
  if (type === 'L' && numbering) return { O: 'List', ListNumbering: numbering };
  if (box) return { O: 'Layout', BBox: [...box] };
  if (!cell) return null;
  const { scope, headers, rows, columns } = cell;
  const attributes = {
    ...(scope ? { Scope: scope } : {}),
    ...(headers.length ? { Headers: headers.map((header) => PDFString.of(header)) } : {}),
    ...(rows > 1 ? { RowSpan: rows } : {}),
    ...(columns > 1 ? { ColSpan: columns } : {}),
  };
  return Object.keys(attributes).length ? { O: 'Table', ...attributes } : null;
};
