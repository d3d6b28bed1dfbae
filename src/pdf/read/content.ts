/** Reads the content of all pages in one pass, for all rules. */

import { type PDFDict, type PDFObject, PDFRawStream } from '../library.ts';
import { ContentLexer } from '../content/lexer.ts';
import { memo } from '../../model/memo.ts';
import type { ContentScope, KnownForm } from './content-scope.ts';
import type { FontBook } from './font-book.ts';
import type { FontUse } from './font-use.ts';
import { MetContent } from './met-content.ts';
import { dictAt, entryAt, listOf, nameAt, numberAt, streamAt, valueAt } from './objects.ts';
import type { Page } from './page-list.ts';
import type { ReadAlong } from './read-along.ts';
import { joined, type Unpacker } from './streams.ts';
import type { Structure } from './structure.ts';
import { TaggedContent } from './tagged-content.ts';
import { showText, UNSET, type TextSetting } from './text-setting.ts';

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

/** Reads content, and notes what it meets. */
export class ContentReader {
  readonly met = new MetContent();
  readonly #unpacker: Unpacker;
  readonly #fonts: FontBook;
  readonly #along: ReadAlong | null;
  readonly #tagged: TaggedContent;
  readonly #forms = new Map<PDFRawStream, KnownForm>();
  #setting = UNSET;

  constructor(
    structure: Structure | null,
    { unpacker, fonts, along }: { unpacker: Unpacker; fonts: FontBook; along: ReadAlong | null },
  ) {
    this.#tagged = new TaggedContent(structure, this.met);
    this.#unpacker = unpacker;
    this.#fonts = fonts;
    this.#along = along;
  }

  readPage(page: Page): void {
    const { dict, ref, number, resources } = page;
    const streams = listOf(valueAt(dict, 'Contents')).filter((one) => one instanceof PDFRawStream);
    const parts = streams.map((stream) => this.#unpacker.bytes(stream));
    if (parts.includes(null)) this.met.damaged.note(number, null);
    const bytes = joined(parts.filter((one) => one !== null));
    const along = this.#along?.readPage(page, this.#fonts);
    const scope = { page: number, holder: ref, resources, forms: [], unmarked: this.met.unmarked };
    this.#begin(bytes, dict, { ...scope, step: along?.step });
    along?.end();
  }

  /** Reads an appearance of an annotation: it belongs to its annotation, but for a printer's mark. */
  readAppearance(form: PDFRawStream, page: number, isPrinterMark: boolean): void {
    const bytes = this.#unpacker.bytes(form) ?? new Uint8Array();
    const resources = dictAt(form.dict, 'Resources');
    const unmarked = isPrinterMark ? this.met.unmarkedByPrinters : null;
    const forms = [this.#formOf(form)];
    this.#begin(bytes, form.dict, { page, holder: form, resources, forms, unmarked });
  }

  #begin(bytes: Uint8Array, dict: PDFDict, scope: Omit<ContentScope, 'parents' | 'isFirst'>): void {
    this.#tagged.open.clear();
    this.#setting = UNSET;
    this.#read(bytes, { ...scope, parents: this.#tagged.parentsOf(dict), isFirst: true });
  }

  #read(bytes: Uint8Array, scope: ContentScope): void {
    const lexer = new ContentLexer(bytes);
    const base = this.#tagged.open.depth;
    const saved: TextSetting[] = [];
    const { step } = scope;
    while (lexer.next()) {
      step?.(lexer);
      const { operator } = lexer;
      const painted = PAINTED.get(operator);
      if (painted) this.#paint(lexer, scope, painted);
      else if (operator === 'BDC' || operator === 'BMC') this.#tagged.begin(lexer, scope);
      else if (operator === 'EMC') this.#tagged.end(scope, base);
      else if (operator === 'q') saved.push(this.#setting);
      else if (operator === 'Q') this.#setting = saved.pop() ?? this.#setting;
      else this.#set(lexer, scope);
    }
    this.#tagged.close(scope, base);
  }

  /** Operators that set how the next content looks, and `Do`. */
  #set(lexer: ContentLexer, scope: ContentScope): void {
    const { operator } = lexer;
    const { resources, page } = scope;
    const colour = COLOURS.get(operator);
    if (colour) this.#colour(colour, page);
    else if (operator === 'Do') this.#draw(lexer.name(0), scope);
    else if (operator === 'Tf') this.#setFont(this.#fonts.named(resources, lexer.name(0), page));
    else if (operator === 'Tr') this.#setting = { ...this.#setting, isInvisible: lexer.number(0) === 3 };
    else if (operator === 'gs')
      this.#setFont(this.#fonts.ofState(resources, lexer.name(0), page) ?? this.#setting.font);
    else if (operator === 'cs' || operator === 'CS') this.#colour(lexer.name(0), page);
  }

