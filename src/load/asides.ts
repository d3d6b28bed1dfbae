/** What editors have written for themselves, for nobody to read in a document. */

import type { Aside } from '../model/project.ts';
import type { Comments } from './comments.ts';
import type { Fenced, Range } from './fences.ts';
import type { Lines } from './lines.ts';

/** The comments of YAML, up to a line: what stands behind `#` at the beginning of a line or after a blank. */
export const yamlComments = (lines: Lines, end = lines.count + 1): readonly Aside[] => {
  const asides = new Asides(lines);
  for (let line = 1; line < end; line += 1) {
    const found = /(?:^|\s)#(.*)$/u.exec(lines.line(line));
    if (found) asides.add(line, found[1] ?? '');
  }
  return asides.all;
};

/** What of a source stands in no passage, and the comments in those. */
export const sourceAsides = (
  lines: Lines,
  from: number,
  comments: Comments,
  fenced: readonly Fenced[],
): readonly Aside[] => {
  const inside = new Set<number>();
  const take = ({ from: first, to }: Range): void => {
    for (let line = first; line < to; line += 1) inside.add(line);
  };
  for (const { body, wordings } of fenced) [{ body }, ...wordings].forEach((one) => take(one.body));
  const asides = new Asides(lines);
  for (let line = from; line <= lines.count; line += 1) {
    const text = lines.line(line);
    const isFence = /^\s*:{3,}/u.test(text);
    if (comments.has(line) || !(inside.has(line) || isFence))
      asides.add(line, text.replace(/<!--|-->/gu, ' '));
  }
  return asides.all;
};

/** Texts whose lines follow each other are one. */
class Asides {
  readonly all: Aside[] = [];
  readonly #lines: Lines;
  #last = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  add(line: number, text: string): void {
    if (!text.trim()) return;
    const before = this.all.at(-1);
    const isNext = before !== undefined && line === this.#last + 1;
    this.#last = line;
    if (isNext) this.all[this.all.length - 1] = { ...before, text: `${before.text}\n${text}` };
    else this.all.push({ text, place: this.#lines.at(line) });
  }
}
