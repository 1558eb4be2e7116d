import type { Condition } from '../model/condition.ts';
import type { Derived } from '../model/flow.ts';
import { type Leaf, leavesOf } from './condition-leaves.ts';
import type { Scope } from './scope.ts';

/** What is known of the path that leads to a condition. */
export interface PathKnowledge {
  /** Questions that a deciding answer given as unsure may have passed over. */
  readonly passedOver: ReadonlySet<string>;
}

/**
 * Whether a condition can be unknown: it rests on a place fact without a certain value, on two places
 * that may be known too roughly, on an answer that may stay unsure, or on a question passed over.
 */
export function canBeUnknown(
  condition: Condition,
  derive: ReadonlyMap<string, Derived>,
  scope: Scope,
  { passedOver }: PathKnowledge,
): boolean {
  const unsure = (question: string) =>
    passedOver.has(question) || scope.names.questions.get(question)?.unsure === 'keep';
  for (const leaf of leavesOf(condition, derive)) if (leafCanBeUnknown(leaf, unsure, scope)) return true;
  return false;
}

function leafCanBeUnknown(leaf: Leaf, unsure: (question: string) => boolean, scope: Scope): boolean {
  switch (leaf.kind) {
    case 'fact':
      return !hasCertainDefault(leaf.fact, scope);
    case 'same':
      return leaf.at === 'city' || leaf.at === 'pool' || leaf.questions.some(unsure);
    case 'answer':
      return 'in' in leaf.test && leaf.test.in.includes('unsure') ? false : unsure(leaf.question);
    case 'has':
    case 'value':
      return unsure(leaf.question);
    default:
      return false;
  }
}

/** A national default that always holds decides every place that says nothing. */
function hasCertainDefault(fact: string, { book }: Scope): boolean {
  const value = book.facts.get(fact)?.default;
  return value !== undefined && value.from === undefined && value.until === undefined;
}
