import type { Condition } from '../model/condition.ts';
import type { Flow, TreeNode } from '../model/flow.ts';
import { conditionWords } from './condition-words.ts';
import { ASKED_WORDS } from './graph-wording.ts';

/** A way to a question: all that must hold on it. */
interface Way {
  readonly conditions: readonly Condition[];
  /** Also taken where one of the conditions is not known. */
  readonly orUnknown: boolean;
}

const STRAIGHT: Way = { conditions: [], orUnknown: false };

/**
 * When a question is asked, in short Chinese words. Undefined where it stands in the trunk of the tree:
 * then everyone is asked whose path has not ended before.
 */
export function whenAsked(flow: Flow, question: string): string | undefined {
  const ways = withoutNarrower(waysTo(flow.tree, question));
  if (ways.length === 0 || ways.some(({ conditions }) => conditions.length === 0)) return undefined;
  const words = ways.map(({ conditions, orUnknown }) => {
    const said = conditionWords(flow, { kind: 'all', of: conditions });
    return orUnknown ? said + ASKED_WORDS.orUnknown : said;
  });
  return ASKED_WORDS.only([...new Set(words)].join(ASKED_WORDS.or));
}

/** A way that wants all that another wants, and more, adds nothing. */
function withoutNarrower(ways: readonly Way[]): Way[] {
  const wants = ways.map(({ conditions }) => new Set(conditions.map((one) => JSON.stringify(one))));
  return ways.filter((_, index) => {
    const own = wants[index] ?? new Set();
    return !wants.some((other) => other.size < own.size && [...other].every((one) => own.has(one)));
  });
}

function waysTo(list: readonly TreeNode[], question: string): Way[] {
  return list.flatMap((node) => {
    if (node.kind === 'exit') return [];
    if (node.kind === 'when') return waysThroughTest(node, question);
    const own = node.question === question ? [STRAIGHT] : [];
    return [...own, ...waysThroughBranches(node, question)];
  });
}

/** Answers that lead to the question alike are told together. */
function waysThroughBranches(
  { question: asked, branches = {} }: Extract<TreeNode, { kind: 'ask' }>,
  question: string,
): Way[] {
  const groups = new Map<string, { readonly answers: string[]; readonly ways: readonly Way[] }>();
  for (const [answer, list] of Object.entries(branches)) {
    const ways = waysTo(list, question);
    const key = JSON.stringify(ways);
    const group = groups.get(key) ?? { answers: [], ways };
    group.answers.push(answer);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ answers, ways }) =>
    ways.map((way) => after({ kind: 'answer', question: asked, test: { in: answers } }, way)),
  );
}

function waysThroughTest(
  { when, then, else: otherwise, unknown }: Extract<TreeNode, { kind: 'when' }>,
  question: string,
): Way[] {
  const onYes = waysTo(then, question).map((way) => after(when, way, unknown === 'then'));
  const onNo = waysTo(otherwise, question).map((way) =>
    after({ kind: 'not', of: when }, way, unknown === 'else'),
  );
  const open = typeof unknown === 'object' ? waysTo(unknown, question) : [];
  const onUnknown = open.map((way) => ({ ...way, orUnknown: true }));
  return [...onYes, ...onNo, ...onUnknown];
}

function after(condition: Condition, way: Way, orUnknown = false): Way {
  return { conditions: [condition, ...way.conditions], orUnknown: way.orUnknown || orUnknown };
}
