/** What editors have written for themselves, for nobody to read in a document. */

import type { Place } from '../diagnostics/place.ts';
import type { Aside } from '../model/project.ts';
import type { Comments } from './comments.ts';
import type { Fenced } from './fences.ts';
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

/** What of a source stands in no passage, and the comments in those; each with the passage that it is about. */
export const sourceAsides = (
  lines: Lines,
  from: number,
  comments: Comments,
  fenced: readonly Fenced[],
): readonly Aside[] => {
  const inside = new Map<number, Place>();
  const opens = new Map<number, Place>();
  for (const { opening, body, wordings } of fenced) {
    opens.set(opening.line, opening.place);
    for (const { from: first, to } of [body, ...wordings.map((one) => one.body)])
      for (let line = first; line < to; line += 1) inside.set(line, opening.place);
  }
  const asides = new Asides(lines);
  for (let line = from; line <= lines.count; line += 1) {
    const text = lines.line(line);
    const isFence = /^\s*:{3,}/u.test(text);
    if (comments.has(line) || !(inside.has(line) || isFence))
      asides.add(line, text.replace(/<!--|-->/gu, ' '));
  }
  return asides.all.map((aside) => {
    const beside = inside.get(aside.place.line) ?? opens.get(lineBelow(aside, lines));
    return beside ? { ...aside, beside } : aside;
  });
};

/** The next line below an aside that is not blank. */
const lineBelow = ({ text, place }: Aside, lines: Lines): number => {
  let line = place.line + text.split('\n').length;
  while (line <= lines.count && !lines.line(line).trim()) line += 1;
  return line;
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
