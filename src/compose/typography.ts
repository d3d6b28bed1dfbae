import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { withTexts } from '../model/chart.ts';
import { upTo } from '../model/memo.ts';
import { copyTree } from '../model/copy-tree.ts';
import { EXIT, visit } from '../model/visit.ts';
import { LANGUAGES } from '../model/languages/languages.ts';
import { alternate } from './quotation-marks.ts';

const MONTHS = Object.values(LANGUAGES).flatMap(({ months }) => months);

/** A number and the word that it belongs to, which no line may part: `16 January`, `£33.5 million`, `section 47`. */
const TOGETHER = new RegExp(
  String.raw`\b\d{1,2} (?=(?:${MONTHS.join('|')})\b)|\d (?=(?:million|billion|trillion|per cent|percentage|[ap]m)\b)|\b(?:parts?|schedules?|chapters?|sections?|clauses?|articles?|pages?|items?|notes?|paragraphs?|tables?|figures?) (?=\d)`,
  'giu',
);

/** A title and the name that it belongs to. */
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Lord|Lady|Baroness|Sir|Dame) (?=\p{Lu})/gu;

const smart = unified().use(remarkSmartypants, { dashes: 'oldschool' }).freeze();

/** An apostrophe within a word. */
const WITHIN_WORD = /(?<=[A-Za-zÀ-ÖØ-öø-ÿ])'(?=[A-Za-zÀ-ÖØ-öø-ÿ])/gu;

/** What else `smart` may change: quotation marks, dashes and points that follow each other. */
const STRAIGHT = /["'`]|[-–]-|\.\s*\./u;

/**
 * Makes quotation marks, dashes and ellipses smart. A text that has none, or apostrophes alone, is not taken apart, which takes
 * a third of composing.
 */
const smarten = (tree: Root): void => {
  let isStraight = false;
  visit(tree, 'text', ({ value }) => {
    isStraight = STRAIGHT.test(value.replace(WITHIN_WORD, ''));
    return isStraight ? EXIT : undefined;
  });
  if (!isStraight)
    return visit(tree, 'text', (text) => void (text.value = text.value.replace(WITHIN_WORD, '’')));
  // The library would make one dash of these too, and say so on the console.
  visit(tree, 'text', (text) => {
    text.value = text.value.replaceAll('–-', '—');
  });
  smart.runSync(tree);
};

/** Phrases, set likewise; the given ones are not changed. */
export const typesetPhrases = (phrases: readonly PhrasingContent[]): readonly PhrasingContent[] => {
  const paragraph: Paragraph = { type: 'paragraph', children: phrases.map((phrase) => copyTree(phrase)) };
  typeset({ type: 'root', children: [paragraph] });
  return paragraph.children;
};

/** One line of plain text, set likewise. Many documents and pages have the same. */
export const typesetLine = upTo(5000, (line) =>
  SETTABLE.test(line) || line.search(TITLED) >= 0
    ? typesetPhrases([{ type: 'text', value: line }])
        .map((phrase) => toString(phrase))
        .join('')
    : line,
);

/** What is in each text of which `typeset` changes anything, apart from titles. */
const SETTABLE = /["'`‘’“”\\\d–-]|\.\s*\./u;

/** A backslash keeps a figure from becoming a word; it has done so. */
const KEPT_FIGURE = /\\(?=\d)/gu;

/**
 * Sets straight quotation marks curly and those within others in turn, `--` and `---` as dashes, and the hyphen of a negative number as a minus, in place.
 * The text of a link that is its own address stays as it was written. Where the conventions of its
 * language are not known, all marks do.
 */
export const typeset = (tree: Root, isKnown = true): void => {
  if (!isKnown) return visit(tree, 'text', (node) => void (node.value = node.value.replace(KEPT_FIGURE, '')));
  const addresses: (() => void)[] = [];
  visit(tree, 'link', (link) => {
    const words = toString(link);
    const spelled = [
      words,
      `mailto:${words}`,
      `tel:${words}`,
      `https://${words}`,
      `http://${words}`,
    ].includes(link.url);
    const children = spelled ? link.children.map((child) => copyTree(child)) : null;
    if (children) addresses.push(() => (link.children = children));
    if (link.title) link.title = typesetLine(link.title);
  });
  visit(tree, 'chart', (chart) => void Object.assign(chart, withTexts(chart, typesetLine)));
  visit(tree, 'table', ({ data }) => {
    if (data?.caption) data.caption = typesetLine(data.caption);
  });
  smarten(tree);
  // A quotation mark that opens a shortened word is an apostrophe: ’90s, ’n’, ’tis.
  visit(tree, 'text', (node) => {
    node.value = node.value
      .replace(KEPT_FIGURE, '')
      .replace(/‘(?=\d\ds?\b|n’|tis\b|twas\b)/gu, '’')
      // A hyphen before a number is a minus: -31%, but 2009-10.
      .replace(/(?<![^\s(])-(?=£?\d)/gu, '−')
      .replace(TOGETHER, (pair) => pair.replace(' ', '\u00a0'))
      .replace(TITLED, (pair) => pair.replace(' ', '\u00a0'));
  });
  alternate(tree);
  addresses.forEach((restore) => restore());
};
