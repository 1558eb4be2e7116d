import { UNSURE } from '../model/answers.ts';
import type { GivenAnswer } from '../model/checklist.ts';
import { fillText, labelOf, type Speech } from './fill-text.ts';
import type { AnswerState } from './knowledge.ts';
import type { Path } from './replay.ts';
import { withoutAbsent } from './without-absent.ts';

/** The answers on a path, in the order asked. */
export function givenAnswers(path: Path): GivenAnswer[] {
  const speech = { compiled: path.compiled, knowledge: path.knowledge };
  return path.asked.flatMap((number) => {
    const state = path.states[number];
    return state && state.kind !== 'passed-over' ? [givenAnswer(speech, number, state)] : [];
  });
}

function givenAnswer(
  speech: Speech,
  number: number,
  state: Exclude<AnswerState, { kind: 'passed-over' }>,
): GivenAnswer {
  const question = speech.compiled.questions[number]?.question;
  if (!question) throw new RangeError(`no question ${number}`);
  const given = state.kind === 'value' ? state.given : UNSURE;
  const isTreated = state.kind === 'value' && given === UNSURE;
  return withoutAbsent<GivenAnswer>({
    question: question.id,
    type: question.type,
    ask: fillText(speech, question.ask),
    value: given,
    label: labelOf(speech, question, given),
    treatedAs: isTreated ? { value: state.value, label: labelOf(speech, question, state.value) } : undefined,
    findOut: given === UNSURE ? question.unsure?.findOut : undefined,
  });
}
