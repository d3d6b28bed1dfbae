/** Where the text of a page stands: by this a copy is held against the document that it is a copy of. */

import { PDFArray, PDFDict, type PDFObject, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { combine, IDENTITY, type Matrix } from '../content/geometry.ts';
import { inflated } from '../content/inflated.ts';
import { ContentLexer } from '../content/lexer.ts';
import { listOf, name, numberOf } from '../values.ts';
import { contentsOf, isForm } from './streams.ts';

/** A point in a page, in points from its left and its upper edge. */
export type Place = readonly [number, number];

/** Where each run of text of a page begins, in the page's order. */
export const textPlaces = (page: PDFPage): Place[] => {
  const { x, y, height } = page.getMediaBox();
  const top = y + height;
  const points = new TextWalk();
  points.walk(contentsOf(page), page.node.Resources(), IDENTITY);
  return points.found.map(([left, up]) => [left - x, top - up]);
};

class TextWalk {
  readonly found: Place[] = [];
  /** The forms that are being walked through. */
  readonly #open = new Set<PDFObject>();

  walk(bytes: Uint8Array, resources: PDFDict | undefined, outer: Matrix): void {
    const lexer = new ContentLexer(bytes);
    const saved: Matrix[] = [];
    let matrix = outer;
    let line: Matrix = outer;
    while (lexer.next()) {
      const { operator } = lexer;
      if (operator === 'q') saved.push(matrix);
      else if (operator === 'Q') matrix = saved.pop() ?? outer;
      else if (operator === 'cm') matrix = combine(matrixOf(lexer), matrix);
      else if (operator === 'BT') line = IDENTITY;
      else if (operator === 'Tm') line = matrixOf(lexer);
      else if (operator === 'Td' || operator === 'TD')
        line = combine([1, 0, 0, 1, lexer.number(0), lexer.number(1)], line);
      else if (operator === 'Tj' || operator === 'TJ') {
        const [, , , , left, up] = combine(line, matrix);
        this.found.push([left, up]);
      } else if (operator === 'Do')
        this.#form(resources?.lookupMaybe(name('XObject'), PDFDict)?.lookup(name(lexer.name(0))), matrix);
    }
  }

  #form(object: PDFObject | undefined, matrix: Matrix): void {
    if (!(object instanceof PDFRawStream) || !isForm(object) || this.#open.has(object)) return;
    this.#open.add(object);
    const { dict } = object;
    const written = dict.lookup(name('Matrix'));
    const own = written instanceof PDFArray ? combine(numbers(written), matrix) : matrix;
    this.walk(inflated(object), dict.lookupMaybe(name('Resources'), PDFDict), own);
    this.#open.delete(object);
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
