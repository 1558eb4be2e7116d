import { compileFlow } from '../../engine/compile-flow.ts';
import { readsOf, readsOfName } from '../../engine/reads.ts';
import type { Condition } from '../../model/condition.ts';
import type { Flow } from '../../model/flow.ts';
import { lintWords } from '../wording.ts';
import { questionConditions } from './flow-conditions.ts';
import { textsOf } from './flow-texts.ts';
import type { Finding, LintInput, Rule } from './rule.ts';
import { type PlacedNode, treeNodes } from './tree-nodes.ts';

/** What the shape of the tree shows by itself. */
export const treeRules: readonly Rule[] = [
  { code: 'question-not-asked', severity: 'warning', find: findNeverAsked },
  { code: 'asked-later', severity: 'warning', find: findAskedLater },
  { code: 'exit-not-written', severity: 'warning', find: findUnusedOutcomes },
];

function* findNeverAsked({ flow }: LintInput): Generator<Finding> {
  const asked = new Set(
    treeNodes(flow.tree).flatMap(({ node }) => (node.kind === 'ask' ? node.question : [])),
  );
  for (const id of Object.keys(flow.questions)) {
    if (!asked.has(id)) yield { subject: `question/${id}`, message: lintWords.questionNotAsked(id) };
  }
}

/** A condition of the tree, or in a question's text, on what no path has asked by then. */
function* findAskedLater({ flow }: LintInput): Generator<Finding> {
  const nodes = treeNodes(flow.tree);
  for (const { subject, node, asked } of nodes) {
    if (node.kind === 'when') yield* askedLater(flow, `${subject}/when`, questionsOf(flow, node.when), asked);
  }
  for (const id of Object.keys(flow.questions)) {
    const asked = askedBefore(id, nodes);
    // A question that is never asked is told already.
    if (!asked) continue;
    for (const { subject, condition } of questionConditions(flow, id)) {
      yield* askedLater(flow, subject, questionsOf(flow, condition), asked);
    }
  }
  for (const { subject, text, owner } of textsOf(flow)) {
    const asked = owner.startsWith('question/') && askedBefore(owner.slice('question/'.length), nodes);
    const late = asked ? notAsked(flow, questionsPrinted(flow, text), asked) : [];
    if (late.length > 0) yield { subject, message: lintWords.printedLater(late) };
  }
}

function askedBefore(question: string, nodes: readonly PlacedNode[]): ReadonlySet<string> | undefined {
  const places = nodes.filter(({ node }) => node.kind === 'ask' && node.question === question);
  return places.length === 0 ? undefined : new Set(places.flatMap(({ asked }) => [...asked]));
}

function* askedLater(
  flow: Flow,
  subject: string,
  questions: readonly string[],
  asked: ReadonlySet<string>,
): Generator<Finding> {
  const late = questions.filter(
    (question) => Object.hasOwn(flow.questions, question) && !asked.has(question),
  );
  if (late.length > 0) yield { subject, message: lintWords.askedLater(late) };
}

function notAsked(flow: Flow, questions: readonly string[], asked: ReadonlySet<string>): string[] {
  return questions.filter((question) => Object.hasOwn(flow.questions, question) && !asked.has(question));
}

function questionsOf(flow: Flow, condition: Condition): string[] {
  const compiled = compileFlow(flow);
  return namesOf(flow, readsOf(compiled, condition).questions);
}

function questionsPrinted(flow: Flow, text: string): string[] {
  const compiled = compileFlow(flow);
  return [...text.matchAll(/<([a-z][a-z0-9-]*)/g)].flatMap(([, name = '']) =>
    Object.hasOwn(flow.questions, name) ? [name] : namesOf(flow, readsOfName(compiled, name).questions),
  );
}

function namesOf(flow: Flow, numbers: readonly number[]): string[] {
  const names = Object.keys(flow.questions);
  return numbers.flatMap((number) => names[number] ?? []);
}

function* findUnusedOutcomes({ flow }: LintInput): Generator<Finding> {
  const exits = new Set(
    treeNodes(flow.tree).flatMap(({ node }) => (node.kind === 'exit' ? node.outcome : [])),
  );
  for (const id of Object.keys(flow.outcomes)) {
    if (!exits.has(id)) yield { subject: `outcome/${id}`, message: lintWords.exitNotWritten(id) };
  }
}
