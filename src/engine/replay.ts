import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Truth } from '../model/truth.ts';
import { ByPath } from './by-path.ts';
import type { AskNode, CompiledFlow, CompiledNode, WhenNode } from './compile-flow.ts';
import type { Decision, Frame } from './decision.ts';
import { type AnswerState, type Knowledge, knowledgeOf } from './knowledge.ts';
import { codeOf } from './numbering.ts';
import { findPassedOver } from './passed-over.ts';

/** A point where the tree branches, as this path met it. */
export type Fork =
  | AskNode
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
  /** The answers, the day and the exit as numbers; after `numberEnd` also what was passed over. */
  readonly codes: readonly number[];
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
  while (walk.exit === undefined && !walk.stop) {
    const node = walk.nodes[walk.index];
    if (node) takeNode(walk, node);
    else if (walk.rest) goOn(walk, walk.rest);
    else break;
  }
  return walk;
}

/** What was known when the path met a `when`. */
export function knowledgeAtFork(path: Path, fork: Extract<Fork, { kind: 'when' }>): Knowledge {
  const states = statesBefore(path, fork.asked);
  const decisions = path.decisions.slice(0, fork.decisions);
  return withPassedOver(path.compiled, states, path.asked, decisions, () => fork.node, path.date);
}

/** A path while it is walked. */
interface Walk extends Path {
  readonly answers: Answers;
  /** Whether an answer must be one of the object's own: not where it is a plain one, as nearly always. */
  readonly isPlain: boolean;
  readonly asked: number[];
  readonly states: (AnswerState | undefined)[];
  readonly codes: number[];
  readonly decisions: Decision[];
  readonly forks: Fork[];
  readonly knowledge: { -readonly [Field in keyof Knowledge]: Knowledge[Field] };
  nodes: readonly CompiledNode[];
  index: number;
  rest: Frame | undefined;
  at: CompiledNode | undefined;
  exit: string | undefined;
  stop: Path['stop'];
}

function startWalk(compiled: CompiledFlow, answers: Answers, date: CalendarDate): Walk {
  const { numbering, questions, tree } = compiled;
  const states = new Array<AnswerState | undefined>(questions.length).fill(undefined);
  const codes = numbering.blank.slice();
  codes[numbering.dateSlot] = numbering.ofDate(date);
  return {
    compiled,
    date,
    answers,
    isPlain: Object.getPrototypeOf(answers) === Object.prototype,
    asked: [],
    states,
    codes,
    decisions: [],
    forks: [],
    knowledge: {
      date,
      states,
      placeStates: states,
      passedOver: undefined,
      exit: undefined,
      hiddenFacts: undefined,
      codes,
    },
    nodes: tree,
    index: 0,
    rest: undefined,
    at: undefined,
    exit: undefined,
    stop: undefined,
  };
}

function takeNode(walk: Walk, node: CompiledNode): void {
  walk.at = node;
  walk.index += 1;
  if (node.kind === 'ask') takeAsk(walk, node);
  else if (node.kind === 'when') takeWhen(walk, node);
  else takeExit(walk, node);
}

function takeExit(walk: Walk, { outcome, code }: Extract<CompiledNode, { kind: 'exit' }>): void {
  walk.exit = outcome;
  walk.codes[walk.compiled.numbering.exitSlot] = code;
  walk.knowledge.exit = outcome;
}

function takeAsk(walk: Walk, node: AskNode): void {
  const { number } = node.question;
  const known = walk.states[number];
  const state = known ?? readState(walk, node);
  if (!state) {
    walk.stop = { node, frame: here(walk) };
    return;
  }
  if (!known) {
    walk.states[number] = state;
    walk.codes[number] = codeOf(state);
    walk.asked.push(number);
  }
  if (node.branches) takeBranch(walk, node, node.branches, state);
}

function readState({ answers, isPlain }: Walk, { question }: AskNode): AnswerState | undefined {
  const { id, accept } = question;
  // What a plain object inherits is no answer to anything, so only others are asked whose it is.
  return isPlain || Object.hasOwn(answers, id) ? accept(answers[id]) : undefined;
}

function takeBranch(
  walk: Walk,
  node: AskNode,
  branches: NonNullable<AskNode['branches']>,
  state: AnswerState,
): void {
  walk.forks.push(node);
  if (state.kind === 'value') {
    enter(walk, branches.get(String(state.value)));
    return;
  }
  const after = afterHere(walk);
  decide(walk, {
    cause: { kind: 'answer', question: node.question.number },
    at: here(walk),
    alternatives: node.question.question.options.map(({ id }) => frameOf(branches.get(id) ?? [], after)),
    asked: walk.asked.length,
  });
  enter(walk, branches.get('unsure'));
}

