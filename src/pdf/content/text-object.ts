import type { Change } from './change.ts';
import type { FontText } from './font-text.ts';
import { hexCodeAt, stringsWithin } from './strings.ts';

/**
 * A text in one font between `BT` and `ET` that belongs to one piece of marked content: Chrome's are parts of one
 * line. It consists of shows, a glyph or some, each by its operator with its operand.
 */
export class TextObject {
  readonly font: FontText | null;
  readonly #bytes: Uint8Array;
  readonly #changes: Change[];
  /** Where the shows begin and end, in turn: there are a hundred thousand in a document. */
  readonly #places: number[] = [];
  /** What a reader gets in the place of a show (ISO 32000-1, 14.9.4), where it is not read as it stands. */
  readonly #replacements = new Map<number, string>();
  /** The end of the last show, or of what is marked around it. */
  #end = 0;

  /** Takes the stream, and the changes that are to be made there. */
  constructor(bytes: Uint8Array, changes: Change[], font: FontText | null) {
    this.#bytes = bytes;
    this.#changes = changes;
    this.font = font;
  }

  add(start: number, end: number): void {
    this.#places.push(start, end);
    this.#end = end;
  }

  /** Has the last show read as something else. */
  replaceLast(text: string): void {
    this.#replacements.set(this.#count - 1, text);
  }

  /** What is marked around the last show ends. */
  close(end: number): void {
    this.#end = end;
    const last = this.#count - 1;
    const text = this.#replacements.get(last);
    const code = hexCodeAt(this.#bytes, this.#places[2 * last] ?? 0);
    if (text && code !== null) this.font?.corrections.set(code, text);
  }

  /** Its first characters, this many or some more. */
  first(count: number): string {
    let text = '';
    for (let at = 0; at < this.#count && text.length < count; at += 1) text += this.#textOf(at);
    return text;
  }

  /** Its last characters, this many or some more. */
  last(count: number): string {
    let text = '';
    for (let at = this.#count - 1; at >= 0 && text.length < count; at -= 1) text = this.#textOf(at) + text;
    return text;
  }

  /** Puts a space at its end, which is not to be seen. */
  endWithSpace(): void {
    const last = this.#count - 1;
    const space = this.font?.space;
    if (space) this.#insert(this.#end, `\n${space} Tj`);
    else if (!this.#replacements.has(last)) this.#replace(last, `${this.#textOf(last)} `);
  }

  /** Has its glyphs read as nothing. */
  silence(): void {
    for (let at = 0; at < this.#count; at += 1) if (!this.#replacements.has(at)) this.#replace(at, '');
  }

  get #count(): number {
    return this.#places.length / 2;
  }

  #textOf(index: number): string {
    const replacement = this.#replacements.get(index);
    if (replacement !== undefined) return replacement;
    const [start, end] = [this.#places[2 * index] ?? 0, this.#places[2 * index + 1] ?? 0];
    const { font } = this;
    if (!font) return '';
    const single = font.width === 2 ? hexCodeAt(this.#bytes, start) : null;
    if (single !== null) return font.textOf(single);
    return stringsWithin(this.#bytes, start, end)
      .map((codes) => textOf(codes, font))
      .join('');
  }

  #replace(index: number, text: string): void {
    const hex = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex');
    this.#insert(this.#places[2 * index] ?? 0, `/Span <</ActualText <${hex}>>> BDC\n`);
    this.#insert(this.#places[2 * index + 1] ?? 0, '\nEMC');
  }

  #insert(at: number, text: string): void {
    this.#changes.push({ start: at, end: at, text });
  }
}

const textOf = (codes: Uint8Array, { width, textOf }: FontText): string => {
  let text = '';
  for (let at = 0; at + width <= codes.length; at += width)
    text += textOf(width === 1 ? (codes[at] ?? 0) : (codes[at] ?? 0) * 256 + (codes[at + 1] ?? 0));
  return text;
};
