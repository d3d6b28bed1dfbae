/** Quotation marks within quotation marks: double outside, single inside, and so on in turn. All marks are curly already. */

import type { Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import { visit } from '../model/visit.ts';

/** Sets the marks of each block of a text in turn; a block whose marks do not pair keeps them as they are. */
export const alternate = (tree: Root): void => {
  visit(tree, (node) => {
    if (isLine(node)) setInTurn(new BlockText(node), 0);
  });
};

/**
 * Puts marks round a text, in place of those that stand round the whole of it, and sets those within it in turn. They
 * are part of the text, so that a screen reader and a copied line have them.
 */
export const quote = (tree: Root): void => {
  const paragraphs = paragraphsOf(tree);
  const lines = paragraphs.map((paragraph) => new BlockText(paragraph));
  const outer = lines.map(({ text }) => outerMarks(text));
  const [first] = outer;
  const whole = first && first.open !== null && (first.close === null || outer.every(Boolean));
  lines.forEach((line, index) => {
    const { open = null, close = null } = (whole && outer[index]) || {};
    line.replace(new Map([open, close].flatMap((place) => (place === null ? [] : [[place, '']]))));
    setInTurn(line, 1);
  });
  // By the convention of print, each paragraph opens with a mark and only the last closes with one.
  for (const paragraph of paragraphs) paragraph.children.unshift({ type: 'text', value: '“' });
  paragraphs.at(-1)?.children.push({ type: 'text', value: '”' });
};

const paragraphsOf = (tree: Root): readonly Paragraph[] => {
  const found: Paragraph[] = [];
  visit(tree, 'paragraph', (paragraph) => void found.push(paragraph));
  return found;
};

const isLine = (node: Nodes): node is Nodes & Parents =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';

/** A block's texts as one. */
class BlockText {
  readonly #leaves: Text[] = [];

  constructor(block: Parents) {
    visit(block, 'text', (leaf) => void this.#leaves.push(leaf));
  }

  get text(): string {
    return this.#leaves.map(({ value }) => value).join('');
  }

  /** Puts another sign, or nothing, at some places. */
  replace(signs: ReadonlyMap<number, string>): void {
    let start = 0;
    for (const leaf of this.#leaves) {
      const from = start;
      start += leaf.value.length;
      leaf.value = leaf.value.replace(/[“”‘’]/gu, (sign, at: number) => signs.get(from + at) ?? sign);
    }
  }
}

interface MarkPair {
  readonly open: number;
  readonly close: number;
  /** How many pairs it stands in. */
  readonly depth: number;
}

interface PairedMarks {
  readonly pairs: readonly MarkPair[];
  /** The mark that opens and is not closed, and the one that closes and was not opened, where there is one. */
  readonly unclosed: number | null;
  readonly unopened: number | null;
}

/** The marks of a text in pairs; null where more than one stands by itself. */
const marksIn = (text: string): PairedMarks | null => {
  const open: { at: number; sign: string }[] = [];
  const pairs: MarkPair[] = [];
  let unopened: number | null = null;
  for (const { 0: sign, index: at } of text.matchAll(/[“”‘’]/gu)) {
    if (sign === '“' || sign === '‘') open.push({ at, sign });
    else if (sign === '’' && (open.at(-1)?.sign !== '‘' || isApostrophe(text, at))) continue;
    else if (open.at(-1)?.sign === (sign === '”' ? '“' : '‘')) {
      const { at: from = at } = open.pop() ?? {};
      pairs.push({ open: from, close: at, depth: open.length });
    } else if (open.length || unopened !== null) return null;
    else unopened = at;
  }
  return open.length > 1 ? null : { pairs, unclosed: open[0]?.at ?? null, unopened };
};

/** Within a word, or behind a plural that owns what follows, while another mark can close: `‘the councils’ homes’`. */
const isApostrophe = (text: string, at: number): boolean => {
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (/^[\p{L}\p{N}]/u.test(after) || !/\S$/u.test(before)) return true;
  return before.endsWith('s') && /^ \p{Ll}[^“”‘]*?(?<!\s)’(?![\p{L}\p{N}])/u.test(after);
};

/** The marks that stand round the whole of a text; one of them in a text of several paragraphs. Null for none. */
const outerMarks = (text: string): { readonly open: number | null; readonly close: number | null } | null => {
  const marks = marksIn(text);
  const starts = (at: number | null): at is number => at !== null && !text.slice(0, at).trim();
  const ends = (at: number | null): at is number => at !== null && /^[.,;:!?…\s]*$/u.test(text.slice(at + 1));
  const pair = marks?.pairs.find(({ open, close }) => starts(open) && ends(close));
  if (pair) return pair;
  if (starts(marks?.unclosed ?? null)) return { open: marks?.unclosed ?? null, close: null };
  return ends(marks?.unopened ?? null) ? { open: null, close: marks?.unopened ?? null } : null;
};

/** `depth` is the number of pairs that a line stands in already. */
const setInTurn = (line: BlockText, depth: number): void => {
  const marks = marksIn(line.text);
  if (!marks || marks.unclosed !== null || marks.unopened !== null) return;
  line.replace(
    new Map(
      marks.pairs.flatMap((pair) => {
        const single = (pair.depth + depth) % 2 === 1;
        return [[pair.open, single ? '‘' : '“'] as const, [pair.close, single ? '’' : '”'] as const];
      }),
    ),
  );
};
