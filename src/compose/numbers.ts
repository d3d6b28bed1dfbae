/**
 * Small numbers as words, for audiences whose style asks for it (`numbers: words-to-nine`): "three councils". What counts
 * is written as a word; what measures, names or dates stays a figure, as in the style books of newspapers: "3%", "£3",
 * "3 million", "3 February", "clause 3", "aged 3", "Tier 4", "7 High Street", "2 x 3". A number that is joined to one that
 * stays a figure stays one too: "clauses 3 and 4", "3 to 5%".
 */

import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { MONTHS } from '../model/time.ts';

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Every figure of a text, with the signs that make it more than a number to count by. */
const FIGURE = /[£$€+−#]?\d+(?:[.,:]\d+)*/gu;

const MONTH = `(?:${MONTHS.join('|')})`;

/** What a number is the number of: the word before it, in small letters. */
const NUMBERED =
  /(?:^|[^\p{L}])(?:ages?|aged|amendments?|annex|appendix|articles?|bands?|chapters?|clauses?|figures?|forms?|grades?|groups?|items?|key stages?|levels?|nos?\.?|notes?|numbers?|pages?|paragraphs?|parts?|phases?|pledges?|points?|questions?|recommendations?|regulations?|rules?|schedules?|sections?|stages?|steps?|tables?|tiers?|types?|volumes?|weeks?|wards?|years?)[\s\u00a0]$/iu;

/** A month, or a name, stands right before the number: `May 6`, `Channel 4`, `Standing Order 9`. A word that opens a sentence is none. */
const NAMED = new RegExp(
  String.raw`(?:${MONTH}|(?<!(?:^|[.?!:]["”’]?\s)["“‘]?)\b\p{Lu}[\p{L}’]*)[\s\u00a0]$`,
  'u',
);

/** What a number is counted in where it stays a figure: the word behind it, or its sign. */
const MEASURED = new RegExp(
  String.raw`^(?:[\s\u00a0]?(?:%|per[\s\u00a0]cent|percentage|million|billion|trillion|m\b|bn\b|p\b|am\b|pm\b|km\b|kg\b|mm\b|cm\b|°)|[\s\u00a0](?:${MONTH}\b|(?:x|×)[\s\u00a0]\d|(?:\p{Lu}[\p{L}’]*[\s\u00a0])+(?:Street|Road|Lane|Avenue|Square|Place|Way|Close|Drive|Terrace)\b)|[\s\u00a0]?[–−/:×(]|-\d|-(?:year|month|week|day|hour)|(?:st|nd|rd|th)\b)`,
  'u',
);

/** What joins one number to the next: `3 and 4`, `2, 3`, `3 to 5`, `9(1`, `2 x 3`. */
const JOINT = /^(?:[\s\u00a0]?[,–−/-]|[\s\u00a0](?:and|or|to|x|×)|,[\s\u00a0](?:and|or)|\()?[\s\u00a0]?$/u;

/** Writes the numbers from 1 to 9 of a text as words, in place. */
export const spellNumbers = (tree: Root): void => {
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const texts: Text[] = [];
    visit(node, 'text', (text) => void texts.push(text));
    const spelled = wordsIn(texts.map(({ value }) => value).join(''));
    let start = 0;
    for (const text of texts) {
      const { value } = text;
      const from = start;
      start += value.length;
      text.value = value.replace(/\d/gu, (digit: string, at: number) => spelled.get(from + at) ?? digit);
    }
  });
};

interface Figure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The words for digits of a text, by the place of the digit. */
const wordsIn = (text: string): ReadonlyMap<number, string> => {
  const figures = [...text.matchAll(FIGURE)].map((found): Figure => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
  }));
  const stays = figures.map((figure) => staysFigure(figure, text));
  const joined = (a: Figure | undefined, b: Figure | undefined): boolean =>
    a !== undefined && b !== undefined && JOINT.test(text.slice(a.end, b.start));
  // From the left, then from the right: a figure keeps those that it is joined to.
  figures.forEach(
    (figure, index) => (stays[index] ||= Boolean(stays[index - 1]) && joined(figures[index - 1], figure)),
  );
  for (let index = figures.length - 2; index >= 0; index -= 1)
    stays[index] ||= Boolean(stays[index + 1]) && joined(figures[index], figures[index + 1]);
  return new Map(
    figures.flatMap(({ start, text: digit }, index) =>
      stays[index] ? [] : [[start, wordFor(digit, text.slice(0, start))] as const],
    ),
  );
};

const staysFigure = ({ start, end, text: figure }: Figure, text: string): boolean => {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return (
    !/^[1-9]$/u.test(figure) ||
    /[\p{L}\p{N}£$€+−–/.,:#-]$/u.test(before) ||
    /^[\p{L}\p{N}]/u.test(after) ||
    NUMBERED.test(before) ||
    NAMED.test(before) ||
    MEASURED.test(after)
  );
};

const wordFor = (digit: string, before: string): string => {
  const word = WORDS[Number(digit)] ?? digit;
  return /(?:^|[.?!]["”’]?\s)["“‘]?$/u.test(before) ? word.replace(/^./u, (c) => c.toUpperCase()) : word;
};
