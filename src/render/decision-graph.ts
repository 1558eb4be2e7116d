import { UNSURE } from '../model/answers.ts';
import type { Flow, Question, TreeNode } from '../model/flow.ts';
import { conditionWords } from './condition-words.ts';
import { TRUTH_WORDS, UNSURE_WORDS } from './graph-wording.ts';
import { usualText } from './usual-text.ts';
import { VERDICT_WORDS } from './wording.ts';

/** A branch that leaves the list: the answers that lead there, and what follows them. */
export interface GraphBranch {
  readonly labels: readonly string[];
  readonly list: readonly GraphNode[];
}

/** A node of the tree in words. Every node of the flow's tree is here once. */
export interface GraphNode {
  /** From 1, in reading order. */
  readonly number: number;
  readonly kind: TreeNode['kind'];
  readonly words: string;
  /** The verdict of an exit. */
  readonly verdict?: string;
  readonly branches: readonly GraphBranch[];
  /** The answers that go straight on in the list; empty where all do; absent where none does. */
  readonly onward?: readonly string[];
}

/** One way out of a node before equal ones are put together. */
interface WayOut {
  readonly label: string;
  readonly list: readonly TreeNode[];
}

/**
 * The decision tree as a picture needs it: in words, numbered, with the ways out of a node that lead
 * to the same nodes put together.
 */
export function buildDecisionGraph(flow: Flow): readonly GraphNode[] {
  let count = 0;
  const visitList = (list: readonly TreeNode[]): GraphNode[] => list.map(visit);
  const visit = (node: TreeNode): GraphNode => {
    const number = ++count;
    if (node.kind === 'exit') {
      const outcome = flow.outcomes[node.outcome];
      const words = usualText(flow, outcome?.title ?? node.outcome);
      const verdict = outcome && VERDICT_WORDS[outcome.verdict];
      return { number, kind: 'exit', words, ...(verdict && { verdict }), branches: [] };
    }
    const words = node.kind === 'ask' ? askWords(flow, node.question) : conditionWords(flow, node.when);
    const groups = groupWays(node.kind === 'ask' ? answerWays(flow, node) : truthWays(node));
    const onward = groups.find(({ list }) => list.length === 0);
    const branches = groups
      .filter(({ list }) => list.length > 0)
      .map(({ labels, list }) => ({ labels, list: visitList(list) }));
    const straight = branches.length === 0 ? [] : onward?.labels;
    return { number, kind: node.kind, words, branches, ...(straight && { onward: straight }) };
  };
  return visitList(flow.tree);
}

function askWords(flow: Flow, id: string): string {
  return usualText(flow, flow.questions[id]?.ask ?? id);
}

/** Every option, and 不清楚 where it may be answered, with the nodes that only it leads to. */
function answerWays(flow: Flow, { question: id, branches }: Extract<TreeNode, { kind: 'ask' }>): WayOut[] {
  const question = flow.questions[id];
  if (!branches || !question) return [];
  const ways = question.options.map((option) => ({
    label: usualText(flow, option.label),
    list: branches[option.id] ?? [],
  }));
  const unsure = unsureBranch(question);
  return unsure === undefined ? ways : [...ways, { label: UNSURE_WORDS, list: branches[unsure] ?? [] }];
}

function unsureBranch({ unsure }: Question): string | undefined {
  if (!unsure) return undefined;
  return 'as' in unsure && typeof unsure.as === 'string' ? unsure.as : UNSURE;
}

function truthWays(node: Extract<TreeNode, { kind: 'when' }>): WayOut[] {
  const { unknown } = node;
  const ways = [
    { label: TRUTH_WORDS.yes, list: node.then },
    { label: TRUTH_WORDS.no, list: node.else },
  ];
  if (unknown === undefined) return ways;
  return [
    ...ways,
    { label: TRUTH_WORDS.unknown, list: typeof unknown === 'string' ? node[unknown] : unknown },
  ];
}

function groupWays(ways: readonly WayOut[]): { labels: string[]; list: readonly TreeNode[] }[] {
  const groups = new Map<string, { labels: string[]; list: readonly TreeNode[] }>();
  for (const { label, list } of ways) {
    const key = JSON.stringify(list);
    const group = groups.get(key) ?? { labels: [], list };
    group.labels.push(label);
    groups.set(key, group);
  }
  return [...groups.values()];
}
