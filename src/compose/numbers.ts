/**
 * Small numbers as words, for audiences whose style asks for it (`numbers: words-to-nine`): "three councils". A number
 * from 1 to 9 becomes a word where it counts something in running prose (`counting.ts`); every other figure stays as it
 * was written, and so does one that is joined to it: "clauses 3 and 4", "3 to 5%". Figures stay in tables, in brackets,
 * in what is quoted, and behind a backslash: `\3`.
 */

import type { Nodes, Parents, Root } from 'mdast';
import { SKIP, visit } from '../model/visit.ts';
import { ENGLISH } from '../model/languages/en.ts';
import { countsBefore, countsBehind } from './counting.ts';
import { beginsSentence, capitalised } from '../model/sentences.ts';

/** Every figure of a text, with the signs and letters that are joined to it. */
const FIGURE = /[^\s()[\]“”‘’"',;:!?–—]*\d[^\s()[\]“”‘’"',;:!?–—]*(?:[.,:–—'’/]\d[^\s()[\]“”‘’",;!?]*)*/gu;

/** What joins one number to the next: `3 and 4`, `2, 3`, `3 to 5`, `3 in 4`. */
const JOINT = /^(?: ?[,–−/-]| (?:and|or|to|x|×|in|in every|of|out of)|, (?:and|or)|\()? ?$/u;

/** Of those, what belongs between figures: `3 – 4`, `2 x 3`. */
const SPAN = /[–−/×(-]| x /u;

/** Of those, what makes a share: `3 in 4`. */
const SHARE = /^ (?:in|in every|of|out of) $/u;

/** A year and a comma open a clause: "In 2024, 9 people". */
const YEAR = /^(?:19|20)\d\d$/u;

/** What stands for a node that is no text, such as code. */
const OTHER = '\ufffc';

/** Writes the numbers from 1 to 9 that count something as words, in place. */
export const spellNumbers = (tree: Root): void => {
  visit(tree, (node) => {
    if (node.type === 'blockquote') return SKIP;
    // The cells of tables hold no paragraphs.
    if (node.type === 'paragraph' || node.type === 'heading') spellIn(node);
    return true;
  });
};

const spellIn = (block: Parents): void => {
  const leaves: Nodes[] = [];
  visit(block, (node) => {
    // What is in another language has other words for numbers.
    const isOther = node.type === 'span';
    if (isOther || !('children' in node)) leaves.push(node);
    return isOther ? SKIP : undefined;
  });
  const spelled = wordsIn(leaves.map(shownAs).join(''));
  let start = 0;
  for (const leaf of leaves) {
    const from = start;
    start += shownAs(leaf).length;
    if (leaf.type === 'text')
      leaf.value = leaf.value.replace(/\d/gu, (digit: string, at: number) => spelled.get(from + at) ?? digit);
  }
};

const shownAs = (leaf: Nodes): string =>
  leaf.type === 'text' ? leaf.value.replace(/[\n\u00a0]/gu, ' ') : OTHER;

interface WrittenFigure {
  readonly start: number;
  readonly end: number;
  readonly digit: string;
  /** Whether it is a digit by itself, where figures may become words. */
  readonly plain: boolean;
}

/** The words for digits of a text, by the place of the digit. */
const wordsIn = (text: string): ReadonlyMap<number, string> => {
  const enclosed = enclosedIn(text);
  const figures = [...text.matchAll(FIGURE)].map(({ 0: found, index }): WrittenFigure => {
    const written = found.replace(/\.+$/u, '');
    const plain = /^[1-9]$/u.test(written) && !enclosed[index];
    return { start: index, end: index + written.length, digit: written, plain };
  });
  const spelled = new Map<number, string>();
  for (const group of joined(figures, text))
    if (counts(group, text))
      for (const { start, digit } of group) spelled.set(start, wordFor(digit, text.slice(0, start)));
  return spelled;
};

/** For each place of a text, whether it stands in brackets or quotation marks. */
const enclosedIn = (text: string): readonly boolean[] => {
  let depth = 0;
  let quoted = false;
  return Array.from({ length: text.length }, (_, at) => {
    const sign = text.charAt(at);
    if ('([“'.includes(sign)) depth += 1;
    if (')]”'.includes(sign)) depth = Math.max(0, depth - 1);
    if (sign === '"') quoted = !quoted;
    return depth > 0 || quoted;
  });
};

/** Figures in groups that are joined to one another. */
const joined = (figures: readonly WrittenFigure[], text: string): readonly (readonly WrittenFigure[])[] => {
  const groups: WrittenFigure[][] = [];
  for (const figure of figures) {
    const before = groups.at(-1)?.at(-1);
    const between = before && text.slice(before.end, figure.start);
    if (between !== undefined && JOINT.test(between) && !(between === ', ' && YEAR.test(before?.digit ?? '')))
      groups.at(-1)?.push(figure);
    else groups.push([figure]);
  }
  return groups;
};

const counts = (group: readonly WrittenFigure[], text: string): boolean => {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last || !group.every(({ plain }) => plain)) return false;
  if (SPAN.test(text.slice(first.end, last.start))) return false;
  const [before, after] = [text.slice(0, first.start), text.slice(last.end)];
  if (!countsBefore(before, group.length === 1)) return false;
  const second = group[1];
  if (
    group.length === 2 &&
    second &&
    SHARE.test(text.slice(first.end, second.start)) &&
    !/^ ?[%£°]/u.test(after)
  )
    return true;
  return countsBehind(after, before, last.digit === '1');
};

const wordFor = (digit: string, before: string): string => {
  const word = ENGLISH.numbers?.[Number(digit) - 1] ?? digit;
  return beginsSentence(before) ? capitalised(word) : word;
};
