import type { Nodes, Root } from 'hast';

/**
 * A copy of a page whose nodes, children and properties may be changed; lists that are properties are shared.
 * `structuredClone` takes ten times as long.
 */
export const copyPage = (page: Root): Root => copyNode(page);

const copyNode = <Node extends Nodes>(node: Node): Node => ({
  ...node,
  ...('properties' in node ? { properties: { ...node.properties } } : {}),
  ...('children' in node ? { children: node.children.map((child) => copyNode(child)) } : {}),
});
