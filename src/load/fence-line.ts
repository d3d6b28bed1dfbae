import { error, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { ReadingId } from '../diagnostics/reading.ts';
import { withSpaces } from './invisible.ts';
import type { Lines } from './lines.ts';

/** The ways of writing that run through a whole fence. */
const HABITS: ReadonlySet<string> = new Set(['attribute-colon', 'curly-quotes']);

/** The line of a fence as its attributes are read: how far that is, and whether they are written as they should be. */
export class FenceLine {
  readonly text: string;
  /** The index of the next sign. */
  at: number;
  /** Whether all attributes up to here are sound. */
  sound = true;
  /** Whether the present one is. */
  soundHere = true;
  readonly #lines: Lines;
  readonly #line: number;
  readonly #say: Say;
  /** What is said once of a fence: the next of the same kind is the same habit. */
  readonly #said = new Set<string>();

  constructor(lines: Lines, line: number, from: number, say: Say) {
    this.text = withSpaces(lines.line(line));
    this.at = from;
    this.#lines = lines;
    this.#line = line;
    this.#say = say;
  }

  /** Takes what matches here, perhaps nothing. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** Goes on at the closing brace: what of the rest is within quotation marks and what is not can't be told. */
  passOver(): void {
    const brace = this.text.lastIndexOf('}');
    this.at = brace >= this.at ? brace : this.text.length;
  }

  fault(rule: ReadingId, index: number, text: string, remedy: string): void {
    this.sound = false;
    this.soundHere = false;
    if (HABITS.has(rule) && this.#said.has(rule)) return;
    this.#said.add(rule);
    this.#say(error(rule, this.place(index), text, { remedy }));
  }

  /** Says that an attribute stands there already; its own way of writing may be sound. */
  twice(name: string, index: number, first: Place): void {
    const related = [{ place: first, text: 'first given here' }];
    const remedy = 'Keep one of them.';
    this.#say(error('attribute-twice', this.place(index), `\`${name}\` is given twice`, { remedy, related }));
  }

  place(index: number): Place {
    return this.#lines.at(this.#line, index + 1);
  }
}
