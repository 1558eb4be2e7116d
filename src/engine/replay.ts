import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Truth } from '../model/truth.ts';
import type { AskNode, CompiledFlow, CompiledNode, WhenNode } from './compile-flow.ts';
import type { Decision, Frame } from './decision.ts';
import { type AnswerState, type Knowledge, knowledgeOf } from './knowledge.ts';
import { findPassedOver } from './passed-over.ts';

/** A point where the tree branches, as this path met it. */
export type Fork =
  | { readonly kind: 'ask'; readonly node: AskNode }
  | {
      readonly kind: 'when';
      readonly node: WhenNode;
      readonly truth: Truth;
      /** How many questions had been asked, and decisions left open, before it. */
      readonly asked: number;
      readonly decisions: number;
    };

/** A walk of the tree, as far as the answers lead. */
export interface Path {
  readonly compiled: CompiledFlow;
  readonly date: CalendarDate;
  /** Question numbers, in the order asked. */
  readonly asked: readonly number[];
  readonly states: readonly (AnswerState | undefined)[];
  readonly decisions: readonly Decision[];
  readonly forks: readonly Fork[];
  /** The exit reached. */
  readonly exit: string | undefined;
  /** Where an unanswered question stopped the walk. */
  readonly stop: { readonly node: AskNode; readonly frame: Frame } | undefined;
  /** What is known at the end. */
  readonly knowledge: Knowledge;
}

/** Walks the tree from the start. Answers that the path does not ask, or that are no answers, are not used. */
export function replay(compiled: CompiledFlow, answers: Answers, date: CalendarDate): Path {
  const walk = startWalk(compiled, answers, date);
  while (walk.frame && walk.exit === undefined && !walk.stop) {
    const { nodes, index, rest } = walk.frame;
    const node = nodes[index];
    if (!node) {
      walk.frame = rest;
      continue;
    }
    walk.at = node;
    takeNode(walk, node, { nodes, index: index + 1, rest });
  }
  const knowledge = walk.exit === undefined ? walk.knowledge : { ...walk.knowledge, exit: walk.exit };
  return { compiled, date, ...resultOf(walk), knowledge };
}

/** What was known when the path met a `when`. */
export function knowledgeAtFork(path: Path, fork: Extract<Fork, { kind: 'when' }>): Knowledge {
  const states = statesBefore(path, fork.asked);
  const decisions = path.decisions.slice(0, fork.decisions);
  return withPassedOver(path.compiled, states, path.asked, decisions, () => fork.node, path.date);
}

interface Walk {
  readonly compiled: CompiledFlow;
  readonly answers: Answers;
  readonly asked: number[];
  readonly states: (AnswerState | undefined)[];
  readonly decisions: Decision[];
  readonly forks: Fork[];
  readonly knowledge: Knowledge;
  frame: Frame | undefined;
  at: CompiledNode | undefined;
  exit: string | undefined;
  stop: Path['stop'];
}

function startWalk(compiled: CompiledFlow, answers: Answers, date: CalendarDate): Walk {
  const states = new Array<AnswerState | undefined>(compiled.questions.length).fill(undefined);
  const [asked, decisions]: [number[], Decision[]] = [[], []];
  const walk: Walk = {
    compiled,
    answers,
    asked,
    states,
    decisions,
    forks: [],
    knowledge: withPassedOver(compiled, states, asked, decisions, () => walk.at, date),
    frame: { nodes: compiled.tree, index: 0, rest: undefined },
    at: undefined,
    exit: undefined,
    stop: undefined,
  };
  return walk;
}

function resultOf({ asked, states, decisions, forks, exit, stop }: Walk) {
  return { asked, states, decisions, forks, exit, stop };
}

function takeNode(walk: Walk, node: CompiledNode, after: Frame): void {
  if (node.kind === 'exit') walk.exit = node.outcome;
  else if (node.kind === 'when') takeWhen(walk, node, after);
  else takeAsk(walk, node, after);
}

function takeAsk(walk: Walk, node: AskNode, after: Frame): void {
  const { number, id, accept } = node.question;
  const { answers } = walk;
  const known = walk.states[number];
  const state = known ?? (Object.hasOwn(answers, id) ? accept(answers[id]) : undefined);
  if (!state) {
    walk.stop = { node, frame: before(after) };
    return;
  }
  if (!known) {
    walk.states[number] = state;
    walk.asked.push(number);
  }
  if (node.branches) takeBranch(walk, node, state, after);
  else walk.frame = after;
}

function takeBranch(walk: Walk, node: AskNode, state: AnswerState, after: Frame): void {
  const branch = (key: string): Frame => enter(node.branches?.get(key) ?? [], after);
  walk.forks.push({ kind: 'ask', node });
  if (state.kind === 'value') {
    walk.frame = branch(String(state.value));
    return;
  }
  walk.frame = branch('unsure');
  walk.decisions.push({
    cause: { kind: 'answer', question: node.question.number },
    at: before(after),
    alternatives: node.question.question.options.map(({ id }) => branch(id)),
    asked: walk.asked.length,
  });
}

function takeWhen(walk: Walk, node: WhenNode, after: Frame): void {
  const truth = node.test(walk.knowledge);
  const [asked, decisions] = [walk.asked.length, walk.decisions.length];
  walk.forks.push({ kind: 'when', node, truth, asked, decisions });
  if (truth !== 'unknown') {
    walk.frame = enter(truth === 'yes' ? node.ifYes : node.ifNo, after);
    return;
  }
  walk.frame = enter(node.ifUnknown, after);
  const knowledge = snapshot(walk, node);
  walk.decisions.push({
    cause: { kind: 'when', condition: node.when, knowledge },
    at: before(after),
    alternatives: otherWays(node).map((nodes) => enter(nodes, after)),
    asked,
  });
}

/** The branches of a `when` that is unknown, but for the one then taken. */
function otherWays(node: WhenNode): readonly (readonly CompiledNode[])[] {
  return [node.ifYes, node.ifNo].filter((nodes) => nodes !== node.ifUnknown);
}

function snapshot({ compiled, asked, states, decisions, knowledge }: Walk, at: WhenNode): Knowledge {
  return withPassedOver(compiled, [...states], [...asked], [...decisions], () => at, knowledge.date);
}

function enter(nodes: readonly CompiledNode[], after: Frame): Frame {
  return { nodes, index: 0, rest: after };
}

function before(after: Frame): Frame {
  return { ...after, index: after.index - 1 };
}

function statesBefore(path: Path, count: number): (AnswerState | undefined)[] {
  const asked = new Set(path.asked.slice(0, count));
  return path.states.map((state, number) => (asked.has(number) ? state : undefined));
}

/** Knowledge that finds out what was passed over when it is first asked at a node. */
function withPassedOver(
  compiled: CompiledFlow,
  states: readonly (AnswerState | undefined)[],
  asked: readonly number[],
  decisions: readonly Decision[],
  at: () => CompiledNode | undefined,
  date: CalendarDate,
): Knowledge {
  let found: { at: CompiledNode | undefined; states: ReadonlyMap<number, AnswerState> } | undefined;
  const passedOver = (question: number): AnswerState | undefined => {
    if (decisions.length === 0) return undefined;
    if (!found || found.at !== at()) {
      found = { at: at(), states: findPassedOver({ compiled, states, asked, decisions, at: at(), date }) };
    }
    return found.states.get(question);
  };
  return { ...knowledgeOf(states, date), passedOver };
}
