/** The text of a page as it is painted, with a space wherever a word ends without one: at the end of a line or a cell. */

import { memo } from '../../model/memo.ts';
import type { SetFont, ShownText } from '../content/text-walk.ts';
import { textOfCode } from '../read/cmap.ts';
import type { Font } from '../read/font.ts';
import type { FontBook } from '../read/font-book.ts';

/** A font as its codes are read. */
interface Script {
  readonly font: Font;
  readonly width: 1 | 2;
  readonly texts: Map<number, string>;
}

export class PageWords {
  readonly #fonts: FontBook;
  readonly #page: number;
  readonly #scripts = new Map<Font, Script>();
  #set: SetFont | null = null;
  #script: Script | null = null;
  /** Where the last text ended. */
  #end: PenPlace | null = null;
  #text = '';

  constructor(fonts: FontBook, page: number) {
    this.#fonts = fonts;
    this.#page = page;
  }

  get text(): string {
    return this.#text;
  }

  read(shown: ShownText): void {
    if (shown.font !== this.#set) this.#script = this.#scriptOf(shown.font);
    this.#set = shown.font;
    if (!this.#script) return;
    const spot = spotOf(shown);
    if (this.#end && isApart(this.#end, spot)) this.#text += ' ';
    let advance = 0;
    for (const code of codesIn(shown, this.#script.width)) {
      this.#text += textOf(this.#script, code);
      advance += this.#script.font.widthOf(code) ?? 0;
    }
    this.#end = { ...spot, along: spot.along + (advance / 1000) * spot.size };
  }

  #scriptOf({ resources, name }: SetFont): Script | null {
    const use = this.#fonts.named(resources, name, this.#page);
    if (!use) return null;
    const font = this.#fonts.fontOf(use);
    const known = this.#scripts.get(font) ?? { font, width: use.hasPairs ? 2 : 1, texts: new Map() };
    this.#scripts.set(font, known);
    return known;
  }
}

/** A place on a page, as it is written there. */
interface PenPlace {
  /** How far along the direction of writing, and how far beside. */
  readonly along: number;
  readonly beside: number;
  readonly slope: number;
  readonly size: number;
}

const spotOf = ({ matrix: [a, b, , , x, y], font }: ShownText): PenPlace => {
  const scale = Math.hypot(a, b) || 1;
  return {
    along: (x * a + y * b) / scale,
    beside: (y * a - x * b) / scale,
    slope: b / scale,
    size: font.size * scale,
  };
};

/** Whether a text is no continuation of the one before: the next line, a number set high, another cell. */
const isApart = (end: PenPlace, next: PenPlace): boolean =>
  Math.abs(next.slope - end.slope) > 0.01 ||
  Math.abs(next.beside - end.beside) > 0.05 * next.size ||
  Math.abs(next.along - end.along) > GAP * next.size;

/** Letters of a word are nearer than that, in ems; a blank is wider. */
const GAP = 0.15;

const textOf = ({ font, texts }: Script, code: number): string =>
  memo(texts, code, () => {
    const units = font.toUnicode && textOfCode(font.toUnicode, code);
    return units ? String.fromCharCode(...units) : '';
  });

function* codesIn({ lexer }: ShownText, width: 1 | 2): Iterable<number> {
  const pair = width === 2 ? lexer.pair(0) : null;
  if (pair !== null) return yield pair;
  for (const bytes of lexer.strings(0))
    for (let at = 0; at + width <= bytes.length; at += width)
      yield width === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
