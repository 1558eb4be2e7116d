import type { TreeNode } from '../../model/flow.ts';

/** A node of the tree and its subject. */
export interface PlacedNode {
  readonly subject: string;
  readonly node: TreeNode;
  /** Questions that some path has asked before it comes here. */
  readonly asked: ReadonlySet<string>;
}

/** Every node of a tree from the top, and what may have been asked before it. */
export function treeNodes(tree: readonly TreeNode[]): PlacedNode[] {
  const found: PlacedNode[] = [];
  walk(tree, 'tree', new Set(), found);
  return found;
}

/** Walks a list; returns what may have been asked when a path comes out of its end. */
function walk(
  nodes: readonly TreeNode[],
  subject: string,
  before: ReadonlySet<string>,
  found: PlacedNode[],
): ReadonlySet<string> {
  let asked = before;
  for (const [index, node] of nodes.entries()) {
    const own = `${subject}/${index}`;
    found.push({ subject: own, node, asked });
    if (node.kind === 'exit') continue;
    const here: ReadonlySet<string> = node.kind === 'ask' ? new Set([...asked, node.question]) : asked;
    const ends = Object.entries(branchesOf(node)).map(([key, list]) =>
      walk(list, `${own}/${key}`, here, found),
    );
    asked = new Set([...here, ...ends.flatMap((end) => [...end])]);
  }
  return asked;
}

function branchesOf(
  node: Exclude<TreeNode, { kind: 'exit' }>,
): Readonly<Record<string, readonly TreeNode[]>> {
  if (node.kind === 'ask') return node.branches ?? {};
  const own = typeof node.unknown === 'object' ? { unknown: node.unknown } : {};
  // biome-ignore lint/suspicious/noThenProperty: the word of the flow language
  return { then: node.then, else: node.else, ...own };
}