  #setFont(font: FontUse | null): void {
    this.#setting = { ...this.#setting, font };
  }

  #colour(space: string, page: number): void {
    this.met.colour(space, page, this.#tagged.open.element);
  }

  #paint(lexer: ContentLexer, scope: ContentScope, what: string): void {
    const { element, hasLanguage } = this.#tagged.open;
    if (what === 'text') {
      if (!showText(lexer, this.#setting, element)) return;
      if (scope.unmarked === this.met.unmarked && element && !element.language && !hasLanguage)
        this.met.withoutLanguage.note(scope.page, element);
    }
    this.#tagged.paint(scope, what);
  }

  #draw(name: string, scope: ContentScope): void {
    const objects = dictAt(scope.resources, 'XObject');
    const [ref, drawn] = [entryAt(objects, name), streamAt(objects, name)];
    if (!ref || !drawn) return;
    this.#tagged.within(drawn.dict, () => {
      if (nameAt(drawn.dict, 'Subtype') === 'Form') return this.#drawForm(ref, drawn, scope);
      this.#colour(nameAt(drawn.dict, 'ColorSpace') ?? '', scope.page);
      this.#tagged.paint(scope, 'an image');
    });
  }

  #formOf(form: PDFRawStream): KnownForm {
    return memo(this.#forms, form, () => ({ states: new Set<string>(), drawn: 0, hasMarks: false }));
  }

  /** Reads a form once in surroundings of one kind: so forms that draw forms take no more time than there are forms. */
  #drawForm(ref: PDFObject, form: PDFRawStream, scope: ContentScope): void {
    const { element } = this.#tagged.open;
    if (valueAt(form.dict, 'Ref')) this.met.reference.note(scope.page, element);
    const known = this.#formOf(form);
    known.drawn += 1;
    if (known.drawn > 1 && known.hasMarks) this.met.formTwice.note(scope.page, element);
    const state = this.#stateOf(scope);
    if (known.states.has(state) || scope.forms.includes(known) || scope.forms.length >= DEEPEST) return;
    const isFirst = known.states.size === 0;
    known.states.add(state);
    const bytes = this.#unpacker.bytes(form);
    if (!bytes) return this.met.damaged.note(scope.page, element);
    const before = this.#setting;
    this.#read(bytes, this.#scopeIn(ref, form, { ...scope, forms: [...scope.forms, known], isFirst }));
    this.#setting = before;
  }

  /** All that what is told of a form depends on. */
  #stateOf({ unmarked }: ContentScope): string {
    const { isArtifact, element, hasLanguage } = this.#tagged.open;
    const isSpoken = hasLanguage || Boolean(element?.language);
    const where = [this.met.unmarked, this.met.unmarkedByPrinters, null].indexOf(unmarked);
    return [isArtifact, element !== null, isSpoken, this.#setting.isInvisible, where].join();
  }

  #scopeIn(ref: PDFObject, { dict }: PDFRawStream, scope: ContentScope): ContentScope {
    const resources = dictAt(dict, 'Resources') ?? scope.resources;
    // Who reads along is told of pages alone.
    const within = { ...scope, resources, step: undefined };
    if (numberAt(dict, 'StructParents') === undefined) return within;
    return { ...within, holder: ref, parents: this.#tagged.parentsOf(dict) };
  }
}
