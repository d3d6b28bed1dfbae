import type { Point } from 'unist';
import type { Place } from '../diagnostics/place.ts';

/** A file's text by line and by offset. Lines and columns count from 1, offsets from 0, both in UTF-16 units. */
export class Lines {
  readonly file: string;
  readonly text: string;
  /** Where each line starts, and the end of the text. */
  readonly #starts: readonly number[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The offset at which a line starts; the end of the text for a line beyond the last. */
  start(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** A line's text, without the break that ends it. */
  line(line: number): string {
    return this.text.slice(this.start(line), this.start(line + 1)).replace(/\r?\n$/, '');
  }

  at(line: number, column = 1): Place {
    return { file: this.file, line, column };
  }

  place(offset: number): Place {
    const { line, column } = this.point(offset);
    return { file: this.file, line, column };
  }

  point(offset: number): Required<Point> {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }
}
