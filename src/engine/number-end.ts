import { type AnswerState, type Knowledge, stateOf } from './knowledge.ts';
import { Code } from './numbering.ts';
import type { Path } from './replay.ts';

/**
 * The path with all that is known at its end by number, so that results can be found by it. To find out what
 * was passed over takes time, so this is for those who look at every line.
 */
export function numberEnd(path: Path): Path {
  const { compiled, states, codes, knowledge } = path;
  if (!knowledge.passedOver) return path;
  const atEnd = compiled.ends.of(codes, () =>
    codes.map((code, slot) => {
      const isMissing = slot < states.length && code === Code.Void && stateOf(knowledge, slot) !== undefined;
      return isMissing ? Code.PassedOver : code;
    }),
  );
  const passedOver = (question: number) =>
    atEnd[question] === Code.PassedOver ? passedOverLater(knowledge, question) : undefined;
  return { ...path, codes: atEnd, knowledge: { ...knowledge, codes: atEnd, passedOver } };
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
