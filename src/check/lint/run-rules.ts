import type { FlowPositions, Problem } from '../../model/problem.ts';
import { locate } from '../locate.ts';
import { type AgeInput, ageRules } from './age-rules.ts';
import { type CommonInput, commonRules } from './common-rules.ts';
import { conditionRules } from './condition-rules.ts';
import { effectRules } from './effect-rules.ts';
import { itemRules } from './item-rules.ts';
import type { Rule } from './rule.ts';
import { textRules } from './text-rules.ts';
import { treeRules } from './tree-rules.ts';

/** Every rule about one flow that needs no proof. */
export const flowRules: readonly Rule<AgeInput>[] = [
  ...treeRules,
  ...effectRules,
  ...conditionRules,
  ...itemRules,
  ...textRules,
  ...ageRules,
];

/** What the rules find in one flow, at a day. `common` says where shared parts stand. */
export function lintFlow(input: AgeInput, common: FlowPositions): Problem[] {
  return runRules(flowRules, input, [input.positions, common]);
}

/** What the rules find in what flows share. */
export function lintCommon(input: CommonInput): Problem[] {
  return runRules(commonRules, input, [input.book.commonPositions]);
}

function runRules<Input>(
  rules: readonly Rule<Input>[],
  input: Input,
  positions: readonly FlowPositions[],
): Problem[] {
  return rules.flatMap(({ code, severity, find }) =>
    [...find(input)].map(({ subject, message }) => ({
      code,
      severity,
      message,
      ...locate(subject, ...positions),
    })),
  );
}

/** Problems file by file, from the top; the same one at the same place counts once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
