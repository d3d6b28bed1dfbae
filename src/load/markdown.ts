import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { exhibitNodes, exhibitSyntax } from './exhibit-construct.ts';
import { spanNodes, spanSyntax } from './span-construct.ts';
import { fieldNodes, fieldSyntax } from './field-construct.ts';

/** A single `~` is "about", as in `~5`: only two strike through. */
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .data('micromarkExtensions', [fieldSyntax, spanSyntax, exhibitSyntax])
  .data('fromMarkdownExtensions', [fieldNodes, spanNodes, exhibitNodes])
  .freeze();

/** The longest text that is read in one piece, in UTF-16 units: a chapter. Hostile ones take time by the square. */
export const LONGEST_TEXT = 10_000;

/** The most levels that stand in one another. */
const DEEPEST = 30;

/**
 * Reads Markdown; each position is put where `at` says that its offset lies.
 * Null where the text is too deeply nested to be read.
 */
export const readMarkdown = (text: string, at: (offset: number) => Point): Root | null => {
  try {
    const root = markdown.parse(text);
    return moved(root, at) ? root : null;
  } catch (thrown) {
    // The parser calls itself for each level; nothing but depth makes it fail.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

/** Moves every node's position; false where the tree is too deep to be walked by what comes after. */
const moved = (root: Root, at: (offset: number) => Point): boolean => {
  const queue: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (const { node, depth } of queue) {
    if (depth > DEEPEST) return false;
    const { position } = node;
    if (position) {
      node.position = { start: at(position.start.offset ?? 0), end: at(position.end.offset ?? 0) };
    }
    if ('children' in node) for (const child of node.children) queue.push({ node: child, depth: depth + 1 });
  }
  return true;
};
