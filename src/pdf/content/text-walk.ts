/** Goes through all that a page paints, its forms too, and tells each text with where it stands. */

import { PDFArray, PDFDict, type PDFObject, type PDFPage, PDFRawStream } from '../library.ts';
import { listOf, name, numberOf } from '../values.ts';
import { combine, IDENTITY, type Matrix } from './geometry.ts';
import { inflated } from './inflated.ts';
import { ContentLexer, markedContentId } from './lexer.ts';
import { contentsOf, isForm } from './page-contents.ts';

/** A piece of marked content that belongs to the structure: the page or form that holds it, and its number there. */
export interface MarkOf {
  readonly holder: PDFObject;
  readonly id: number;
}

/** A font at a size, as `Tf` sets it. */
export interface SetFont {
  readonly name: string;
  readonly size: number;
  /** Where the name is looked up. */
  readonly resources: PDFDict | undefined;
}

/** Something that is written, as Chrome writes: each glyph, or row of them, at a place of its own. */
export interface ShownText {
  /** At the operator that shows it. */
  readonly lexer: ContentLexer;
  /** From the text's own space to the page's. */
  readonly matrix: Matrix;
  readonly font: SetFont;
  /** Whether it is drawn with no colour at all. */
  readonly isClear: boolean;
  /** The innermost; null where it is none, as of decoration. */
  readonly mark: MarkOf | null;
  /** Counts the text objects: glyphs of one were written in one go. */
  readonly object: number;
}

/** Tells the texts of a page in the order in which they are painted. */
export const walkTexts = (page: PDFPage, tell: (shown: ShownText) => void): void => {
  const lexer = new ContentLexer(contentsOf(page.node));
  const walk = new TextWalk(page.ref, page.node.Resources(), tell);
  while (lexer.next()) walk.step(lexer);
};

/** What a stream is drawn from. */
interface StreamScope {
  readonly resources: PDFDict | undefined;
  readonly holder: PDFObject;
  /** What `q` keeps and `Q` brings back. */
  readonly saved: WalkState[];
}

interface WalkState {
  readonly matrix: Matrix;
  readonly font: SetFont;
  readonly isClear: boolean;
}

/** Follows the texts of a page: who reads its content takes it along from operator to operator. */
export class TextWalk {
  readonly #tell: (shown: ShownText) => void;
  /** The forms that are being walked through. */
  readonly #open = new Set<PDFObject>();
  readonly #marks: (MarkOf | null)[] = [];
  #drawing: StreamScope;
  #state: WalkState = {
    matrix: IDENTITY,
    font: { name: '', size: 0, resources: undefined },
    isClear: false,
  };
  #line: Matrix = IDENTITY;
  #object = 0;

  constructor(page: PDFObject, resources: PDFDict | undefined, tell: (shown: ShownText) => void) {
    this.#drawing = { resources, holder: page, saved: [] };
    this.#tell = tell;
  }

  /** Takes the operator that the lexer is at. */
  step(lexer: ContentLexer): void {
    const state = this.#state;
    switch (lexer.operator) {
      case 'Tj':
      case 'TJ':
        return this.#show(lexer);
      case 'Td':
      case 'TD':
        this.#line = combine([1, 0, 0, 1, lexer.number(0), lexer.number(1)], this.#line);
        return;
      case 'Tm':
        this.#line = matrixOf(lexer);
        return;
      case 'BT':
        this.#line = IDENTITY;
        this.#object += 1;
        return;
      case 'Tf':
        this.#state = { ...state, font: this.#font(lexer.name(0), lexer.number(1)) };
        return;
      case 'BMC':
      case 'BDC':
        return this.#mark(lexer);
      case 'EMC':
        this.#marks.pop();
        return;
      default:
        this.#stepState(lexer);
    }
  }

  #stepState(lexer: ContentLexer): void {
    const state = this.#state;
    switch (lexer.operator) {
      case 'q':
        this.#drawing.saved.push(state);
        return;
      case 'Q':
        this.#state = this.#drawing.saved.pop() ?? state;
        return;
      case 'cm':
        this.#state = { ...state, matrix: combine(matrixOf(lexer), state.matrix) };
        return;
      case 'gs':
        this.#state = { ...state, isClear: this.#isClear(lexer.name(0)) ?? state.isClear };
        return;
      case 'Do':
        return this.#draw(lexer.name(0));
      default:
    }
  }

  #font(named: string, size: number): SetFont {
    return { name: named, size, resources: this.#drawing.resources };
  }

  #show(lexer: ContentLexer): void {
    const { matrix, font, isClear } = this.#state;
    this.#tell({
      lexer,
      matrix: combine(this.#line, matrix),
      font,
      isClear,
      mark: this.#marks.at(-1) ?? null,
      object: this.#object,
    });
  }

  /** What is marked without a number, e.g. a ligature, belongs to what is marked around it; an artifact to nothing. */
  #mark(lexer: ContentLexer): void {
    const id = lexer.operator === 'BDC' ? markedContentId(lexer.source(1)) : null;
    const around = lexer.name(0) === 'Artifact' ? null : (this.#marks.at(-1) ?? null);
    this.#marks.push(id === null ? around : { holder: this.#drawing.holder, id });
  }

  /** Whether a graphics state of that name fills with no colour at all; null where it does not say. */
  #isClear(named: string): boolean | null {
    const { resources } = this.#drawing;
    const state = resources?.lookupMaybe(name('ExtGState'), PDFDict)?.lookup(name(named));
    const opacity = state instanceof PDFDict ? numberOf(state.lookup(name('ca'))) : null;
    return opacity === null ? null : opacity === 0;
  }

  #draw(named: string): void {
    const objects = this.#drawing.resources?.lookupMaybe(name('XObject'), PDFDict);
    const [form, holder] = [objects?.lookup(name(named)), objects?.get(name(named))];
    if (!holder || !(form instanceof PDFRawStream) || !isForm(form) || this.#open.has(form)) return;
    this.#open.add(form);
    const [drawing, state, depth] = [this.#drawing, this.#state, this.#marks.length];
    const written = form.dict.lookup(name('Matrix'));
    const matrix = written instanceof PDFArray ? combine(numbers(written), state.matrix) : state.matrix;
    this.#drawing = { resources: form.dict.lookupMaybe(name('Resources'), PDFDict), holder, saved: [] };
    this.#state = { ...state, matrix };
    const lexer = new ContentLexer(inflated(form));
    while (lexer.next()) this.step(lexer);
    [this.#drawing, this.#state, this.#marks.length] = [drawing, state, depth];
    this.#open.delete(form);
  }
}

const numbers = (array: PDFArray): Matrix => {
  const [a, b, c, d, e, f] = listOf(array).map(numberOf);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
};

const matrixOf = (lexer: ContentLexer): Matrix => [
  lexer.number(0),
  lexer.number(1),
  lexer.number(2),
  lexer.number(3),
  lexer.number(4),
  lexer.number(5),
];
