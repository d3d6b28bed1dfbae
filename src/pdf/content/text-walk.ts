/** Goes through all that a page paints, its forms too, and tells each text with where it stands. */

import { PDFArray, PDFDict, type PDFObject, type PDFPage, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
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

/** Something that is written, as Chrome writes: each glyph, or row of them, at a place of its own. */
export interface Shown {
  /** At the operator that shows it. */
  readonly lexer: ContentLexer;
  /** From the text's own space to the page's. */
  readonly matrix: Matrix;
  readonly font: { readonly name: string; readonly size: number };
  readonly resources: PDFDict | undefined;
  /** Whether it is drawn with no colour at all. */
  readonly isClear: boolean;
  /** The innermost; null where it is none, as of decoration. */
  readonly mark: MarkOf | null;
  /** Counts the text objects: glyphs of one were written in one go. */
  readonly object: number;
}

/** Tells the texts of a page in the order in which they are painted. */
export const walkTexts = (page: PDFPage, tell: (shown: Shown) => void): void =>
  new TextWalk(tell).walk(contentsOf(page), {
    resources: page.node.Resources(),
    matrix: IDENTITY,
    holder: page.ref,
  });

/** What a stream is drawn from. */
interface Drawing {
  readonly resources: PDFDict | undefined;
  readonly matrix: Matrix;
  readonly holder: PDFObject;
}

/** What `q` keeps and `Q` brings back. */
interface State {
  readonly matrix: Matrix;
  readonly font: Shown['font'];
  readonly isClear: boolean;
}

class TextWalk {
  readonly #tell: (shown: Shown) => void;
  /** The forms that are being walked through. */
  readonly #open = new Set<PDFObject>();
  readonly #marks: (MarkOf | null)[] = [];
  #state: State = { matrix: IDENTITY, font: { name: '', size: 0 }, isClear: false };
  #line: Matrix = IDENTITY;
  #object = 0;

  constructor(tell: (shown: Shown) => void) {
    this.#tell = tell;
  }

  walk(bytes: Uint8Array, drawing: Drawing): void {
    const lexer = new ContentLexer(bytes);
    const saved: State[] = [];
    const depth = this.#marks.length;
    this.#state = { ...this.#state, matrix: drawing.matrix };
    while (lexer.next()) {
      const { operator } = lexer;
      if (operator === 'q') saved.push(this.#state);
      else if (operator === 'Q') this.#state = saved.pop() ?? this.#state;
      else this.#step(lexer, drawing);
    }
    this.#marks.length = depth;
  }

  #step(lexer: ContentLexer, drawing: Drawing): void {
    const state = this.#state;
    switch (lexer.operator) {
      case 'cm':
        this.#state = { ...state, matrix: combine(matrixOf(lexer), state.matrix) };
        return;
      case 'gs':
        this.#state = { ...state, isClear: isClear(drawing.resources, lexer.name(0)) ?? state.isClear };
        return;
      case 'Tf':
        this.#state = { ...state, font: { name: lexer.name(0), size: lexer.number(1) } };
        return;
      case 'BT':
        this.#line = IDENTITY;
        this.#object += 1;
        return;
      case 'Tm':
        this.#line = matrixOf(lexer);
        return;
      case 'Td':
      case 'TD':
        this.#line = combine([1, 0, 0, 1, lexer.number(0), lexer.number(1)], this.#line);
        return;
      case 'Tj':
      case 'TJ':
        return this.#show(lexer, drawing);
      case 'BMC':
      case 'BDC':
        return this.#mark(lexer, drawing);
      case 'EMC':
        this.#marks.pop();
        return;
      case 'Do':
        return this.#draw(lexer.name(0), drawing);
      default:
    }
  }

  #show(lexer: ContentLexer, { resources }: Drawing): void {
    const { matrix, font, isClear } = this.#state;
    this.#tell({
      lexer,
      matrix: combine(this.#line, matrix),
      font,
      resources,
      isClear,
      mark: this.#marks.at(-1) ?? null,
      object: this.#object,
    });
  }

  /** What is marked without a number, e.g. a ligature, belongs to what is marked around it; an artifact to nothing. */
  #mark(lexer: ContentLexer, { holder }: Drawing): void {
    const id = lexer.operator === 'BDC' ? markedContentId(lexer.source(1)) : null;
    const around = lexer.name(0) === 'Artifact' ? null : (this.#marks.at(-1) ?? null);
    this.#marks.push(id === null ? around : { holder, id });
  }

  #draw(named: string, { resources }: Drawing): void {
    const objects = resources?.lookupMaybe(name('XObject'), PDFDict);
    const object = objects?.lookup(name(named));
    if (!(object instanceof PDFRawStream) || !isForm(object) || this.#open.has(object)) return;
    this.#open.add(object);
    const before = this.#state;
    const { dict } = object;
    const written = dict.lookup(name('Matrix'));
    const ref = objects?.get(name(named)) as PDFRef;
    this.walk(inflated(object), {
      resources: dict.lookupMaybe(name('Resources'), PDFDict),
      matrix: written instanceof PDFArray ? combine(numbers(written), before.matrix) : before.matrix,
      holder: ref,
    });
    this.#state = before;
    this.#open.delete(object);
  }
}

/** Whether a graphics state of that name fills with no colour at all; null where it does not say. */
const isClear = (resources: PDFDict | undefined, named: string): boolean | null => {
  const state = resources?.lookupMaybe(name('ExtGState'), PDFDict)?.lookup(name(named));
  const opacity = state instanceof PDFDict ? numberOf(state.lookup(name('ca'))) : null;
  return opacity === null ? null : opacity === 0;
};

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
