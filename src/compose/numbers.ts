/**
 * Small numbers as words, for audiences whose style asks for it (`numbers: words-to-nine`): "three councils", but
 * "3%", "£3", "3 million", "3 February", "clause 3", "aged 3" and everything with a decimal or a range stay figures, as in the
 * style books of newspapers.
 */

import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What a number is the number of: the word before it. */
const NUMBERED =
  /(?:^|[^\p{L}])(?:aged?|amendments?|appendix|articles?|band|chapters?|clauses?|figures?|grade|groups?|items?|key stage|level|no\.?|notes?|numbers?|pages?|paragraphs?|parts?|phase|pledges?|points?|recommendations?|regulations?|rules?|schedules?|sections?|stage|steps?|tables?|tier|volumes?|weeks?|wards?|years?)[\s\u00a0]$/iu;

/** What a number is counted in where it stays a figure: the word behind it, or its sign. */
const MEASURED =
  /^(?:[\s\u00a0]?(?:%|per[\s\u00a0]cent|percentage|million|billion|trillion|m\b|bn\b|p\b|am\b|pm\b|km\b|kg\b|mm\b|cm\b|°)|[\s\u00a0](?:January|February|March|April|May|June|July|August|September|October|November|December)\b|[\s\u00a0]?[–−/:×]|[.,:]\d|-\d|-(?:year|month|week|day|hour)|(?:st|nd|rd|th)\b)/u;

/** A figure that may be a number by itself: no part of a longer number, a word or a sum. */
const ALONE = /(?<![\p{L}\p{N}£$€+−–/.,:#-])[1-9](?![\p{L}\p{N}])/gu;

/** Writes the numbers from 1 to 9 of a text as words, in place; a number that is split over two nodes is left alone. */
export const spellNumbers = (tree: Root): void => {
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const texts: Text[] = [];
    visit(node, 'text', (text) => void texts.push(text));
    const whole = texts.map(({ value }) => value).join('');
    let end = 0;
    for (const text of texts) {
      const start = end;
      end += text.value.length;
      text.value = text.value.replace(ALONE, (digit: string, at: number) =>
        spelled(digit, whole.slice(0, start + at), whole.slice(start + at + 1)),
      );
    }
  });
};

const spelled = (digit: string, before: string, after: string): string => {
  if (NUMBERED.test(before) || MEASURED.test(after)) return digit;
  if (/[\p{N}£+−–/#]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return digit;
  const word = WORDS[Number(digit)] ?? digit;
  return /(?:^|[.?!:]["”’]?\s)["“‘]?$/u.test(before) ? word.replace(/^./u, (c) => c.toUpperCase()) : word;
};
