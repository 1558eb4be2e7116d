import type { Derived, TreeNode } from '../model/flow.ts';
import type { SourcePosition } from '../model/problem.ts';
import { canBeUnknown } from './can-be-unknown.ts';
import type { TreePositions } from './parse-tree.ts';
import type { Scope } from './scope.ts';
import { nodesIn } from './tree-nodes.ts';
import { said } from './wording.ts';

/** Which questions a path has surely asked, and which it may have passed over. */
interface Walked {
  readonly asked: ReadonlySet<string>;
  readonly passedOver: ReadonlySet<string>;
}

type Branch = readonly TreeNode[];

/**
 * Checks a whole tree: every path reaches an exit, nothing stands behind one, and a condition that can
 * be unknown says where it leads then.
 */
export function provePaths(
  tree: Branch,
  derive: ReadonlyMap<string, Derived>,
  scope: Scope,
  positions: TreePositions,
): void {
  const end = new PathProver(derive, scope, positions).walk(tree, {
    asked: new Set(),
    passedOver: new Set(),
  });
  const start = positions.get(tree);
  if (!end || !start) return;
  for (const position of endsWithoutExit(tree, start, scope, positions)) {
    scope.problems.add(position, said.pathWithoutExit());
  }
}

class PathProver {
  readonly #derive: ReadonlyMap<string, Derived>;
  readonly #scope: Scope;
  readonly #positions: TreePositions;

  constructor(derive: ReadonlyMap<string, Derived>, scope: Scope, positions: TreePositions) {
    this.#derive = derive;
    this.#scope = scope;
    this.#positions = positions;
  }

  /** Walks a list; undefined where no path comes out of its end. */
  walk(nodes: Branch, start: Walked): Walked | undefined {
    let walked: Walked | undefined = start;
    for (const node of nodes) {
      if (!walked) {
        this.#report(node, said.afterExit());
        return undefined;
      }
      walked = this.#step(node, walked);
    }
    return walked;
  }

  #step(node: TreeNode, walked: Walked): Walked | undefined {
    if (node.kind === 'exit') return undefined;
    if (node.kind === 'ask') return this.#ask(node, walked);
    const undecided = canBeUnknown(node.when, this.#derive, this.#scope, {
      passedOver: difference(walked.passedOver, walked.asked),
    });
    if (undecided && node.unknown === undefined) this.#report(node, said.unknownBranchMissing());
    const ownList = typeof node.unknown === 'object' ? [node.unknown] : [];
    const branches = [node.then, node.else, ...ownList];
    return this.#branches(branches, walked, undecided || node.unknown !== undefined);
  }

  #ask(node: Extract<TreeNode, { kind: 'ask' }>, walked: Walked): Walked | undefined {
    const asked = { ...walked, asked: new Set([...walked.asked, node.question]) };
    if (!node.branches) return asked;
    const question = this.#scope.names.questions.get(node.question);
    const keys = [...(question?.options ?? []), ...(question?.unsure === 'keep' ? ['unsure'] : [])];
    const branches = keys.map((key) => node.branches?.[key] ?? []);
    return this.#branches(branches, asked, question?.unsure === 'keep');
  }

  #branches(branches: readonly Branch[], walked: Walked, undecided: boolean): Walked | undefined {
    const skipped = undecided ? branches.flatMap(questionsIn) : [];
    const start = { ...walked, passedOver: new Set([...walked.passedOver, ...skipped]) };
    const ends = branches.map((branch) => this.walk(branch, start)).filter((end) => end !== undefined);
    const [first, ...others] = ends;
    if (!first) return undefined;
    return {
      asked: new Set([...first.asked].filter((question) => others.every(({ asked }) => asked.has(question)))),
      passedOver: new Set(ends.flatMap(({ passedOver }) => [...passedOver])),
    };
  }

  #report(node: TreeNode, what: ReturnType<typeof said.afterExit>): void {
    const position = this.#positions.get(node);
    if (position) this.#scope.problems.add(position, what);
  }
}

function difference(all: ReadonlySet<string>, without: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((one) => !without.has(one)));
}

function questionsIn(nodes: Branch): string[] {
  return [...nodesIn(nodes)].flatMap((node) => (node.kind === 'ask' ? [node.question] : []));
}

/** Where paths run out at the end of a list: the deepest place that has no exit. */
function endsWithoutExit(
  nodes: Branch,
  emptyList: SourcePosition,
  scope: Scope,
  positions: TreePositions,
): SourcePosition[] {
  const last = nodes.at(-1);
  if (!last) return [emptyList];
  if (last.kind === 'exit') return [];
  const here = positions.get(last) ?? emptyList;
  return branchesOf(last, scope).flatMap((branch) =>
    branch ? endsWithoutExit(branch, positions.get(branch) ?? here, scope, positions) : [here],
  );
}

/** Every way on from a node; undefined is a way that no branch is written for. */
function branchesOf(node: Exclude<TreeNode, { kind: 'exit' }>, scope: Scope): (Branch | undefined)[] {
  if (node.kind === 'when') {
    return [node.then, node.else, ...(typeof node.unknown === 'object' ? [node.unknown] : [])];
  }
  if (!node.branches) return [undefined];
  const question = scope.names.questions.get(node.question);
  const keys = [...(question?.options ?? []), ...(question?.unsure === 'keep' ? ['unsure'] : [])];
  return keys.map((key) => node.branches?.[key]);
}
