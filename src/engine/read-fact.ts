import { type FoundFact, factValue } from './fact-value.ts';
import type { FlowScope } from './flow-scope.ts';
import { factKey, type Knowledge } from './knowledge.ts';

/** What a condition learns of a fact: its place never asked (void), hidden, not verified, or its value. */
export type FactReading = 'void' | 'hidden' | 'unverified' | FoundFact;

/** How to read one fact: of the place that `of` answers, or of the jurisdiction. */
export function factReader(
  scope: FlowScope,
  fact: string,
  of: string | undefined,
): (k: Knowledge) => FactReading {
  const placeQuestion = of ?? scope.flow.jurisdiction;
  const key = factKey(fact, placeQuestion);
  const question = placeQuestion === undefined ? -1 : scope.numberOf(placeQuestion);
  return (knowledge) => {
    const state = knowledge.placeStates[question] ?? knowledge.passedOver?.(question);
    if (state === undefined && of !== undefined) return 'void';
    if (knowledge.hiddenFacts?.has(key)) return 'hidden';
    const place = state?.kind === 'value' ? String(state.value) : undefined;
    return factValue(scope.flow.common, fact, place, knowledge.date) ?? 'unverified';
  };
}
