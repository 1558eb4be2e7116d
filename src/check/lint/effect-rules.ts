import type { Flow, Question, TreeNode } from '../../model/flow.ts';
import { lintWords } from '../wording.ts';
import { type FlowUses, usesOf } from './flow-uses.ts';
import type { Finding, LintInput, Rule } from './rule.ts';
import { treeNodes } from './tree-nodes.ts';

type AskNode = Extract<TreeNode, { kind: 'ask' }>;

/** Parts of a flow that change nothing on any list. */
export const effectRules: readonly Rule[] = [
  { code: 'question-without-effect', severity: 'warning', find: findIdleQuestions },
  { code: 'options-alike', severity: 'note', find: findAlikeOptions },
  { code: 'derived-without-effect', severity: 'warning', find: findIdleDerived },
  { code: 'term-without-effect', severity: 'warning', find: (input) => findIdle('term', input) },
  { code: 'source-without-effect', severity: 'warning', find: (input) => findIdle('source', input) },
];

function* findIdleQuestions({ flow }: LintInput): Generator<Finding> {
  const uses = usesOf(flow);
  for (const question of Object.values(flow.questions)) {
    if (!hasEffect(question, flow, uses)) {
      yield {
        subject: `question/${question.id}`,
        message: lintWords.questionWithoutEffect(question.id),
      };
    }
  }
}

/** Whether some answer leads elsewhere or shows something else than another. */
function hasEffect(question: Question, flow: Flow, uses: FlowUses): boolean {
  if (uses.wholeAnswers.has(question.id)) return true;
  const answers = [...question.options.map(({ id }) => id), ...(question.unsure ? ['unsure'] : [])];
  if (question.options.length === 0) return uses.tests.has(question.id);
  return new Set(answers.map((answer) => treatmentOf(answer, question, flow, uses))).size > 1;
}

function* findAlikeOptions({ flow }: LintInput): Generator<Finding> {
  const uses = usesOf(flow);
  for (const question of Object.values(flow.questions)) {
    if (uses.wholeAnswers.has(question.id) || !hasEffect(question, flow, uses)) continue;
    const groups = new Map<string, string[]>();
    for (const { id } of question.options) {
      const treatment = treatmentOf(id, question, flow, uses);
      groups.set(treatment, [...(groups.get(treatment) ?? []), id]);
    }
    for (const alike of groups.values()) {
      const [, second] = alike;
      if (second === undefined) continue;
      yield { subject: `option/${question.id}/${second}`, message: lintWords.optionsAlike(alike) };
    }
  }
}

const asksOfTrees = new WeakMap<Flow['tree'], Map<string, AskNode[]>>();

/** Where a tree asks each question; found once, since every option of every question asks for it. */
function asksOf(tree: Flow['tree']): ReadonlyMap<string, readonly AskNode[]> {
  const known = asksOfTrees.get(tree);
  if (known) return known;
  const asks = new Map<string, AskNode[]>();
  for (const { node } of treeNodes(tree)) {
    if (node.kind !== 'ask') continue;
    const others = asks.get(node.question);
    if (others) others.push(node);
    else asks.set(node.question, [node]);
  }
  asksOfTrees.set(tree, asks);
  return asks;
}

/** What an answer does: the branches it takes and the tests it passes. Alike answers read alike. */
function treatmentOf(answer: string, { id }: Question, { tree }: Flow, { tests }: FlowUses): string {
  const branches = (asksOf(tree).get(id) ?? []).map((node) => node.branches?.[answer] ?? []);
  const passed = (tests.get(id) ?? []).map((values) => values.includes(answer));
  return JSON.stringify([branches, passed]);
}

function* findIdleDerived({ flow }: LintInput): Generator<Finding> {
  const { derived } = usesOf(flow);
  for (const name of Object.keys(flow.derive)) {
    if (!derived.has(name))
      yield { subject: `derived/${name}`, message: lintWords.derivedWithoutEffect(name) };
  }
}

/** What the flow's own file declares and the loaded flow no longer holds, nobody uses. */
function* findIdle(kind: 'term' | 'source', { flow, positions }: LintInput): Generator<Finding> {
  const used = kind === 'term' ? flow.terms : flow.sources;
  for (const subject of Object.keys(positions)) {
    if (!subject.startsWith(`${kind}/`)) continue;
    const [, name = '', ...rest] = subject.split('/');
    if (rest.length > 0 || Object.hasOwn(used, name)) continue;
    const words = kind === 'term' ? lintWords.termWithoutEffect : lintWords.sourceWithoutEffect;
    yield { subject, message: words(name) };
  }
}
