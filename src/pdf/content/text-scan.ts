import type { Change } from './change.ts';
import type { FontText } from './font-text.ts';
import { heightOf, IDENTITY, type Matrix } from './geometry.ts';
import type { ContentLexer } from './lexer.ts';
import type { Unmarked, UnmarkedContent } from './unmarked.ts';
import type { Sequence } from './sequence.ts';
import { TextObject } from './text-object.ts';

/** Where a scan is at. */
export interface Situation {
  readonly bytes: Uint8Array;
  readonly lexer: ContentLexer;
  readonly unmarked: UnmarkedContent;
  readonly changes: Change[];
  /** The marked content around, from the outermost; null for what is marked without a number. */
  readonly marked: (Sequence | null)[];
  /** How many of these are of the structure or artifacts. */
  depth: number;
  state: ScanState;
}

/** What `q` keeps and `Q` brings back. */
export interface ScanState {
  matrix: Matrix;
  isClipped: boolean;
  font: FontText | null;
}

/** What is marked as read in another way than it stands (ISO 32000-1, 14.9.4). */
interface Replacement {
  readonly text: string;
  /** The operators that mark and show it. */
  readonly parts: [start: number, end: number][];
}

/** Follows text objects (ISO 32000-1, 9.4) through a stream. */
export class TextScan {
  readonly #situation: Situation;
  readonly #middle: number;
  /** Where the text object at hand begins; -1 where there is none. */
  #start = -1;
  #matrix: Matrix = IDENTITY;
  /** Texts outside marked content, and whether some is within. */
  #unmarked: Unmarked[] = [];
  #holdsMarked = false;
  /** The text of the marked content at hand. */
  #text: TextObject | null = null;
  /** Whether its place is known. */
  #isPlaced = false;
  #replacement: Replacement | null = null;

  constructor(situation: Situation, middle: number) {
    this.#situation = situation;
    this.#middle = middle;
  }

  get isOpen(): boolean {
    return this.#start >= 0;
  }

  /** `BT`. */
  begin(): void {
    this.#start = this.#situation.lexer.start;
    this.#unmarked = [];
    this.#holdsMarked = false;
    this.#move(IDENTITY);
    this.#text = null;
  }

  /** `Tm`. */
  moveTo(matrix: Matrix): void {
    this.#move(matrix);
  }

  /** Marked content that is of the structure, or an artifact, begins or ends. */
  interrupt(): void {
    if (this.isOpen) this.#holdsMarked = true;
    this.#text = null;
    this.#isPlaced = false;
  }

  /** What is marked without a number begins or ends within the text object. */
  replace(begins: boolean): void {
    const { lexer } = this.#situation;
    if (begins) {
      const [bytes] = lexer.source(1).includes('/ActualText') ? lexer.strings(1) : [];
      if (bytes) this.#replacement = { text: decoded(bytes), parts: [[lexer.start, lexer.end]] };
      return;
    }
    this.#text?.close(lexer.end);
    this.#dropSoftHyphen();
    this.#replacement = null;
  }

  /** `Tj` and its like. */
  show(): void {
    const { lexer, depth, state } = this.#situation;
    if (!depth) return this.#showUnmarked();
    if (!this.#isPlaced) this.#place();
    const text = this.#text?.font === state.font ? this.#text : this.#newText();
    text.add(lexer.start, lexer.end);
    const replacement = this.#replacement;
    if (!replacement) return;
    // The first of the glyphs stands for all.
    text.replaceLast(replacement.parts.length > 1 ? '' : replacement.text);
    replacement.parts.push([lexer.start, lexer.end]);
  }

  #newText(): TextObject {
    const { bytes, changes, state, marked } = this.#situation;
    this.#text = new TextObject(bytes, changes, state.font);
    marked.findLast((sequence) => sequence)?.texts.push(this.#text);
    return this.#text;
  }

  /** The marked content around reaches to where text is shown. */
  #place(): void {
    this.#isPlaced = true;
    for (const sequence of this.#situation.marked) {
      if (!sequence) continue;
      sequence.holdsText = true;
      sequence.bounds.add(this.#situation.state.matrix, this.#matrix[4], this.#matrix[5]);
    }
  }

  /** `ET`: an artifact lies within a text object or around it (ISO 32000-1, 14.6.1); around it, it is shorter. */
  end(): void {
    const { unmarked, lexer } = this.#situation;
    const [first] = this.#unmarked;
    if (this.#holdsMarked) {
      for (const { start, end, kind } of this.#unmarked) {
        unmarked.part();
        unmarked.add(start, end, kind);
      }
      unmarked.part();
    } else if (first) unmarked.add(this.#start, lexer.end, first.kind);
    this.#start = -1;
    this.#unmarked = [];
    this.#text = null;
  }

  #move(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#isPlaced = false;
  }

  #showUnmarked(): void {
    const { lexer, state } = this.#situation;
    const isHigh = heightOf(state.matrix, this.#matrix[4], this.#matrix[5]) > this.#middle;
    // Chrome clips what is the page's own; margin boxes lie outside.
    const kind = state.isClipped ? 'layout' : isHigh ? 'header' : 'footer';
    this.#unmarked.push({ start: lexer.start, end: lexer.end, kind });
  }

  /** Chrome paints a soft hyphen that no line ends at as a space that is read as the hyphen: both are nothing. */
  #dropSoftHyphen(): void {
    const { changes, lexer, depth } = this.#situation;
    if (!depth || this.#replacement?.text !== '\u00AD') return;
    const parts: [number, number][] = [...this.#replacement.parts, [lexer.start, lexer.end]];
    for (const [start, end] of parts) changes.push({ start, end, text: '' });
  }
}

/** A text for people (ISO 32000-1, 7.9.2.2): Chrome's are UTF-16 or ASCII. */
const decoded = (bytes: Uint8Array): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : Buffer.from(bytes).toString('latin1');
