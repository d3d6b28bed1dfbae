import { PDFDict, PDFNumber, type PDFObject, PDFRef } from '../library.ts';
import { type Element, kidKind } from './element.ts';
import { numberTree } from './number-tree.ts';
import { dictAt, entriesOf, entryAt, nameAt, numberAt, textAt } from './objects.ts';
import type { Page } from './page-list.ts';
import { type RoleMap, roleMapOf } from './role-map.ts';

/** The structure tree of a PDF (ISO 32000-1, 14.7), read once for all rules. */
export interface Structure {
  readonly root: PDFDict;
  readonly roles: RoleMap;
  /** All elements, in reading order. */
  readonly elements: readonly Element[];
  readonly byType: ReadonlyMap<string, readonly Element[]>;
  readonly byRef: ReadonlyMap<PDFObject, Element>;
  /** Elements that are met a second time: within themselves, or in another. */
  readonly twice: readonly { readonly element: Element; readonly parent: Element | null }[];
  /** Which element each annotation, or other object, is part of. */
  readonly ofObject: ReadonlyMap<PDFObject, Element>;
  /** Which element each piece of content belongs to, by page or stream and number. */
  readonly ofMark: ReadonlyMap<PDFObject, ReadonlyMap<number, Element>>;
  /** The tree that leads from content to elements; null where there is none. */
  readonly parents: ReadonlyMap<number, PDFObject> | null;
  readonly classes: PDFDict | undefined;
}

interface Waiting {
  readonly dict: PDFDict;
  readonly ref: PDFObject;
  readonly parent: Element | null;
}

/** Reads the structure tree; null where a PDF has none. */
export const structureOf = (catalog: PDFDict, pages: readonly Page[]): Structure | null => {
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) return null;
  const roles = roleMapOf(dictAt(root, 'RoleMap'));
  const reader = new StructureReader(roles, pages, textAt(catalog, 'Lang') || null);
  reader.read(root);
  const tree = dictAt(root, 'ParentTree');
  return {
    root,
    roles,
    elements: reader.elements,
    byType: reader.byType,
    byRef: reader.byRef,
    twice: reader.twice,
    ofObject: reader.ofObject,
    ofMark: reader.ofMark,
    parents: tree ? numberTree(tree) : null,
    classes: dictAt(root, 'ClassMap'),
  };
};

class StructureReader {
  readonly elements: Element[] = [];
  readonly byType = new Map<string, Element[]>();
  readonly byRef = new Map<PDFObject, Element>();
  readonly twice: { element: Element; parent: Element | null }[] = [];
  readonly ofObject = new Map<PDFObject, Element>();
  readonly ofMark = new Map<PDFObject, Map<number, Element>>();
  readonly #known = new Map<PDFDict, Element>();
  readonly #roles: RoleMap;
  readonly #pages: ReadonlyMap<PDFObject, number>;
  readonly #language: string | null;

  constructor(roles: RoleMap, pages: readonly Page[], language: string | null) {
    this.#roles = roles;
    this.#pages = new Map(pages.map(({ ref, number }) => [ref, number]));
    this.#language = language;
  }

  /** Goes through the tree without recursion, however deep it is. */
  read(root: PDFDict): void {
    const waiting: Waiting[] = this.#kids(root, null, null).toReversed();
    while (waiting.length) {
      const next = waiting.pop();
      if (!next) continue;
      const known = this.#known.get(next.dict);
      if (known) this.twice.push({ element: known, parent: next.parent });
      else {
        const element = this.#element(next);
        waiting.push(...this.#kids(next.dict, entryAt(next.dict, 'Pg') ?? null, element).toReversed());
      }
    }
  }

  #element({ dict, ref, parent }: Waiting): Element {
    const own = nameAt(dict, 'S') ?? '';
    const type = this.#roles.standard(own) ?? own;
    const pg = entryAt(dict, 'Pg');
    const element: Element = {
      dict,
      ref,
      own,
      type,
      parent,
      children: [],
      language: textAt(dict, 'Lang') || (parent ? parent.language : this.#language),
      page: (pg && this.#pages.get(pg)) ?? null,
      marks: [],
      objects: [],
      inFormula: type === 'Formula' || (parent?.inFormula ?? false),
    };
    parent?.children.push(element);
    this.elements.push(element);
    const alike = this.byType.get(type);
    if (alike) alike.push(element);
    else this.byType.set(type, [element]);
    this.byRef.set(ref, element);
    this.#known.set(dict, element);
    return element;
  }

  /** The elements below one; notes the content and the objects that are part of it. */
  #kids(dict: PDFDict, page: PDFObject | null, element: Element | null): Waiting[] {
    return entriesOf(dict, 'K').flatMap((ref): Waiting[] => {
      const kid = ref instanceof PDFRef ? dict.context.lookup(ref) : ref;
      if (kid instanceof PDFNumber) this.#mark(element, page, kid.asNumber());
      if (!(kid instanceof PDFDict)) return [];
      const kind = kidKind(kid);
      if (kind === 'element') return [{ dict: kid, ref, parent: element }];
      const object = entryAt(kid, 'Obj');
      if (kind === 'content')
        this.#mark(element, entryAt(kid, 'Stm') ?? entryAt(kid, 'Pg') ?? page, numberAt(kid, 'MCID') ?? -1);
      else if (element && object) {
        element.objects.push(object);
        this.ofObject.set(object, element);
      }
      return [];
    });
  }

  #mark(element: Element | null, holder: PDFObject | null, id: number): void {
    if (!element || !holder) return;
    element.marks.push({ holder, id });
    const known = this.ofMark.get(holder) ?? new Map<number, Element>();
    this.ofMark.set(holder, known.set(id, element));
  }
}
