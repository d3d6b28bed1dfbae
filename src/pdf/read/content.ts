/** What the content of all pages holds: read in one pass, for all rules. */

import { PDFArray, type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { ContentLexer, markedContentId } from '../content/lexer.ts';
import type { Element } from './element.ts';
import type { FontBook } from './font-book.ts';
import type { FontUse } from './font-use.ts';
import { isLanguage } from './language.ts';
import { MarkStack } from './mark-stack.ts';
import { dictAt, entryAt, listOf, nameAt, numberAt, streamAt, textAt, valueAt } from './objects.ts';
import type { Page } from './page-list.ts';
import { Spots } from './spots.ts';
import type { Unpacker } from './streams.ts';
import type { Structure } from './structure.ts';

/** What holds for the content that is read: as for a page, or for a form on it. */
interface ContentScope {
  readonly page: number;
  /** The page or the form that numbers of marked content count in. */
  readonly holder: PDFObject;
  /** What those numbers lead to. */
  readonly parents: PDFArray | undefined;
  readonly resources: PDFDict | undefined;
  /** The forms that are being drawn, the innermost last. */
  readonly forms: readonly PDFRawStream[];
  /** Whether this content has not been read before. */
  readonly isFirst: boolean;
  /** Where content is noted that is not marked; null where it need not be. */
  readonly unmarked: Spots | null;
  /** Takes who reads along to an operator. */
  readonly step?: ((lexer: ContentLexer) => void) | undefined;
}

/** What is known of a form XObject. */
interface KnownForm {
  /** In which surroundings it has been read. */
  readonly states: Set<string>;
  drawn: number;
  /** Whether it holds marked content with a number, itself or in a form that it draws. */
  hasMarks: boolean;
}

/** Forms within forms beyond this depth are not looked into. */
const DEEPEST = 24;

const PAINTED: ReadonlyMap<string, string> = new Map([
  ...['Tj', 'TJ', "'", '"'].map((one) => [one, 'text'] as const),
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'].map((one) => [one, 'a drawing'] as const),
  ['BI', 'an image'],
]);

const COLOURS: ReadonlyMap<string, string> = new Map([
  ...['rg', 'RG'].map((one) => [one, 'DeviceRGB'] as const),
  ...['k', 'K'].map((one) => [one, 'DeviceCMYK'] as const),
]);

/** Who wants to know more of the content of pages is taken along while it is read. */
export interface ReadAlong {
  /** A page begins: is told of each of its operators, not of those in the forms that it draws, and of its end. */
  readPage(
    page: Page,
    fonts: FontBook,
  ): { readonly step: (lexer: ContentLexer) => void; readonly end: () => void };
}

/** Reads content; what it met is in its fields. */
export class ContentReader {
  /** Content on pages, and in printer's marks, that is neither tagged nor an artifact. */
  readonly unmarked = new Spots();
  readonly unmarkedByPrinters = new Spots();
  readonly artifactInTagged = new Spots();
  readonly taggedInArtifact = new Spots();
  readonly withoutLanguage = new Spots();
  readonly wrongLanguage = new Spots();
  readonly unbalanced = new Spots();
  readonly markTwice = new Spots();
  readonly markAstray = new Spots();
  readonly damaged = new Spots();
  readonly reference = new Spots();
  readonly formTwice = new Spots();
  /** By how a colour is given, e.g. `DeviceRGB`. */
  readonly colours = new Map<string, Spots>();
  /** The numbers of marked content that there are, by page or form. */
  readonly marks = new Map<PDFObject, Set<number>>();

  readonly #structure: Structure | null;
  readonly #unpacker: Unpacker;
  readonly #fonts: FontBook;
  readonly #along: ReadAlong | null;
  readonly #forms = new Map<PDFRawStream, KnownForm>();
  readonly #open = new MarkStack();
  #font: FontUse | null = null;
  #isInvisible = false;

  constructor(
    structure: Structure | null,
    { unpacker, fonts, along }: { unpacker: Unpacker; fonts: FontBook; along: ReadAlong | null },
  ) {
    this.#structure = structure;
    this.#unpacker = unpacker;
    this.#fonts = fonts;
    this.#along = along;
  }

  readPage(page: Page): void {
    const { dict, ref, number, resources } = page;
    const streams = listOf(valueAt(dict, 'Contents')).filter((one) => one instanceof PDFRawStream);
    const parts = streams.map((stream) => this.#unpacker.bytes(stream));
    if (parts.includes(null)) this.damaged.note(number, null);
    const bytes = joined(parts.filter((one) => one !== null));
    const along = this.#along?.readPage(page, this.#fonts);
    const scope = { page: number, holder: ref, resources, forms: [], unmarked: this.unmarked };
    this.#begin(bytes, dict, { ...scope, step: along?.step });
    along?.end();
  }

  /** Reads an appearance of an annotation: it belongs to its annotation, but for a printer's mark. */
  readAppearance(form: PDFRawStream, page: number, isPrinterMark: boolean): void {
    const bytes = this.#unpacker.bytes(form) ?? new Uint8Array();
    const resources = dictAt(form.dict, 'Resources');
    const unmarked = isPrinterMark ? this.unmarkedByPrinters : null;
    this.#begin(bytes, form.dict, { page, holder: form, resources, forms: [form], unmarked });
  }

  #begin(bytes: Uint8Array, dict: PDFDict, scope: Omit<ContentScope, 'parents' | 'isFirst'>): void {
    this.#open.clear();
    this.#font = null;
    this.#isInvisible = false;
    this.#read(bytes, { ...scope, parents: this.#parentsOf(dict), isFirst: true });
  }

  #parentsOf(dict: PDFDict): PDFArray | undefined {
    const key = numberAt(dict, 'StructParents');
    const entry = key === undefined ? undefined : this.#structure?.parents?.get(key);
    const value = entry && dict.context.lookup(entry);
    return value instanceof PDFArray ? value : undefined;
  }

  #read(bytes: Uint8Array, scope: ContentScope): void {
    const lexer = new ContentLexer(bytes);
    const base = this.#open.depth;
    const saved: { font: FontUse | null; isInvisible: boolean }[] = [];
    const { step } = scope;
    while (lexer.next()) {
      step?.(lexer);
      const { operator } = lexer;
      const painted = PAINTED.get(operator);
      if (painted) this.#paint(lexer, scope, painted);
      else if (operator === 'BDC' || operator === 'BMC') this.#mark(lexer, scope);
      else if (operator === 'EMC') this.#unmark(scope, base);
      else if (operator === 'q') saved.push({ font: this.#font, isInvisible: this.#isInvisible });
      else if (operator === 'Q') {
        const before = saved.pop();
        if (before) [this.#font, this.#isInvisible] = [before.font, before.isInvisible];
      } else this.#set(lexer, scope);
    }
    if (this.#open.depth > base) {
      this.unbalanced.note(scope.page, this.#open.element, 'marked content is not closed');
      this.#open.closeTo(base);
    }
  }

  /** Operators that set how the next content looks, and `Do`. */
  #set(lexer: ContentLexer, scope: ContentScope): void {
    const { operator } = lexer;
    const { resources, page } = scope;
    const colour = COLOURS.get(operator);
    if (colour) this.#colour(colour, page);
    else if (operator === 'Do') this.#draw(lexer.name(0), scope);
    else if (operator === 'Tf') this.#font = this.#fonts.named(resources, lexer.name(0), page);
    else if (operator === 'Tr') this.#isInvisible = lexer.number(0) === 3;
    else if (operator === 'gs')
      this.#font = this.#fonts.ofState(resources, lexer.name(0), page) ?? this.#font;
    else if (operator === 'cs' || operator === 'CS') this.#colour(lexer.name(0), page);
  }

  #paint(lexer: ContentLexer, scope: ContentScope, what: string): void {
    const { element, hasLanguage } = this.#open;
    if (what === 'text') {
      if (!this.#show(lexer)) return;
      if (scope.unmarked === this.unmarked && element && !element.language && !hasLanguage)
        this.withoutLanguage.note(scope.page, element);
    }
    this.#mustBeMarked(scope, what);
  }

  /** Notes what is written in which font; false where it is nothing. */
  #show(lexer: ContentLexer): boolean {
    const { element } = this.#open;
    const pair = this.#font?.hasPairs ? lexer.pair(lexer.count - 1) : null;
    const strings = pair === null ? lexer.strings(lexer.count - 1) : [];
    if (pair === null && !strings.some(({ length }) => length)) return false;
    if (!this.#font) return true;
    if (pair !== null) this.#font.showCode(pair, element);
    for (const one of strings) this.#font.show(one, element);
    this.#font.isRendered ||= !this.#isInvisible;
    return true;
  }

  #mustBeMarked({ page, unmarked }: ContentScope, what: string): void {
    if (!this.#open.isArtifact && !this.#open.element) unmarked?.note(page, this.#open.last, what);
  }

  #mark(lexer: ContentLexer, scope: ContentScope): void {
    const { isArtifact: isWithin, element, last } = this.#open;
    const isArtifact = lexer.name(0) === 'Artifact';
    const { id, language } = propertiesOf(lexer, scope);
    if (isArtifact && element) this.artifactInTagged.note(scope.page, element);
    if (id !== null && (isWithin || isArtifact)) this.taggedInArtifact.note(scope.page, last);
    if (language && !isLanguage(language)) this.wrongLanguage.note(scope.page, element, language);
    const own = id === null ? null : this.#elementOf(id, scope);
    this.#open.push({ isArtifact, element: own, hasLanguage: Boolean(language) });
  }

  /** The element that a piece of content belongs to, by the tree that leads from content to elements (14.7.4.4). */
  #elementOf(id: number, { holder, page, parents, forms, isFirst }: ContentScope): Element | null {
    for (const form of forms) this.#formOf(form).hasMarks = true;
    const known = this.marks.get(holder) ?? new Set<number>();
    const ref = parents && id < parents.size() ? parents.get(id) : undefined;
    const element = (ref && this.#structure?.byRef.get(ref)) ?? null;
    if (known.has(id) && isFirst) this.markTwice.note(page, element, String(id));
    const owner = this.#structure?.ofMark.get(holder)?.get(id) ?? null;
    if (owner !== element) this.markAstray.note(page, owner ?? element, String(id));
    this.marks.set(holder, known.add(id));
    return element;
  }

  #unmark({ page }: ContentScope, base: number): void {
    if (this.#open.depth > base) this.#open.closeTo(this.#open.depth - 1);
    else this.unbalanced.note(page, this.#open.last, 'EMC closes nothing');
  }

  #draw(name: string, scope: ContentScope): void {
    const objects = dictAt(scope.resources, 'XObject');
    const [ref, drawn] = [entryAt(objects, name), streamAt(objects, name)];
    if (!ref || !drawn) return;
    const own = numberAt(drawn.dict, 'StructParent');
    const parent = own === undefined ? undefined : this.#structure?.parents?.get(own);
    const element = (parent && this.#structure?.byRef.get(parent)) ?? null;
    if (element) this.#open.push({ isArtifact: false, element, hasLanguage: false });
    if (nameAt(drawn.dict, 'Subtype') === 'Form') this.#drawForm(ref, drawn, scope);
    else {
      this.#colour(nameAt(drawn.dict, 'ColorSpace') ?? '', scope.page);
      this.#mustBeMarked(scope, 'an image');
    }
    if (element) this.#open.closeTo(this.#open.depth - 1);
  }

  #formOf(form: PDFRawStream): KnownForm {
    const known = this.#forms.get(form) ?? { states: new Set<string>(), drawn: 0, hasMarks: false };
    this.#forms.set(form, known);
    return known;
  }

  /** Reads a form once in surroundings of one kind: so forms that draw forms take no more time than there are forms. */
  #drawForm(ref: PDFObject, form: PDFRawStream, scope: ContentScope): void {
    const { isArtifact, element, hasLanguage } = this.#open;
    if (valueAt(form.dict, 'Ref')) this.reference.note(scope.page, element);
    const known = this.#formOf(form);
    known.drawn += 1;
    if (known.drawn > 1 && known.hasMarks) this.formTwice.note(scope.page, element);
    const isSpoken = hasLanguage || Boolean(element?.language);
    const where = [this.unmarked, this.unmarkedByPrinters, null].indexOf(scope.unmarked);
    const state = [isArtifact, element !== null, isSpoken, this.#isInvisible, where].join();
    if (known.states.has(state) || scope.forms.includes(form) || scope.forms.length >= DEEPEST) return;
    const isFirst = known.states.size === 0;
    known.states.add(state);
    const bytes = this.#unpacker.bytes(form);
    if (!bytes) return this.damaged.note(scope.page, element);
    const isOwn = numberAt(form.dict, 'StructParents') !== undefined;
    const before = { font: this.#font, isInvisible: this.#isInvisible };
    this.#read(bytes, {
      ...scope,
      step: undefined,
      holder: isOwn ? ref : scope.holder,
      parents: isOwn ? this.#parentsOf(form.dict) : scope.parents,
      resources: dictAt(form.dict, 'Resources') ?? scope.resources,
      forms: [...scope.forms, form],
      isFirst,
    });
    [this.#font, this.#isInvisible] = [before.font, before.isInvisible];
  }

  #colour(space: string, page: number): void {
    if (!space.startsWith('Device')) return;
    const spots = this.colours.get(space) ?? new Spots();
    this.colours.set(space, spots);
    spots.note(page, this.#open.element);
  }
}

/** The number and the language of `BDC`'s operands, or of the properties in the resources that they name. */
const propertiesOf = (
  lexer: ContentLexer,
  { resources }: ContentScope,
): { id: number | null; language: string | null } => {
  if (lexer.operator !== 'BDC') return { id: null, language: null };
  const name = lexer.name(1);
  if (name) {
    const named = dictAt(dictAt(resources, 'Properties'), name);
    return { id: numberAt(named, 'MCID') ?? null, language: textAt(named, 'Lang') || null };
  }
  const written = lexer.source(1);
  const language = /\/Lang\s{0,9}\(([^()\\]{1,99})\)/u.exec(written)?.[1] ?? null;
  return { id: markedContentId(written), language };
};

/** The parts of a page's content one after the other, as if one (ISO 32000-1, 7.8.2). */
const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(10);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length + 1;
  }
  return whole;
};