function takeWhen(walk: Walk, node: WhenNode): void {
  const { decisions, asked, knowledge } = walk;
  const truth = decisions.length > 0 ? truthWhileOpen(walk, node) : node.truth(knowledge);
  walk.forks.push({ kind: 'when', node, truth, asked: asked.length, decisions: decisions.length });
  if (truth !== 'unknown') {
    enter(walk, truth === 'yes' ? node.ifYes : node.ifNo);
    return;
  }
  const after = afterHere(walk);
  decide(walk, {
    cause: { kind: 'when', condition: node.when, knowledge: snapshot(walk, node) },
    at: here(walk),
    alternatives: otherWays(node).map((nodes) => frameOf(nodes, after)),
    asked: asked.length,
  });
  enter(walk, node.ifUnknown);
}

const openTruths = new WeakMap<WhenNode, ByPath<Truth>>();

/** To find out what was passed over takes long; it is the same wherever a path took the same way. */
function truthWhileOpen({ compiled, codes, knowledge }: Walk, node: WhenNode): Truth {
  const known = openTruths.get(node) ?? new ByPath<Truth>(compiled.memory, compiled.namePath);
  openTruths.set(node, known);
  return known.of(codes, () => node.test(knowledge));
}

/** From the first decision left open, what is not asked may have been passed over. */
function decide(walk: Walk, decision: Decision): void {
  const { compiled, states, asked, decisions, date } = walk;
  const passedOver = findWhenAsked(compiled, states, asked, decisions, () => walk.at, date);
  if (decisions.length === 0) {
    walk.knowledge.passedOver = passedOver;
    walk.knowledge.codes = undefined;
  }
  decisions.push(decision);
}

/** The branches of a `when` that is unknown, but for the one then taken. */
function otherWays(node: WhenNode): readonly (readonly CompiledNode[])[] {
  return [node.ifYes, node.ifNo].filter((nodes) => nodes !== node.ifUnknown);
}

function snapshot({ compiled, asked, states, decisions, date }: Walk, at: WhenNode): Knowledge {
  return withPassedOver(compiled, [...states], [...asked], [...decisions], () => at, date);
}

function enter(walk: Walk, nodes: readonly CompiledNode[] | undefined): void {
  if (!nodes || nodes.length === 0) return;
  if (walk.index < walk.nodes.length) walk.rest = afterHere(walk);
  walk.nodes = nodes;
  walk.index = 0;
}

function goOn(walk: Walk, { nodes, index, rest }: Frame): void {
  walk.nodes = nodes;
  walk.index = index;
  walk.rest = rest;
}

/** The node just taken. */
function here({ nodes, index, rest }: Walk): Frame {
  return { nodes, index: index - 1, rest };
}

/** What follows the node just taken. */
function afterHere({ nodes, index, rest }: Walk): Frame {
  return { nodes, index, rest };
}

function frameOf(nodes: readonly CompiledNode[], rest: Frame): Frame {
  return { nodes, index: 0, rest };
}

function statesBefore(path: Path, count: number): (AnswerState | undefined)[] {
  const asked = new Set(path.asked.slice(0, count));
  return path.states.map((state, number) => (asked.has(number) ? state : undefined));
}

/** Knowledge that finds out what was passed over when it is first asked. */
function withPassedOver(
  compiled: CompiledFlow,
  states: readonly (AnswerState | undefined)[],
  asked: readonly number[],
  decisions: readonly Decision[],
  at: () => CompiledNode | undefined,
  date: CalendarDate,
): Knowledge {
  const passedOver =
    decisions.length > 0 ? findWhenAsked(compiled, states, asked, decisions, at, date) : undefined;
  return { ...knowledgeOf(states, date), passedOver };
}

function findWhenAsked(
  compiled: CompiledFlow,
  states: readonly (AnswerState | undefined)[],
  asked: readonly number[],
  decisions: readonly Decision[],
  at: () => CompiledNode | undefined,
  date: CalendarDate,
): (question: number) => AnswerState | undefined {
  let found: { at: CompiledNode | undefined; states: ReadonlyMap<number, AnswerState> } | undefined;
  return (question) => {
    if (!found || found.at !== at()) {
      found = { at: at(), states: findPassedOver({ compiled, states, asked, decisions, at: at(), date }) };
    }
    return found.states.get(question);
  };
}
