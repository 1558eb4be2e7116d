import type { CompiledFlow } from './compile-flow.ts';
import { type AnswerState, type Knowledge, stateOf } from './knowledge.ts';

/** What is known of the place whose rules apply: the answer to the flow's jurisdiction question. */
export function homeState(compiled: CompiledFlow, knowledge: Knowledge): AnswerState | undefined {
  const { jurisdiction } = compiled.flow;
  return jurisdiction === undefined ? undefined : stateOf(knowledge, compiled.numberOf(jurisdiction));
}

/** The code of the place whose rules apply; `undefined` before it is known. */
export function homeCode(compiled: CompiledFlow, knowledge: Knowledge): string | undefined {
  const state = homeState(compiled, knowledge);
  return state?.kind === 'value' ? String(state.value) : undefined;
}
