import type { CompiledFlow } from '../../engine/compile-flow.ts';
import type { AnswerState } from '../../engine/knowledge.ts';
import type { Condition } from '../../model/condition.ts';
import type { Leaf } from './leaf-book.ts';

/** A test of places, in the small world and as it was written. */
export interface PlaceTest {
  readonly inWorld: Leaf;
  readonly real: Condition;
}

/** What is known with real places in place of those of the small world. */
export function withPlaces(
  compiled: CompiledFlow,
  states: readonly (AnswerState | undefined)[],
  questions: readonly string[],
  codes: readonly string[],
): readonly (AnswerState | undefined)[] {
  const real = [...states];
  for (const [index, id] of questions.entries()) {
    const value = codes[index] ?? '';
    real[compiled.numberOf(id)] = { kind: 'value', value, given: value };
  }
  return real;
}
