import type { CompiledNode } from '../../engine/compile-flow.ts';
import type { Fork, Path } from '../../engine/replay.ts';
import type { TreePath } from './proof.ts';

/** The nodes that a path visits, in order, and the branches it takes. */
export interface Trace {
  readonly nodes: readonly TreePath[];
  /** The way as one word: paths with the same one went the same way. */
  readonly way: string;
}

interface Tracing {
  readonly path: Path;
  readonly nodes: TreePath[];
  readonly way: string[];
  fork: number;
}

/** Follows a path through the tree. */
export function tracePath(path: Path): Trace {
  const tracing: Tracing = { path, nodes: [], way: [], fork: 0 };
  traceNodes(tracing, path.compiled.tree, []);
  return { nodes: tracing.nodes, way: tracing.way.join(' ') };
}

/** Every exit and every question of a tree, with the way to it. */
export function nodesOfTree(
  nodes: readonly CompiledNode[],
  path: TreePath = [],
): readonly { readonly node: CompiledNode; readonly path: TreePath }[] {
  return nodes.flatMap((node, index) => {
    const at = [...path, index];
    const inner = branchesOf(node).flatMap(([key, list]) => nodesOfTree(list, [...at, key]));
    return [{ node, path: at }, ...inner];
  });
}

function branchesOf(node: CompiledNode): readonly (readonly [string, readonly CompiledNode[]])[] {
  if (node.kind === 'exit') return [];
  if (node.kind === 'ask') return [...(node.branches ?? [])];
  const { ifYes, ifNo, ifUnknown } = node;
  const own = ifUnknown === ifYes || ifUnknown === ifNo ? [] : [['unknown', ifUnknown] as const];
  return [['then', ifYes], ['else', ifNo], ...own];
}

/** Whether the path ends among these nodes. */
function traceNodes(tracing: Tracing, nodes: readonly CompiledNode[], path: TreePath): boolean {
  return nodes.some((node, index) => traceNode(tracing, node, [...path, index]));
}

function traceNode(tracing: Tracing, node: CompiledNode, at: TreePath): boolean {
  if (node.kind === 'ask' && !tracing.path.states[node.question.number]) return true;
  tracing.nodes.push(at);
  if (node.kind === 'exit') return true;
  if (node.kind === 'ask' && !node.branches) return false;
  const fork = tracing.path.forks[tracing.fork++];
  const key = fork ? branchTaken(tracing.path, fork) : '';
  tracing.way.push(`${at.join('.')}:${key}`);
  const branch = branchesOf(node).find(([name]) => name === key);
  return branch !== undefined && traceNodes(tracing, branch[1], [...at, key]);
}

function branchTaken({ states }: Path, fork: Fork): string {
  if (fork.kind === 'ask') {
    const state = states[fork.question.number];
    return state?.kind === 'value' ? String(state.value) : 'unsure';
  }
  if (fork.truth !== 'unknown') return fork.truth === 'yes' ? 'then' : 'else';
  const { ifYes, ifNo, ifUnknown } = fork.node;
  if (ifUnknown === ifYes) return 'then';
  return ifUnknown === ifNo ? 'else' : 'unknown';
}
