import type { CalendarDate } from '../model/calendar-date.ts';
import type { Truth } from '../model/truth.ts';
import { keepsUnsure } from './accept-answer.ts';
import type { AskNode, CompiledFlow, CompiledNode, WhenNode } from './compile-flow.ts';
import type { Frame } from './decision.ts';
import { NOT_KNOWN, type States } from './knowledge.ts';
import { type Outlook, possibleTruths } from './possible-truths.ts';
import { readsOf } from './reads.ts';

/** Where an exploration begins, and what holds on all its ways. */
export interface ExploreStart {
  readonly compiled: CompiledFlow;
  readonly date: CalendarDate;
  readonly frame: Frame;
  /** Questions already asked. */
  readonly asked: readonly number[];
  /** Answers that hold wherever their question is asked. */
  readonly answers: States;
  /** What is open stays open: answers kept unsure and unverified facts. Otherwise they turn out any way. */
  readonly staysOpen?: boolean;
  /** Whether a decision was left open before. */
  readonly undecided: boolean;
  /** Ways end here, as at an exit. */
  readonly stopAt?: CompiledNode | undefined;
  /** Ways end at the first question not yet asked. */
  readonly firstOnly?: boolean;
}

/** What all ways from a point come to. */
export interface Explored {
  /** Questions that some way asks, in tree order of meeting. */
  readonly met: ReadonlySet<number>;
  /** Of these, the ones that every way asks. */
  readonly certain: readonly number[];
  /** The fewest and the most questions that a way asks. */
  readonly fewest: number;
  readonly most: number;
  readonly exits: ReadonlySet<string>;
}

/** Whether the ways to a point have asked a question. */
const Asked = { Never: 0, Perhaps: 1, Surely: 2 };

/** What is true of all ways that reach a point with the same questions asked. */
interface Reach {
  readonly asked: Uint8Array;
  readonly undecided: boolean;
  readonly fewest: number;
  readonly most: number;
}

interface Exploration extends ExploreStart {
  /** By what is known of the questions that the condition reads. */
  readonly truths: Map<WhenNode, Map<string, ReadonlySet<Truth>>>;
  readonly met: Set<number>;
  readonly exits: Set<string>;
  end: Reach | undefined;
}

/** Ways that asked different questions are kept apart up to this number, and then taken as one. */
const MOST_APART = 16;

/**
 * Looks at every way through the tree from a point, at once: ways that have asked the same questions are
 * joined where they meet, so the cost is that of the tree and not of its paths. Answers not yet given are
 * not remembered along a way, so it may count one that no answers take; it never leaves one out.
 */
export function explore(start: ExploreStart): Explored {
  const run: Exploration = { ...start, truths: new Map(), met: new Set(), exits: new Set(), end: undefined };
  const asked = new Uint8Array(start.compiled.questions.length);
  for (const question of start.asked) asked[question] = Asked.Surely;
  let reaches: readonly Reach[] = [{ asked, undecided: start.undecided, fewest: 0, most: 0 }];
  for (let frame: Frame | undefined = start.frame; frame; frame = frame.rest) {
    reaches = walkNodes(run, frame.nodes.slice(frame.index), reaches);
  }
  for (const reach of reaches) endHere(run, reach);
  const { met, exits, end } = run;
  const certain = [...met].filter((question) => end?.asked[question] === Asked.Surely);
  return { met, exits, certain, fewest: end?.fewest ?? 0, most: end?.most ?? 0 };
}

function walkNodes(
  run: Exploration,
  nodes: readonly CompiledNode[],
  start: readonly Reach[],
): readonly Reach[] {
  let reaches = start;
  for (const node of nodes) {
    if (reaches.length === 0) return reaches;
    reaches = together(reaches.flatMap((reach) => walkNode(run, node, reach)));
  }
  return reaches;
}

function walkNode(run: Exploration, node: CompiledNode, reach: Reach): readonly Reach[] {
  if (node === run.stopAt) return endHere(run, reach);
  if (node.kind === 'when') return walkWhen(run, node, reach);
  if (node.kind === 'ask') return walkAsk(run, node, reach);
  run.exits.add(node.outcome);
  return endHere(run, reach);
}

function endHere(run: Exploration, reach: Reach): readonly Reach[] {
  run.end = run.end ? join(run.end, reach) : reach;
  return [];
}

