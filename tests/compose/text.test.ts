import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { shiftHeadings } from '../../src/compose/text.ts';

const depthsOf = (depths: readonly (1 | 2 | 3 | 4 | 5 | 6)[], above: number): readonly number[] => {
  const tree: Root = {
    type: 'root',
    children: depths.map((depth) => ({ type: 'heading', depth, children: [] })),
  };
  shiftHeadings(tree, above);
  return tree.children.map((node) => (node.type === 'heading' ? node.depth : 0));
};

test.each([
  [[1, 2, 3] as const, 2, [3, 4, 5]],
  [[2, 4] as const, 1, [2, 4]],
  [[1, 2, 3] as const, 4, [5, 6, 6]],
  [[1, 6] as const, 5, [6, 6]],
  [[3] as const, 6, [6]],
])(
  'headings %j under one of level %i stand on %j: none is deeper than the sixth',
  (depths, above, expected) => {
    expect(depthsOf(depths, above)).toEqual(expected);
  },
);
