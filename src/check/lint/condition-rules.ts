import type { Condition } from '../../model/condition.ts';
import type { Flow } from '../../model/flow.ts';
import { lintWords } from '../wording.ts';
import { conditionParts, conditionsOf } from './flow-conditions.ts';
import { partsOf } from './flow-parts.ts';
import type { Finding, LintInput, Rule } from './rule.ts';

/** Conditions that mean something, but not what their author is likely to have meant. */
export const conditionRules: readonly Rule[] = [
  { code: 'doubly-negated', severity: 'warning', find: findDoubleNegations },
  { code: 'outcome-in-some-branches', severity: 'warning', find: findPartialOutcomes },
];

function* findDoubleNegations({ flow }: LintInput): Generator<Finding> {
  for (const { subject, condition } of conditionsOf(flow)) {
    for (const part of conditionParts(condition)) {
      if (part.kind === 'not' && isNegation(part.of, flow)) {
        yield { subject, message: lintWords.doublyNegated() };
      }
    }
  }
}

function isNegation(condition: Condition, flow: Flow): boolean {
  if (condition.kind === 'not') return true;
  if (condition.kind !== 'derived' && condition.kind !== 'answer') return false;
  const onlyNo = 'in' in condition.test && condition.test.in.every((value) => value === 'no');
  if (condition.kind === 'derived') return onlyNo && flow.derive[condition.name]?.kind === 'condition';
  return onlyNo && flow.questions[condition.question]?.type === 'yes-no';
}

/** An `any` of which only some parts say for which outcome: the others then hold for every outcome. */
function* findPartialOutcomes({ flow }: LintInput): Generator<Finding> {
  for (const { subject, kind, fields } of partsOf(flow)) {
    if (kind !== 'outcome' && fields.when && isPartial(fields.when, false, flow)) {
      yield { subject: `${subject}/when`, message: lintWords.outcomeInSomeBranches() };
    }
  }
}

function isPartial(condition: Condition, covered: boolean, flow: Flow): boolean {
  switch (condition.kind) {
    case 'all': {
      const inner = covered || condition.of.some((part) => namesOutcome(part, flow));
      return condition.of.some((part) => isPartial(part, inner, flow));
    }
    case 'any': {
      if (covered) return false;
      const named = condition.of.filter((part) => namesOutcome(part, flow));
      const touched = condition.of.filter((part) => touchesOutcome(part, flow));
      return (
        (touched.length > 0 && named.length < condition.of.length) ||
        condition.of.some((part) => isPartial(part, false, flow))
      );
    }
    case 'not':
      return isPartial(condition.of, covered, flow);
    default:
      return false;
  }
}

/** Whether the condition holds for named outcomes alone, whichever way it comes true. */
function namesOutcome(condition: Condition, flow: Flow): boolean {
  switch (condition.kind) {
    case 'outcome':
      return true;
    case 'all':
      return condition.of.some((part) => namesOutcome(part, flow));
    case 'any':
      return condition.of.every((part) => namesOutcome(part, flow));
    case 'not':
      return namesOutcome(condition.of, flow);
    case 'derived':
      return conditionsBehind(condition.name, flow).some((part) => namesOutcome(part, flow));
    default:
      return false;
  }
}

function touchesOutcome(condition: Condition, flow: Flow): boolean {
  return [...conditionParts(condition)].some(
    (part) =>
      part.kind === 'outcome' ||
      (part.kind === 'derived' &&
        conditionsBehind(part.name, flow).some((behind) => touchesOutcome(behind, flow))),
  );
}

function conditionsBehind(name: string, flow: Flow): readonly Condition[] {
  const derived = flow.derive[name];
  if (derived?.kind === 'condition') return [derived.when];
  return derived?.kind === 'first-match' ? derived.rows.flatMap(({ when }) => when ?? []) : [];
}
