/**
 * Finds the passages of a source and the wordings in them by their fences.
 *
 * Fences are lines of their own, so lines are all that is looked at; Markdown is read within them only. That makes the
 * reading strict, linear in the file's length, and sure of which lines a mistake concerns.
 */

import { error, type Say } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Comments } from './comments.ts';
import { exhibitLine } from './exhibit-line.ts';
import {
  exhibitOutside,
  misshapenExhibit,
  misshapenFence,
  nested,
  notClosed,
  strayFence,
  strayWording,
  textAfterWording,
  tooLong,
  tooShort,
} from './fence-faults.ts';
import type { Lines } from './lines.ts';
import { readOpening, type Opening } from './opening.ts';
import { copiedIn, mistakeIn } from './mistakes.ts';

/** A passage as fenced. */
export interface Fenced {
  readonly opening: Opening;
  /** The lines of its own text. */
  readonly body: Range;
  readonly wordings: readonly FencedWording[];
  /** Whether its fences leave no doubt which lines belong to it. */
  readonly certain: boolean;
}

export interface FencedWording {
  readonly opening: Opening;
  readonly body: Range;
}

/** Lines from the first up to, and without, the one at the end. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A passage that is open. */
interface Block {
  readonly opening: Opening;
  readonly wordings: FencedWording[];
  /** The open wording, or the passage that stands here and may not. */
  inner: Opening | null;
  /** The line on which the first wording opens. */
  bodyEnd: number | null;
  certain: boolean;
  /** Whether a fence too short to close it was said. */
  short: boolean;
}

/** Mistakes after which the lines of a passage are not read as Markdown: it would find the same again, or take minutes. */
const OPAQUE: ReadonlySet<string> = new Set(['code-block', 'comment', 'nesting']);

/** Says every mistake of form from a line on, and gives the passages in the file's order. */
export const readFences = (
  lines: Lines,
  from: number,
  comments: Comments,
  kinds: ReadonlySet<string>,
  say: Say,
): readonly Fenced[] => new Scan(lines, comments, new Set([...kinds, 'wording']), say).read(from);

class Scan {
  readonly #lines: Lines;
  readonly #comments: Comments;
  readonly #names: ReadonlySet<string>;
  readonly #say: Say;
  readonly #found: Fenced[] = [];
  #block: Block | null = null;
  /** Whether the passage's opening line is known to be missing, so that what closes it is no second mistake. */
  #headless = false;

  constructor(lines: Lines, comments: Comments, names: ReadonlySet<string>, say: Say) {
    this.#lines = lines;
    this.#comments = comments;
    this.#names = names;
    this.#say = say;
  }

