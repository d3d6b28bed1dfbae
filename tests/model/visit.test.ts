import * as fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { visit as standard } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { EXIT, SKIP, visit } from '../../src/model/visit.ts';
import { runs } from '../runs.ts';

interface Made extends Node {
  readonly id: number;
  readonly tagName?: string;
  children?: Made[];
}

const KINDS = [
  { type: 'text' },
  { type: 'root' },
  { type: 'element', tagName: 'p' },
  { type: 'element', tagName: 'a' },
] as const;

const { tree: treeOf } = fc.letrec<{ tree: Omit<Made, 'id'> }>((tie) => ({
  tree: fc
    .tuple(
      fc.constantFrom(...KINDS),
      fc.oneof({ maxDepth: 6 }, fc.constant(undefined), fc.array(tie('tree'), { maxLength: 4 })),
    )
    .map(([kind, children]) => ({ ...kind, ...(children ? { children: children as Made[] } : {}) })),
}));

/** What a visitor does with a node. */
const deed = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(undefined, null, true) },
  { weight: 1, arbitrary: fc.constantFrom(EXIT, SKIP) },
  fc.constantFrom('next', 'skip to next', 'remove', 'empty', 'add', 'cut'),
);

const wantedNodes = fc.constantFrom(null, 'text', 'element', { tagName: 'a' }, 'none');

/** Walks through a copy of a tree, and tells of each visit, and of the tree as it is then. */
const told = (walk: typeof standard, made: object, wanted: unknown, deeds: readonly unknown[]): unknown => {
  let count = 0;
  const tree = JSON.parse(JSON.stringify(made), (_, value: unknown) =>
    value && typeof value === 'object' && 'type' in value ? { ...value, id: (count += 1) } : value,
  ) as Made;
  const visits: unknown[] = [];
  walk(tree, wanted as null, (node: Node, index: number | undefined, parent: Parent | undefined) => {
    const one = node as Made;
    const done = visits.length > 200 ? EXIT : deeds[visits.length % deeds.length];
    visits.push([one.id, index, (parent as Made | undefined)?.id]);
    if (done === 'next') return (index ?? 0) + 2;
    if (done === 'skip to next') return [SKIP, (index ?? 0) + 1] as const;
    if (done === 'empty' && one.children) one.children = [];
    if (done === 'cut' && parent && index !== undefined)
      parent.children = parent.children.slice(0, index + 1);
    if (done === 'add' && one.children) one.children.push({ type: 'text', id: 0 });
    if (done !== 'remove' || !parent || index === undefined)
      return typeof done === 'string' && done !== SKIP ? undefined : (done as true);
    parent.children.splice(index, 1);
    return [SKIP, index] as const;
  });
  return { visits, tree };
};

test('a walk goes as one of unist-util-visit does, whatever its visitor does', () => {
  fc.assert(
    fc.property(
      treeOf,
      wantedNodes,
      fc.array(deed, { minLength: 1, maxLength: 20 }),
      (made, wanted, deeds) => {
        expect(told(visit, made, wanted, deeds)).toEqual(told(standard, made, wanted, deeds));
      },
    ),
    { numRuns: runs(500, 5000) },
  );
});
