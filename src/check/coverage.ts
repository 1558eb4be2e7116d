import type { Flow, TreeNode } from '../model/flow.ts';
import { allItems } from './checklist-text.ts';
import type { CaseResult } from './run-case.ts';

/** Something of a flow that no case touches. */
export interface Untested {
  readonly kind: 'question' | 'option' | 'item' | 'outcome';
  readonly id: string;
}

/** All that a flow's cases could touch: questions asked, their options, outcomes, and items by id. */
function coverable(flow: Flow): Untested[] {
  const asked = new Set(questionsInTree(flow.tree));
  const questions = Object.values(flow.questions).filter((question) => asked.has(question.id));
  return [
    ...questions.map((question) => ({ kind: 'question' as const, id: question.id })),
    ...questions.flatMap((question) => [
      ...question.options.map((option) => ({ kind: 'option' as const, id: `${question.id}=${option.id}` })),
      ...(question.unsure ? [{ kind: 'option' as const, id: `${question.id}=unsure` }] : []),
    ]),
    ...Object.keys(flow.outcomes).map((id) => ({ kind: 'outcome' as const, id })),
    ...flow.items.map((item) => ({ kind: 'item' as const, id: item.id })),
  ];
}

/** What no case exercises, in the order of the flow. An option counts when it was answered on a path. */
export function findUntested(flow: Flow, results: readonly CaseResult[]): Untested[] {
  const touched = new Set(results.flatMap(touchedBy));
  return coverable(flow).filter((one) => !touched.has(`${one.kind} ${one.id}`));
}

function touchedBy({ checklist }: CaseResult): string[] {
  if (!checklist) return [];
  return [
    `outcome ${checklist.outcome.id}`,
    ...checklist.answers.flatMap(({ question, value }) => [
      `question ${question}`,
      ...(Array.isArray(value) ? value : [value]).map((one) => `option ${question}=${String(one)}`),
    ]),
    ...allItems(checklist).map((item) => `item ${item.id}`),
  ];
}

function questionsInTree(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'exit') return [];
    if (node.kind === 'ask')
      return [node.question, ...Object.values(node.branches ?? {}).flatMap(questionsInTree)];
    const unknown = Array.isArray(node.unknown) ? node.unknown : [];
    return [...questionsInTree(node.then), ...questionsInTree(node.else), ...questionsInTree(unknown)];
  });
}
