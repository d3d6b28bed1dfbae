/** The blocks of text that the glyphs of a page stand in. */

import type { PrintedText } from '../../model/overlap.ts';
import type { Element } from '../read/element.ts';
import { textAt } from '../read/objects.ts';
import type { Structure } from '../read/structure.ts';
import type { Glyphs } from './glyphs.ts';

/** Two glyphs, the one first that is painted first. */
export type GlyphPair = readonly [number, number];

/** Where a glyph stands: in a block of the structure, else in a piece that was written in one go. */
type GlyphBlock = Element | number;

/** The glyphs of a page by their blocks. */
export class PageBlocks {
  readonly #glyphs: Glyphs;
  readonly #structure: Structure | null;
  readonly #blocks: readonly GlyphBlock[];

  constructor(glyphs: Glyphs, structure: Structure | null) {
    this.#glyphs = glyphs;
    this.#structure = structure;
    this.#blocks = glyphs.texts.map((_, glyph) => this.#blockOf(glyph));
  }

  /** Each pair of blocks once, in the order in which they are painted. */
  told(pairs: readonly GlyphPair[]): (readonly [PrintedText, PrintedText])[] {
    const known = new Map<GlyphBlock, Set<GlyphBlock>>();
    return pairs.flatMap(([first, second]) => {
      const [a, b] = [this.#blocks[first] ?? 0, this.#blocks[second] ?? 0];
      const others = known.get(a) ?? new Set();
      if (others.has(b)) return [];
      known.set(a, others.add(b));
      return [[this.#textOf(a), this.#textOf(b)] as const];
    });
  }

  #blockOf(glyph: number): GlyphBlock {
    const { marks, objects } = this.#glyphs;
    const mark = marks[glyph];
    const element = mark && this.#structure?.ofMark.get(mark.holder)?.get(mark.id);
    return element ? blockAround(element) : (objects[glyph] ?? 0);
  }

  #textOf(block: GlyphBlock): PrintedText {
    const own = this.#blocks.flatMap((one, glyph) => (one === block ? glyph : []));
    return {
      words: beginning(readable(this.#glyphs, own)),
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
const readable = ({ texts, sizes, baselines }: Glyphs, own: readonly number[]): string =>
  own
    .map((glyph, index) => {
      const before = own[index - 1];
      const ends = before !== undefined && isFar(baselines[before], baselines[glyph], sizes[glyph]);
      return `${ends ? ' ' : ''}${texts[glyph]}`;
    })
    .join('');

const isFar = (baseline = 0, other = 0, size = 0): boolean => Math.abs(baseline - other) > size;

/** A few words of a text. */
const beginning = (text: string): string => {
  const words = text.trim().split(/\s+/u);
  const few = words.slice(0, 8).join(' ').slice(0, 60);
  return few.length < words.join(' ').length ? `${few} …` : few;
};
