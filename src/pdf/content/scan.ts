/** Goes once through a content stream and tells what is painted where: in which marked content, or outside all. */

import { Bounds, combine, heightOf, IDENTITY, type Matrix } from './geometry.ts';
import { ContentLexer, markedContentId } from './lexer.ts';
import { type Loose, LooseContent } from './loose.ts';

/** A piece of marked content that has a number (ISO 32000-1, 14.7.4.2). */
export interface Sequence {
  readonly id: number;
  /** Where the operator that opens it lies, with its operands. */
  readonly start: number;
  readonly end: number;
  /** What is painted in it. */
  holdsText: boolean;
  holdsImage: boolean;
  holdsPath: boolean;
  readonly bounds: Bounds;
  /** Whether it shall be an artifact: it decorates, or repeats what is said elsewhere. */
  isArtifact: boolean;
}

export interface Scan {
  readonly sequences: ReadonlyMap<number, Sequence>;
  readonly loose: readonly Loose[];
}

/** An image or a form (ISO 32000-1, 8.8) that a stream draws. */
export interface Drawn {
  /** Whether it holds marked content of its own. */
  readonly isMarked: boolean;
  /** Its corners, before they are transformed: left, bottom, right, top. */
  readonly corners: readonly [number, number, number, number];
}

/** What a stream draws from. */
export interface Surroundings {
  /** Where the stream is drawn. */
  readonly matrix: Matrix;
  /** The height of the page's middle: what is loose above it is a header, below it a footer. */
  readonly middle: number;
  /** Whether it is drawn within marked content already. */
  readonly isWithin: boolean;
  /** Gives what has a name in the stream's resources; null where there is nothing. */
  draw(name: string, matrix: Matrix, isWithin: boolean): Drawn | null;
}

export const scanContent = (bytes: Uint8Array, surroundings: Surroundings): Scan =>
  new Scanner(bytes, surroundings).scan();

/** What `q` keeps and `Q` brings back. */
interface State {
  matrix: Matrix;
  isClipped: boolean;
}

class Scanner {
  readonly #lexer: ContentLexer;
  readonly #surroundings: Surroundings;
  readonly #sequences = new Map<number, Sequence>();
  readonly #loose = new LooseContent();
  readonly #states: State[] = [];
  #state: State;
  /** The marked content around; null for what is marked without a number. */
  readonly #marked: (Sequence | null)[] = [];
  /** How many pieces were open with each that is of the structure or an artifact, and how many such are open. */
  readonly #counted: number[] = [];
  #depth: number;
  /** Where the path at hand begins; -1 where there is none. */
  #path = -1;
  readonly #pathBounds = new Bounds();
  /** Where the text object at hand begins, -1 where there is none; and the loose texts in it. */
  #text = -1;
  #textMatrix: Matrix = IDENTITY;
  #shown: Loose[] = [];
  /** Whether text was shown since it was last put somewhere. */
  #isShown = false;
  #textHoldsMarked = false;

  constructor(bytes: Uint8Array, surroundings: Surroundings) {
    this.#lexer = new ContentLexer(bytes);
    this.#surroundings = surroundings;
    this.#state = { matrix: surroundings.matrix, isClipped: false };
    this.#depth = surroundings.isWithin ? 1 : 0;
  }

