import type { CompiledFlow } from '../../engine/compile-flow.ts';
import type { Cell } from './cell.ts';
import type { Ledger } from './ledger.ts';
import { nodesOfTree, tracePath } from './trace-path.ts';
import type { TreeWalk } from './walk-tree.ts';

/** What of a tree is reached, over all days. */
export class TreeReport {
  readonly #ways = new Set<string>();
  readonly #visited = new Set<string>();
  readonly #exits = new Set<string>();

  /** The number of ways through the tree. */
  get paths(): number {
    return this.#ways.size;
  }

  /** Takes in one walk, and reports the paths of it that lead nowhere. */
  note({ cells }: TreeWalk, ledger: Ledger): void {
    for (const cell of cells) {
      const { nodes, way } = tracePath(cell.path);
      this.#ways.add(way);
      for (const path of nodes) this.#visited.add(JSON.stringify(path));
      if (cell.path.exit !== undefined) this.#exits.add(cell.path.exit);
      else reportDeadEnd(cell, nodes.at(-1) ?? [], ledger);
    }
  }

  /** Reports what no path comes to. */
  report({ tree, flow }: CompiledFlow, ledger: Ledger): void {
    const common = { details: {}, under: undefined, shownBy: undefined };
    const reached = new Set<string>();
    const nodes = nodesOfTree(tree);
    for (const { node, path } of nodes) {
      const isVisited = this.#visited.has(JSON.stringify(path));
      if (node.kind === 'ask' && isVisited) reached.add(node.question.id);
      if (node.kind !== 'exit' || isVisited || !this.#exits.has(node.outcome)) continue;
      ledger.add({ ...common, code: 'exit-never-reached', subject: { kind: 'tree', path } });
    }
    for (const id of Object.keys(flow.outcomes)) {
      if (this.#exits.has(id)) continue;
      ledger.add({ ...common, code: 'outcome-never-reached', subject: { kind: 'outcome', id } });
    }
    for (const { node } of nodes) {
      if (node.kind !== 'ask' || reached.has(node.question.id)) continue;
      const subject = { kind: 'question', id: node.question.id } as const;
      ledger.add({ ...common, code: 'question-never-asked', subject });
    }
  }
}

function reportDeadEnd(cell: Cell, path: readonly (string | number)[], ledger: Ledger): void {
  const subject = { kind: 'tree', path } as const;
  const shownBy = { cell, leaves: [] };
  ledger.add({ code: 'path-without-exit', subject, details: {}, under: undefined, shownBy });
}
