import { expect, test } from 'vitest';
import type { TreeNode } from '../../src/model/flow.ts';
import { buildDecisionGraph } from '../../src/render/decision-graph.ts';
import { renderMermaid } from '../../src/render/graph-mermaid.ts';
import { layOutTree } from '../../src/render/tree-layout.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';

const loaded = await loadBuiltInFlows();

/** Nodes as drawn: ways out of a node that hold the same nodes are drawn as one. */
function countNodes(list: readonly TreeNode[]): number {
  const waysOut = (node: TreeNode): readonly (readonly TreeNode[])[] => {
    if (node.kind === 'ask') return Object.values(node.branches ?? {});
    if (node.kind === 'exit') return [];
    return [node.then, node.else, typeof node.unknown === 'object' ? node.unknown : []];
  };
  return list.reduce((sum, node) => {
    const distinct = new Map(waysOut(node).map((way) => [JSON.stringify(way), way]));
    return sum + 1 + [...distinct.values()].reduce((inner, way) => inner + countNodes(way), 0);
  }, 0);
}

test.each(loaded.flows.map(({ id }) => id))(
  'the tree of %s is drawn once, and no wider than a page',
  (id) => {
    const flow = flowOf(loaded, id);
    const { boxes, right } = layOutTree(buildDecisionGraph(flow), { x: 0, y: 0 });
    const nodes = countNodes(flow.tree);
    expect(boxes.filter(({ kind }) => kind !== 'go-on')).toHaveLength(nodes);
    expect(renderMermaid(flow).match(/^ {2}n\d+[[({]/gm)).toHaveLength(nodes + 1);
    expect(right).toBeLessThanOrEqual(1200);
    const sorted = boxes.toSorted((one, other) => one.y - other.y);
    for (const [index, one] of sorted.entries()) {
      const below = sorted.slice(index + 1).filter(({ y }) => y < one.y + one.height);
      expect(below.filter(({ x, width }) => x < one.x + one.width && one.x < x + width)).toEqual([]);
    }
  },
);
