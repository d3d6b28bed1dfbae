/** Goes once through a content stream and tells what is painted where: in which marked content, or outside all. */

import type { Change } from './change.ts';
import type { FontText } from './font-text.ts';
import { Bounds, combine, type Matrix } from './geometry.ts';
import { ContentLexer, markedContentId } from './lexer.ts';
import { type Unmarked, UnmarkedContent } from './unmarked.ts';
import { newSequence, type Sequence } from './sequence.ts';
import { type Situation, type ScanState, TextScan } from './text-scan.ts';

export interface ContentScan {
  /** By their numbers. */
  readonly sequences: ReadonlyMap<number, Sequence>;
  readonly unmarked: readonly Unmarked[];
  /** What is to be changed besides: texts note it here. */
  readonly changes: Change[];
}

/** An image or a form (ISO 32000-1, 8.8) that a stream draws. */
export interface Drawn {
  /** Whether it holds marked content of its own. */
  readonly isMarked: boolean;
  /** Its corners, before they are transformed: left, bottom, right, top. */
  readonly corners: readonly [number, number, number, number];
}

/** What a stream draws from. */
export interface StreamSurroundings {
  /** Where the stream is drawn. */
  readonly matrix: Matrix;
  /** The height of the page's middle: what is unmarked above it is a header, below it a footer. */
  readonly middle: number;
  /** Whether it is drawn within marked content already. */
  readonly isWithin: boolean;
  /** Gives the font of a name; null where there is none, or none that can be read. */
  fontOf(name: string): FontText | null;
  /** Gives the image or the form of a name; null where there is none. */
  draw(name: string, matrix: Matrix, isWithin: boolean): Drawn | null;
}

export const scanContent = (bytes: Uint8Array, surroundings: StreamSurroundings): ContentScan =>
  new Scanner(bytes, surroundings).scan();

class Scanner {
  readonly #surroundings: StreamSurroundings;
  readonly #lexer: ContentLexer;
  readonly #unmarked = new UnmarkedContent();
  readonly #sequences = new Map<number, Sequence>();
  readonly #at: Situation;
  readonly #states: ScanState[] = [];
  readonly #text: TextScan;
  /** How many pieces of marked content were open with each that is of the structure or an artifact. */
  readonly #counted: number[] = [];
  /** Where the path at hand begins; -1 where there is none. */
  #path = -1;
  readonly #pathBounds = new Bounds();

  constructor(bytes: Uint8Array, surroundings: StreamSurroundings) {
    this.#surroundings = surroundings;
    this.#lexer = new ContentLexer(bytes);
    this.#at = {
      bytes,
      lexer: this.#lexer,
      unmarked: this.#unmarked,
      changes: [],
      marked: [],
      depth: surroundings.isWithin ? 1 : 0,
      state: { matrix: surroundings.matrix, isClipped: false, font: null },
    };
    this.#text = new TextScan(this.#at, surroundings.middle);
  }

  scan(): ContentScan {
    while (this.#lexer.next()) this.#step();
    return { sequences: this.#sequences, unmarked: this.#unmarked.all(), changes: this.#at.changes };
  }

  #step(): void {
    const { operator, start, end } = this.#lexer;
    const { state } = this.#at;
    switch (operator) {
      case 'q':
        this.#states.push({ ...state });
        return this.#unmarked.enter(start, this.#at.depth > 0);
      case 'Q':
        this.#at.state = this.#states.pop() ?? state;
        return this.#unmarked.leave(end);
      case 'cm':
        state.matrix = combine(this.#matrix(), state.matrix);
        return;
      case 'BMC':
      case 'BDC':
        return this.#begin();
      case 'EMC':
        return this.#end();
      case 'Do':
        return this.#draw();
      case 'sh':
      case 'BI':
        return this.#paint('holdsImage', start);
      default:
        if (!this.#stepText(operator)) this.#stepPath(operator);
    }
  }

  #stepText(operator: string): boolean {
    switch (operator) {
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.#text.show();
        return true;
      case 'BT':
        this.#text.begin();
        return true;
      case 'Tf':
        this.#at.state.font = this.#surroundings.fontOf(this.#lexer.name(0));
        return true;
      case 'Tm':
        this.#text.moveTo(this.#matrix());
        return true;
      case 'ET':
        this.#text.end();
        return true;
      default:
        return operator.startsWith('T');
    }
  }

  /** Paths (ISO 32000-1, 8.5). */
  #stepPath(operator: string): void {
    const lexer = this.#lexer;
    switch (operator) {
      case 're':
        this.#point(lexer.number(0), lexer.number(1));
        return this.#point(lexer.number(0) + lexer.number(2), lexer.number(1) + lexer.number(3));
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        for (let at = 0; at + 1 < lexer.count; at += 2) this.#point(lexer.number(at), lexer.number(at + 1));
        return;
      case 'W':
      case 'W*':
        this.#at.state.isClipped = true;
        return;
      case 'n':
        return this.#forgetPath();
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
      case 'S':
      case 's':
        for (const sequence of this.#at.marked) sequence?.bounds.include(this.#pathBounds);
        this.#paint('holdsPath', this.#path < 0 ? lexer.start : this.#path);
        return this.#forgetPath();
      default:
    }
  }

  /** The six numbers of an operator. */
  #matrix(): Matrix {
    const lexer = this.#lexer;
    return [
      lexer.number(0),
      lexer.number(1),
      lexer.number(2),
      lexer.number(3),
      lexer.number(4),
      lexer.number(5),
    ];
  }

  #begin(): void {
    const { start, end } = this.#lexer;
    const id = markedContentId(this.#lexer.source(1));
    const sequence = id === null ? null : newSequence(id, start, end);
    if (sequence) this.#sequences.set(sequence.id, sequence);
    this.#at.marked.push(sequence);
    if (!sequence && this.#lexer.name(0) !== 'Artifact') return this.#isolate(true);
    this.#counted.push(this.#at.marked.length);
    this.#at.depth += 1;
    this.#unmarked.interrupt();
    this.#text.interrupt();
  }

  #end(): void {
    if (this.#counted.at(-1) === this.#at.marked.length) {
      this.#counted.pop();
      this.#at.depth -= 1;
      this.#text.interrupt();
    } else this.#isolate(false);
    this.#at.marked.pop();
  }

  /** What is marked without a number, e.g. a ligature, lies whole within an artifact or whole outside. */
  #isolate(begins: boolean): void {
    if (this.#text.isOpen) this.#text.replace(begins);
    else this.#unmarked.part();
  }

  #point(x: number, y: number): void {
    if (this.#path < 0) this.#path = this.#lexer.start;
    if (this.#at.depth) this.#pathBounds.add(this.#at.state.matrix, x, y);
  }

  #forgetPath(): void {
    this.#path = -1;
    this.#pathBounds.clear();
  }

  #paint(what: 'holdsImage' | 'holdsPath', start: number): void {
    for (const sequence of this.#at.marked) if (sequence) sequence[what] = true;
    if (!this.#at.depth) this.#unmarked.add(start, this.#lexer.end, 'layout');
  }

  #draw(): void {
    const { depth, marked, state } = this.#at;
    const drawn = this.#surroundings.draw(this.#lexer.name(0), state.matrix, depth > 0);
    const [left, bottom, right, top] = drawn?.corners ?? [0, 0, 1, 1];
    for (const sequence of marked) {
      sequence?.bounds.add(state.matrix, left, bottom);
      sequence?.bounds.add(state.matrix, right, top);
    }
    if (drawn?.isMarked) this.#unmarked.interrupt();
    else this.#paint('holdsImage', this.#lexer.start);
  }
}