  scan(): Scan {
    while (this.#lexer.next()) this.#step();
    return { sequences: this.#sequences, loose: this.#loose.all() };
  }

  #step(): void {
    const { operator } = this.#lexer;
    switch (operator) {
      case 'q':
        this.#states.push({ ...this.#state });
        return this.#loose.enter(this.#lexer.start, this.#depth > 0);
      case 'Q':
        this.#state = this.#states.pop() ?? this.#state;
        return this.#loose.leave(this.#lexer.end);
      case 'cm':
        this.#state.matrix = combine(this.#matrix(), this.#state.matrix);
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
        return this.#paint('holdsImage', this.#lexer.start);
      default:
        if (!this.#stepText(operator)) this.#stepPath(operator);
    }
  }

  /** Text objects (ISO 32000-1, 9.4). */
  #stepText(operator: string): boolean {
    switch (operator) {
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.#show();
        return true;
      case 'BT':
        this.#text = this.#lexer.start;
        this.#textMatrix = IDENTITY;
        this.#isShown = false;
        this.#shown = [];
        this.#textHoldsMarked = false;
        return true;
      case 'Tm':
        this.#textMatrix = this.#matrix();
        this.#isShown = false;
        return true;
      case 'ET':
        this.#endText();
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
        this.#state.isClipped = true;
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
        for (const sequence of this.#marked) sequence?.bounds.include(this.#pathBounds);
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
    const tag = this.#lexer.name(0);
    const id = markedContentId(this.#lexer.source(1));
    const sequence = id === null ? null : newSequence(id, start, end);
    if (sequence) this.#sequences.set(sequence.id, sequence);
    this.#marked.push(sequence);
    if (!sequence && tag !== 'Artifact') return this.#isolate();
    this.#counted.push(this.#marked.length);
    this.#isShown = false;
    this.#depth += 1;
    this.#loose.interrupt();
    this.#textHoldsMarked = true;
  }

  #end(): void {
    if (this.#counted.at(-1) === this.#marked.length) {
      this.#counted.pop();
      this.#depth -= 1;
    } else this.#isolate();
    this.#marked.pop();
  }

  /** What is marked without a number, e.g. a ligature, lies whole within an artifact or whole outside. */
  #isolate(): void {
    if (this.#text < 0) this.#loose.part();
  }

  #point(x: number, y: number): void {
    if (this.#path < 0) this.#path = this.#lexer.start;
    if (this.#depth) this.#pathBounds.add(this.#state.matrix, x, y);
  }

  #forgetPath(): void {
    this.#path = -1;
    this.#pathBounds.clear();
  }

  #paint(what: 'holdsImage' | 'holdsPath', start: number): void {
    for (const sequence of this.#marked) if (sequence) sequence[what] = true;
    if (!this.#depth) this.#loose.add(start, this.#lexer.end, 'layout');
  }

  #draw(): void {
    const { matrix } = this.#state;
    const drawn = this.#surroundings.draw(this.#lexer.name(0), matrix, this.#depth > 0);
    const [left, bottom, right, top] = drawn?.corners ?? [0, 0, 1, 1];
    for (const sequence of this.#marked) {
      sequence?.bounds.add(matrix, left, bottom);
      sequence?.bounds.add(matrix, right, top);
    }
    if (drawn?.isMarked) this.#loose.interrupt();
    else this.#paint('holdsImage', this.#lexer.start);
  }

  #show(): void {
    // Chrome shows each glyph for itself: the first in a place stands for those that follow.
    if (this.#isShown && this.#depth) return;
    this.#isShown = true;
    const [x, y] = [this.#textMatrix[4], this.#textMatrix[5]];
    for (const sequence of this.#marked) {
      if (!sequence) continue;
      sequence.holdsText = true;
      sequence.bounds.add(this.#state.matrix, x, y);
    }
    if (this.#depth) return;
    const isHigh = heightOf(this.#state.matrix, x, y) > this.#surroundings.middle;
    // Chrome clips what is the page's own; margin boxes lie outside.
    const kind = this.#state.isClipped ? 'layout' : isHigh ? 'header' : 'footer';
    this.#shown.push({ start: this.#lexer.start, end: this.#lexer.end, kind });
  }

  /** An artifact lies within a text object or around it (ISO 32000-1, 14.6.1); around it, it is shorter. */
  #endText(): void {
    const [first] = this.#shown;
    if (this.#textHoldsMarked) {
      for (const { start, end, kind } of this.#shown) {
        this.#loose.part();
        this.#loose.add(start, end, kind);
      }
      this.#loose.part();
    } else if (first) this.#loose.add(this.#text, this.#lexer.end, first.kind);
    this.#text = -1;
    this.#shown = [];
  }
}

const newSequence = (id: number, start: number, end: number): Sequence => ({
  id,
  start,
  end,
  holdsText: false,
  holdsImage: false,
  holdsPath: false,
  bounds: new Bounds(),
  isArtifact: false,
});