  read(from: number): readonly Fenced[] {
    let wrapped = false;
    for (let line = from; line <= this.#lines.count; line += 1) {
      const comment = this.#comments.get(line);
      // What belongs to a comment that is not whole is anyone's guess.
      if (comment === false && this.#block) this.#block.certain = false;
      if (comment !== undefined) continue;
      if (this.#exhibit(line)) {
        wrapped = false;
        continue;
      }
      const opening = readOpening(this.#lines, line, this.#names, this.#say);
      if (opening) this.#open(opening);
      else if (!this.#closing(line) && !wrapped) this.#plain(line);
      // The second line of a fence that was wrapped is the same mistake as its first.
      wrapped = opening?.attributes.end === null;
    }
    this.#cutOff(this.#lines.count + 1, { when: 'before the end of the file' });
    return this.#found;
  }

  #open(opening: Opening): void {
    const block = this.#block;
    const wording = this.#isWording(opening);
    if (block && (wording || opening.length < block.opening.length))
      return this.#openInner(block, opening, wording);
    if (wording) {
      if (!this.#headless) this.#say(strayWording(opening));
      this.#headless = true;
      return;
    }
    this.#cutOff(opening.line, before(opening));
    this.#headless = false;
    this.#block = { opening, wordings: [], inner: null, bodyEnd: null, certain: true, short: false };
  }

  /** Takes a line that is a chart or a table of figures, or was meant as one; false where it is none. */
  #exhibit(line: number): boolean {
    const found = exhibitLine(this.#lines.line(line), this.#names);
    if (!found) return false;
    const place = this.#lines.at(line, found.index + 1);
    const block = this.#block;
    if (!block) this.#say(exhibitOutside(place, found.name));
    else if (found.wellFormed) this.#textLine(block, line);
    else {
      this.#say(misshapenExhibit(place, found.name));
      block.certain = false;
    }
    return true;
  }

  /** A mistyped name is a wording's where it is near to that, or within a passage where nothing else can stand. */
  #isWording({ name, length, attributes }: Opening): boolean {
    if (name === 'wording' || this.#names.has(name)) return name === 'wording';
    if (nearest(name, this.#names) === 'wording') return true;
    return this.#block !== null && length < this.#block.opening.length && !attributes.written.has('id');
  }

  #openInner(block: Block, opening: Opening, wording: boolean): void {
    if (block.inner) {
      this.#say(notClosed(block.inner, before(opening)));
      this.#endInner(block, opening.line);
      block.certain = false;
    }
    block.bodyEnd ??= opening.line;
    block.inner = opening;
    if (wording && opening.length >= block.opening.length) this.#say(tooLong(opening, block.opening));
    if (wording) return;
    this.#say(nested(opening, block.opening));
    this.#found.push({ opening, body: { from: 0, to: 0 }, wordings: [], certain: false });
    block.certain = false;
  }

  #endInner(block: Block, line: number): void {
    const { inner } = block;
    if (inner && this.#isWording(inner))
      block.wordings.push({ opening: inner, body: { from: inner.line + 1, to: line } });
    block.inner = null;
  }

  /** Takes a line that closes something, or was meant to; false where it is no such line. */
  #closing(line: number): boolean {
    const text = this.#lines.line(line);
    if (!text.includes(':') && !/[：∶]/u.test(text)) return false;
    const found = /^([\s>]*)([:：∶]{2,})(\s*)(.*)$/u.exec(text) ?? this.#behindText(text);
    if (!found) return false;
    const [, before = '', marks = '', space = '', rest = ''] = found;
    const right = !before && !rest && /^:{3,}$/.test(marks);
    if (!right && (!this.#block || (rest && !space))) return false;
    const place = this.#lines.at(line, before.length + 1);
    if (right) this.#close(line, marks.length, place);
    else this.#closeMisshapen(line, place);
    return true;
  }

  /** Colons at the end of a line of text, within a passage. */
  #behindText(text: string): RegExpExecArray | null {
    return this.#block ? /^(.*[^:])(:{3,})(\s*)()$/.exec(text) : null;
  }

  /** It is read as closing what is open, whatever its length. */
  #closeMisshapen(line: number, place: Place): void {
    const length = (this.#block?.inner ?? this.#block?.opening)?.length ?? 4;
    this.#say(misshapenFence(place, length));
    if (this.#block) this.#block.certain = false;
    this.#close(line, length, place);
  }

  #close(line: number, length: number, place: Place): void {
    const block = this.#block;
    if (!block) return this.#closeNothing(length, place);
    const { inner, opening } = block;
    // A wording whose fence is as long as its passage's is closed by what would close either.
    if (inner && (length < opening.length || inner.length >= opening.length)) {
      if (length < inner.length) this.#say(tooShort(inner, place));
      return this.#endInner(block, line);
    }
    if (length >= opening.length) return this.#end(block, line, place);
    if (!block.short) this.#say(tooShort(opening, place));
    block.short = true;
    block.certain = false;
  }

  #closeNothing(length: number, place: Place): void {
    if (!this.#headless) this.#say(strayFence(place));
    else if (length > 3) this.#headless = false;
  }

  /** The fence that closes a passage; a wording that is still open was to be closed before it. */
  #end(block: Block, line: number, place: Place): void {
    const { inner } = block;
    if (inner) {
      const related = { place, text: `this closes \`${block.opening.name}\` of line ${block.opening.line}` };
      this.#say(notClosed(inner, { when: `before \`${block.opening.name}\` is`, related }));
      block.certain = false;
    }
    this.#finish(block, line);
  }

  /** A passage is not closed: the next one begins, or the file ends. */
  #cutOff(line: number, by: Parameters<typeof notClosed>[1]): void {
    const block = this.#block;
    if (!block) return;
    if (block.inner) this.#say(notClosed(block.inner, by));
    // A fence too short to close it was said already, and is most likely the one that was to.
    else if (!block.short) this.#say(notClosed(block.opening, by));
    block.certain = false;
    this.#finish(block, line);
  }

  #finish(block: Block, line: number): void {
    this.#endInner(block, line);
    const body = { from: block.opening.line + 1, to: block.bodyEnd ?? line };
    this.#found.push({ opening: block.opening, body, wordings: block.wordings, certain: block.certain });
    this.#block = null;
  }

  #plain(line: number): void {
    const text = this.#lines.line(line);
    const block = this.#block;
    const found = mistakeIn(text, this.#names) ?? (block && copiedIn(text));
    if (found) {
      const place = this.#lines.at(line, found.index + 1);
      this.#say(error(found.rule, place, found.text, { remedy: found.remedy }));
      if (block && OPAQUE.has(found.rule)) block.certain = false;
    } else if (block && text.trim()) this.#textLine(block, line);
  }

  /** A line of text of a passage, which stands before its wordings or in one. */
  #textLine(block: Block, line: number): void {
    if (!block.bodyEnd || block.inner || !block.certain) return;
    // Said once for a passage: which text was meant for whom is anyone's guess.
    block.certain = false;
    const column = this.#lines.line(line).search(/\S/) + 1;
    this.#say(textAfterWording(this.#lines.at(line, column), block.opening));
  }
}

const before = ({ name, place }: Opening): Parameters<typeof notClosed>[1] => ({
  when: `before \`${name}\` begins`,
  related: { place, text: 'the next one begins here' },
});
