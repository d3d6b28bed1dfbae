/** A passage as its author has written it in its source, found by its id. */

import { findComments } from '../load/comments.ts';
import { readFences, type Fenced, type Range } from '../load/fences.ts';
import { findFrontMatter, guessedNext } from '../load/front-matter.ts';
import { Lines } from '../load/lines.ts';
import type { Opening } from '../load/opening.ts';
import { upTo } from '../model/memo.ts';
import { normalised } from '../load/text.ts';

/** A passage as it is written. */
export interface WrittenPassage {
  /** By name, in the order of its fence, without the id. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Markdown, with the comments that stand in it; without the empty lines round it. */
  readonly text: string;
  readonly wordings: readonly WrittenWording[];
}

export interface WrittenWording {
  /** `for`, `when`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Where a passage stands in the rows of its file. */
export interface Located {
  readonly fenced: Fenced;
  readonly written: WrittenPassage;
}

/** A file's rows, each without its line feed: a carriage return before that stays with it. */
export const rowsOf = (text: string): readonly string[] => text.split('\n');

/** Finds a passage; null where there is none of the id, or where its fences leave a doubt which lines are its own. */
export const locate = (text: string, id: string, kinds: ReadonlySet<string>): Located | null => {
  const found = fencedIn(JSON.stringify([text, [...kinds]]), text, kinds).filter(
    ({ opening }) => opening.attributes.written.get('id')?.value === id,
  );
  const [fenced] = found;
  if (!fenced || found.length > 1 || ![fenced, ...fenced.wordings].every(({ opening }) => isSound(opening)))
    return null;
  const rows = rowsOf(text);
  const wordings = fenced.wordings.map(({ opening, body }) => ({
    attributes: attributesOf(opening),
    text: textIn(rows, body),
  }));
  const { id: _, ...attributes } = attributesOf(fenced.opening);
  return fenced.certain
    ? { fenced, written: { attributes, text: textIn(rows, fenced.body), wordings } }
    : null;
};

/** What stands between the fences of a text: it is asked for one passage after another. */
const fencedIn = upTo(4, (_asked, text: string, kinds: ReadonlySet<string>): readonly Fenced[] => {
  const lines = new Lines('', normalised(text.replace(/^\uFEFF/u, '')));
  const silent = (): void => {};
  const next = findFrontMatter(lines, silent)?.next ?? guessedNext(lines);
  return readFences(lines, next, findComments(lines, next, silent), kinds, silent);
});

const isSound = ({ wellFormed, attributes }: Opening): boolean => wellFormed && attributes.sound;

const attributesOf = ({ attributes }: Opening): Record<string, string> =>
  Object.fromEntries(Array.from(attributes.written.values(), ({ name, value }) => [name, value]));

/** The rows of a range that are not empty at its ends. */
export const filledIn = (rows: readonly string[], { from, to }: Range): Range => {
  const isEmpty = (line: number): boolean => !rows[line - 1]?.trim();
  let [first, end] = [from, to];
  while (first < end && isEmpty(first)) first += 1;
  while (end > first && isEmpty(end - 1)) end -= 1;
  return { from: first, to: end };
};

const textIn = (rows: readonly string[], range: Range): string => {
  const { from, to } = filledIn(rows, range);
  return rows
    .slice(from - 1, to - 1)
    .map((row) => row.replace(/\r$/u, ''))
    .join('\n');
};
