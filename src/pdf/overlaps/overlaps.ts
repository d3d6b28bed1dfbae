/**
 * Finds texts that are printed over each other. Letters and digits are held against each other by the box of their ink,
 * high as the glyph and wide as it advances, so that lines that are set close, notes set high and kerning do not count;
 * what counts is told of the blocks of text in which the letters stand, each pair once a page.
 */

import type { ShownText } from '../content/text-walk.ts';
import type { Overlap } from '../../model/overlap.ts';
import type { FontBook } from '../read/font-book.ts';
import type { Page } from '../read/page-list.ts';
import type { Structure } from '../read/structure.ts';
import type { TextReader } from '../read/text-reader.ts';
import { PageBlocks, type GlyphPair } from './blocks.ts';
import { GlyphReader, Glyphs } from './glyphs.ts';
import { meet } from './meet.ts';

/** By how much of the smaller type letters have to lie upon each other, across and up. */
const ACROSS = 0.1;
const UP = 0.2;

/** A page on which more letters than these collide is told of by the first of them. */
const MOST = 1000;

/** A page on which letters collide. */
interface CrowdedPage {
  readonly page: number;
  readonly glyphs: Glyphs;
  readonly pairs: readonly GlyphPair[];
}

/** Reads the texts of pages, and keeps those pages on which letters collide. */
export class OverlapFinder implements TextReader {
  #found: CrowdedPage[] = [];
  #reader: GlyphReader | null = null;

  readPage({ number }: Page, fonts: FontBook) {
    const reader = (this.#reader ??= new GlyphReader(fonts));
    const glyphs = new Glyphs();
    return {
      read: (shown: ShownText) => reader.read(shown, number, glyphs),
      end: () => {
        const pairs = collisions(glyphs);
        if (pairs.length) this.#found.push({ page: number, glyphs, pairs });
      },
    };
  }

  /** The overlaps of all pages that were read, as they are painted. */
  told(structure: Structure | null): Overlap[] {
    return this.#found.flatMap(({ page, glyphs, pairs }) =>
      new PageBlocks(glyphs, structure).told(pairs).map((texts) => ({ page, texts })),
    );
  }
}

const collisions = (glyphs: Glyphs): GlyphPair[] => {
  const pairs: GlyphPair[] = [];
  meet(glyphs, glyphs.solid, (a, b) => {
    if (collide(glyphs, a, b)) pairs.push(a < b ? [a, b] : [b, a]);
    return pairs.length < MOST;
  });
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
};

const collide = (glyphs: Glyphs, a: number, b: number): boolean => {
  const { left, right, bottom, top, sizes, objects } = glyphs;
  if (objects[a] === objects[b] || isShadow(glyphs, a, b)) return false;
  const size = smaller(sizes, a, b);
  const across = smaller(right, a, b) - larger(left, a, b);
  const up = smaller(top, a, b) - larger(bottom, a, b);
  return across > ACROSS * size && up > UP * size;
};

/** A text is written twice for its shadow or its outline. */
const isShadow = ({ texts, sizes, marks, left, bottom }: Glyphs, a: number, b: number): boolean =>
  texts[a] === texts[b] &&
  sizes[a] === sizes[b] &&
  marks[a]?.id === marks[b]?.id &&
  Math.hypot(apart(left, a, b), apart(bottom, a, b)) < smaller(sizes, a, b) / 2;

type Lengths = readonly number[];

const smaller = (column: Lengths, a: number, b: number): number => Math.min(column[a] ?? 0, column[b] ?? 0);
const larger = (column: Lengths, a: number, b: number): number => Math.max(column[a] ?? 0, column[b] ?? 0);
const apart = (column: Lengths, a: number, b: number): number => (column[a] ?? 0) - (column[b] ?? 0);
