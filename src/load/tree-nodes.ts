import type { TreeNode } from '../model/flow.ts';

/** Every node of a tree, as it reads from the top. */
export function* nodesIn(tree: readonly TreeNode[]): Generator<TreeNode> {
  for (const node of tree) {
    yield node;
    for (const list of listsOf(node)) yield* nodesIn(list);
  }
}

function listsOf(node: TreeNode): (readonly TreeNode[])[] {
  if (node.kind === 'exit') return [];
  if (node.kind === 'ask') return Object.values(node.branches ?? {});
  return [node.then, node.else, ...(typeof node.unknown === 'object' ? [node.unknown] : [])];
}