function walkAsk(run: Exploration, node: AskNode, before: Reach): readonly Reach[] {
  const { number } = node.question;
  const status = before.asked[number];
  if (status !== Asked.Surely) run.met.add(number);
  if (run.firstOnly && status !== Asked.Surely) return endHere(run, before);
  const reach = askIn(before, number);
  if (!node.branches) return [reach];
  const answer = run.answers[number];
  if (answer?.kind === 'value') return walkNodes(run, node.branches.get(String(answer.value)) ?? [], [reach]);
  if (answer && run.staysOpen) return walkUnsure(run, node, reach);
  return walkEveryBranch(run, node, reach);
}

function askIn(reach: Reach, question: number): Reach {
  const status = reach.asked[question];
  if (status === Asked.Surely) return reach;
  const asked = reach.asked.slice();
  asked[question] = Asked.Surely;
  const fewest = reach.fewest + (status === Asked.Never ? 1 : 0);
  return { ...reach, asked, fewest, most: reach.most + 1 };
}

function walkUnsure(run: Exploration, { branches }: AskNode, reach: Reach): readonly Reach[] {
  return walkNodes(run, branches?.get('unsure') ?? [], [{ ...reach, undecided: true }]);
}

function walkEveryBranch(run: Exploration, node: AskNode, reach: Reach): readonly Reach[] {
  const { question, branches } = node;
  const ways = new Set(question.question.options.map(({ id }) => branches?.get(id)));
  const decided = [...ways].flatMap((nodes) => walkNodes(run, nodes ?? [], [reach]));
  if (!keepsUnsure(question.question)) return decided;
  return [...decided, ...walkUnsure(run, node, reach)];
}

function walkWhen(run: Exploration, node: WhenNode, reach: Reach): readonly Reach[] {
  const truths = truthsAt(run, node, reach);
  const undecided = { ...reach, undecided: true };
  return [
    ...(truths.has('yes') ? walkNodes(run, node.ifYes, [reach]) : []),
    ...(truths.has('no') || truths.has('void') ? walkNodes(run, node.ifNo, [reach]) : []),
    ...(truths.has('unknown') ? walkNodes(run, node.ifUnknown, [undecided]) : []),
  ];
}

/** Most ways know the same of what a condition reads, so its values are found once for all of them. */
function truthsAt(run: Exploration, node: WhenNode, reach: Reach): ReadonlySet<Truth> {
  const { questions, facts } = readsOf(run.compiled, node.when);
  const places = facts.flatMap(({ placeQuestion }) =>
    placeQuestion === undefined ? [] : run.compiled.numberOf(placeQuestion),
  );
  const statuses = [...questions, ...places].map((question) => reach.asked[question]);
  const key = `${reach.undecided} ${statuses}`;
  const known = run.truths.get(node) ?? new Map<string, ReadonlySet<Truth>>();
  const truths = known.get(key) ?? possibleTruths(run.compiled, node.when, outlookOf(run, reach));
  run.truths.set(node, known.set(key, truths));
  return truths;
}

function outlookOf({ answers, date, staysOpen }: Exploration, { asked, undecided }: Reach): Outlook {
  const states = Array.from(asked, (status, question) => {
    if (status === Asked.Never) return undecided ? NOT_KNOWN : undefined;
    const answer = answers[question];
    const isSettled = answer?.kind === 'value' || (answer !== undefined && staysOpen);
    return status === Asked.Surely && isSettled ? answer : NOT_KNOWN;
  });
  return {
    date,
    states,
    undecided,
    staysOpen: staysOpen ?? false,
    isOpen: (question) => states[question] === NOT_KNOWN && asked[question] !== Asked.Never,
    mayBeVoid: (question) => asked[question] !== Asked.Surely,
  };
}

/** Joins the ways that have asked the same questions; all of them where there are too many kinds. */
function together(reaches: readonly Reach[]): readonly Reach[] {
  if (reaches.length < 2) return reaches;
  const kinds = new Map<string, Reach>();
  for (const reach of reaches) {
    const key = `${reach.asked} ${reach.undecided}`;
    const same = kinds.get(key);
    kinds.set(key, same ? join(same, reach) : reach);
  }
  const apart = [...kinds.values()];
  return apart.length > MOST_APART ? [apart.reduce(join)] : apart;
}

function join(a: Reach, b: Reach): Reach {
  return {
    asked: a.asked.map((status, question) => (status === b.asked[question] ? status : Asked.Perhaps)),
    undecided: a.undecided || b.undecided,
    fewest: Math.min(a.fewest, b.fewest),
    most: Math.max(a.most, b.most),
  };
}
