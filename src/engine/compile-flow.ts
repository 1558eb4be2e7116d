import type { Condition } from '../model/condition.ts';
import type { Flow, Question, TreeNode } from '../model/flow.ts';
import { late } from '../model/late.ts';
import type { Truth } from '../model/truth.ts';
import { type AnswerBook, compileAnswers } from './accept-answer.ts';
import { atlasOf } from './atlas.ts';
import { makeNamePath, type NamePath } from './by-path.ts';
import { compileCondition } from './compile-condition.ts';
import { compileDerived } from './derive-value.ts';
import type { Derive, FlowScope, Test } from './flow-scope.ts';
import { makeNumbering } from './numbering.ts';
import { makeMemory } from './remember.ts';
import { slotsOf } from './slots.ts';
import { Table } from './table.ts';

/** A question with its number in tree order. */
export interface CompiledQuestion extends AnswerBook {
  readonly number: number;
  readonly id: string;
  readonly question: Question;
}

export interface AskNode {
  readonly kind: 'ask';
  readonly question: CompiledQuestion;
  /** By option id or `unsure`; absent where the answer does not branch. */
  readonly branches: ReadonlyMap<string, readonly CompiledNode[]> | undefined;
}

export interface WhenNode {
  readonly kind: 'when';
  readonly when: Condition;
  readonly test: Test;
  /** The same, remembered; only as long as nothing was passed over. */
  readonly truth: Test;
  /** All that it looks at. */
  readonly slots: () => readonly number[];
  readonly ifYes: readonly CompiledNode[];
  /** Also taken where the condition is void. */
  readonly ifNo: readonly CompiledNode[];
  readonly ifUnknown: readonly CompiledNode[];
}

interface ExitNode {
  readonly kind: 'exit';
  readonly outcome: string;
  readonly code: number;
}

export type CompiledNode = AskNode | WhenNode | ExitNode;

/** A flow, its conditions made functions and its names looked up. */
export interface CompiledFlow extends FlowScope {
  readonly questions: readonly CompiledQuestion[];
  readonly tree: readonly CompiledNode[];
  /** What is known of an open path is found again by the way that it took. */
  readonly namePath: NamePath;
}

const compiledFlows = new WeakMap<Flow, CompiledFlow>();

/** A flow compiled, once. */
export function compileFlow(flow: Flow): CompiledFlow {
  const known = compiledFlows.get(flow);
  if (known) return known;
  const scope = makeScope(flow);
  const questions = Object.values(flow.questions).map((question, number) => ({
    number,
    id: question.id,
    question,
    ...compileAnswers(question, scope.atlas),
  }));
  const tree = compileNodes(flow.tree, scope, questions);
  const compiled = { ...scope, questions, tree, namePath: makeNamePath(scope, tree) };
  compiledFlows.set(flow, compiled);
  return compiled;
}

function makeScope(flow: Flow): FlowScope {
  const numbers = new Map(Object.values(flow.questions).map(({ id }, number) => [id, number]));
  const tests = new WeakMap<Condition, Test>();
  const derived = new Map<string, Derive>();
  const atlas = atlasOf(flow.common.divisions);
  const numbering = makeNumbering(flow, atlas);
  const scope: FlowScope = {
    flow,
    atlas,
    numbering,
    memory: makeMemory(numbering),
    numberOf: (question) => numbers.get(question) ?? -1,
    test: (condition) => {
      const test = tests.get(condition) ?? compileCondition(scope, condition);
      tests.set(condition, test);
      return test;
    },
    derive: (name) => {
      const derive = derived.get(name) ?? compileNamed(scope, name);
      derived.set(name, derive);
      return derive;
    },
  };
  return scope;
}

function compileNamed(scope: FlowScope, name: string): Derive {
  const definition = scope.flow.derive[name];
  return definition ? compileDerived(scope, definition) : () => 'void';
}

function compileNodes(
  nodes: readonly TreeNode[],
  scope: FlowScope,
  questions: readonly CompiledQuestion[],
): CompiledNode[] {
  return nodes.flatMap((node): CompiledNode[] => {
    if (node.kind === 'exit') return [{ ...node, code: scope.numbering.ofExit(node.outcome) }];
    const inner = (list: readonly TreeNode[]) => compileNodes(list, scope, questions);
    if (node.kind === 'when') return [compileWhen(node, scope, inner)];
    const question = questions[scope.numberOf(node.question)];
    if (!question) return [];
    const branches =
      node.branches && new Map(Object.entries(node.branches).map(([key, list]) => [key, inner(list)]));
    return [{ kind: 'ask', question, branches }];
  });
}

function compileWhen(
  node: Extract<TreeNode, { kind: 'when' }>,
  scope: FlowScope,
  inner: (nodes: readonly TreeNode[]) => CompiledNode[],
): WhenNode {
  const [ifYes, ifNo] = [inner(node.then), inner(node.else)];
  const { unknown = 'else' } = node;
  const named = unknown === 'then' ? ifYes : ifNo;
  const ifUnknown = typeof unknown === 'string' ? named : inner(unknown);
  const test = scope.test(node.when);
  const slots = late(() => slotsOf(scope, { conditions: [node.when] }));
  const truth = rememberTruth(scope, slots, test);
  return { kind: 'when', when: node.when, test, truth, slots, ifYes, ifNo, ifUnknown };
}

function rememberTruth({ memory }: FlowScope, slots: () => readonly number[], test: Test): Test {
  let isFirst = true;
  const table = late(() => new Table<Truth>(memory, slots()));
  return (knowledge) => {
    const { codes } = knowledge;
    // Many runs make one checklist, and have no use for what is remembered.
    if (isFirst || !codes) {
      isFirst = false;
      return test(knowledge);
    }
    const known = table();
    const before = known.find(codes);
    if (before) return before;
    const truth = test(knowledge);
    known.keep(codes, truth);
    return truth;
  };
}
