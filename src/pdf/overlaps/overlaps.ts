/**
 * Finds texts that are printed over each other. Letters and digits are held against each other by the box of their ink,
 * high as the glyph and wide as it advances, so that lines that are set close, notes set high and kerning do not count;
 * what counts is told of the blocks of text in which the letters stand, each pair once a page.
 */

import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Overlap, PrintedText } from '../../model/overlap.ts';
import type { Element } from '../check/inspect/element.ts';
import { textAt } from '../check/inspect/objects.ts';
import { pagesOf } from '../check/inspect/page-list.ts';
import { Unpacker } from '../check/inspect/streams.ts';
import { type Structure, structureOf } from '../check/inspect/structure.ts';
import { type Glyph, GlyphReader } from './glyphs.ts';
import { meet } from './meet.ts';

/** By how much of the smaller type letters have to lie upon each other, across and up. */
const ACROSS = 0.1;
const UP = 0.2;

/** A page on which more letters than these collide is told of by the first of them. */
const MOST = 1000;

/** How many bytes the fonts and maps of a document may unfold to: far above any briefing. */
const LIMIT = 512 * 1024 * 1024;

/** The overlaps of all pages, as they are painted. */
export const overlapsIn = (pdf: PDFDocument): Overlap[] => {
  const reader = new GlyphReader(new Unpacker(LIMIT));
  let structure: Structure | null | undefined;
  return pdf.getPages().flatMap((page, index): Overlap[] => {
    const glyphs = reader.read(page);
    const pairs = collisions(glyphs);
    if (!pairs.length) return [];
    structure ??= structureOf(pdf.catalog, pagesOf(pdf.catalog));
    return new PageBlocks(glyphs, structure).told(pairs).map((texts) => ({ page: index + 1, texts }));
  });
};

type Pair = readonly [Glyph, Glyph];

const collisions = (glyphs: readonly Glyph[]): Pair[] => {
  const pairs: Pair[] = [];
  meet(
    glyphs.filter(({ isSolid }) => isSolid),
    (a, b) => {
      if (collide(a, b)) pairs.push([a, b]);
      return pairs.length < MOST;
    },
  );
  return pairs;
};

const collide = (a: Glyph, b: Glyph): boolean => {
  if (a.object === b.object || isShadow(a, b)) return false;
  const size = Math.min(a.size, b.size);
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const up = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return across > ACROSS * size && up > UP * size;
};

/** A text is written twice for its shadow or its outline. */
const isShadow = (a: Glyph, b: Glyph): boolean =>
  a.text === b.text &&
  a.size === b.size &&
  a.mark?.id === b.mark?.id &&
  Math.hypot(a.left - b.left, a.bottom - b.bottom) < a.size / 2;

/** Where a glyph stands: in a block of the structure, else in a piece that was written in one go. */
type Block = Element | number;

/** The glyphs of a page by their blocks. */
class PageBlocks {
  readonly #glyphs: readonly Glyph[];
  readonly #structure: Structure | null;
  readonly #blocks = new Map<Glyph, Block>();

  constructor(glyphs: readonly Glyph[], structure: Structure | null) {
    this.#glyphs = glyphs;
    this.#structure = structure;
  }

  /** Each pair of blocks once, in the order in which they are painted. */
  told(pairs: readonly Pair[]): (readonly [PrintedText, PrintedText])[] {
    const order = new Map(this.#glyphs.map((glyph, index) => [glyph, index]));
    const rank = (glyph: Glyph): number => order.get(glyph) ?? 0;
    const known = new Map<Block, Set<Block>>();
    return pairs
      .map(([a, b]): Pair => (rank(a) < rank(b) ? [a, b] : [b, a]))
      .sort(([a, b], [c, d]) => rank(a) - rank(c) || rank(b) - rank(d))
      .flatMap(([first, second]) => {
        const [a, b] = [this.#blockOf(first), this.#blockOf(second)];
        const others = known.get(a) ?? new Set();
        if (others.has(b)) return [];
        known.set(a, others.add(b));
        return [[this.#textOf(a), this.#textOf(b)] as const];
      });
  }

  #blockOf(glyph: Glyph): Block {
    const known = this.#blocks.get(glyph);
    if (known !== undefined) return known;
    const { mark, object } = glyph;
    const element = mark && this.#structure?.ofMark.get(mark.holder)?.get(mark.id);
    const block = element ? blockAround(element) : object;
    this.#blocks.set(glyph, block);
    return block;
  }

  #textOf(block: Block): PrintedText {
    const own = this.#glyphs.filter((glyph) => this.#blockOf(glyph) === block);
    return {
      words: beginning(readable(own)),
      passage: typeof block === 'number' ? null : passageAround(block),
    };
  }
}

/** Types of structure that stand within a line. */
const INLINE = new Set([
  'Span',
  'Link',
  'Reference',
  'Quote',
  'Code',
  'Strong',
  'Em',
  'Annot',
  'Formula',
  'NonStruct',
]);

const blockAround = (element: Element): Element => {
  let block = element;
  while (block.parent && (INLINE.has(block.own) || INLINE.has(block.type))) block = block.parent;
  return block;
};

/** The passage that an element is or lies in, else the one beside which it stands, in a block with no other. */
const passageAround = (element: Element): string | null => {
  for (let one: Element | null = element; one; one = one.parent) {
    const title = textAt(one.dict, 'T');
    if (title) return title;
  }
  for (let one: Element | null = element; one; one = one.parent) {
    const found = titlesIn(one);
    if (found === null) return null;
    const [first] = found;
    if (first !== undefined) return found.size === 1 ? first : null;
  }
  return null;
};

/** The titles of what lies in an element; null where the headline is among it: then it is no block but the page. */
const titlesIn = (element: Element): ReadonlySet<string> | null => {
  const titles = new Set<string>();
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'H1') return null;
    const title = textAt(next.dict, 'T');
    if (title) titles.add(title);
    waiting.push(...next.children);
  }
  return titles;
};

/** The text of glyphs; where a line ends, no space is painted. */
const readable = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map(({ text, baseline, size }, index) => {
      const before = glyphs[index - 1];
      return before && Math.abs(before.baseline - baseline) > size ? ` ${text}` : text;
    })
    .join('');

/** A few words of a text. */
const beginning = (text: string): string => {
  const words = text.trim().split(/\s+/u);
  const few = words.slice(0, 8).join(' ').slice(0, 60);
  return few.length < words.join(' ').length ? `${few} …` : few;
};
