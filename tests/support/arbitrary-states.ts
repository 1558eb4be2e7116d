import fc from 'fast-check';
import type { Knowledge } from '../../src/engine/knowledge.ts';
import { KEPT_UNSURE, knowledgeOf, NOT_KNOWN } from '../../src/engine/knowledge.ts';
import type { Flow } from '../../src/model/flow.ts';
import { arbitraryValue } from './arbitrary-flow.ts';
import { TODAY } from './build-flow.ts';
import type { NaiveWorld } from './naive-condition.ts';

/** Question id -> state; a question that is absent was not asked. */
export type TestStates = NaiveWorld['states'];

/** Any state of every question: answered, kept unsure where it may be, passed over, or not asked. */
export function arbitraryStates(flow: Flow): fc.Arbitrary<TestStates> {
  const states = Object.values(flow.questions).map((question) => {
    const value = arbitraryValue(question).map((one) => ({ value: one }));
    const others = [fc.constant('passed-over' as const), fc.constant(undefined)];
    const unsure = question.unsure && 'keep' in question.unsure ? [fc.constant('unsure' as const)] : [];
    return fc.oneof(value, value, ...unsure, ...others).map((state) => [question.id, state] as const);
  });
  return fc
    .tuple(...states)
    .map((entries) => Object.fromEntries(entries.filter(([, state]) => state !== undefined)) as TestStates);
}

/** The same states as the engine keeps them. */
export function knowledgeFrom(flow: Flow, states: TestStates, exit?: string): Knowledge {
  const list = Object.keys(flow.questions).map((id) => {
    const state = states[id];
    if (state === 'unsure') return KEPT_UNSURE;
    if (state === 'passed-over') return NOT_KNOWN;
    return state && ({ kind: 'value', value: state.value, given: state.value } as const);
  });
  return knowledgeOf(list, TODAY, exit);
}
