import { ByPath } from './by-path.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { type AnswerState, type Knowledge, stateOf } from './knowledge.ts';
import { Code } from './numbering.ts';
import type { Path } from './replay.ts';

/**
 * The path with all that is known at its end by number, so that results can be found by it. To find out what
 * was passed over takes time, so this is for those who look at every line.
 */
export function numberEnd(path: Path): Path {
  const { compiled, codes, knowledge } = path;
  if (!knowledge.passedOver) return path;
  const missed = missedBy.get(compiled) ?? new ByPath<readonly number[]>(compiled.memory, compiled.namePath);
  missedBy.set(compiled, missed);
  const atEnd = codes.slice();
  for (const question of missed.of(codes, () => findMissed(path))) atEnd[question] = Code.PassedOver;
  const passedOver = (question: number) =>
    atEnd[question] === Code.PassedOver ? passedOverLater(knowledge, question) : undefined;
  return { ...path, codes: atEnd, knowledge: { ...knowledge, codes: atEnd, passedOver } };
}

const missedBy = new WeakMap<CompiledFlow, ByPath<readonly number[]>>();

function findMissed({ states, knowledge }: Path): number[] {
  return [...states.keys()].filter(
    (question) => states[question] === undefined && stateOf(knowledge, question) !== undefined,
  );
}

/** It is known that a question was passed over; for what, is found out where it is asked. */
function passedOverLater(knowledge: Knowledge, question: number): AnswerState {
  return {
    kind: 'passed-over',
    causes: () => {
      const state = stateOf(knowledge, question);
      return state?.kind === 'passed-over' ? state.causes() : [];
    },
  };
}
