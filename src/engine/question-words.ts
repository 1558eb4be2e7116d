import { UNSURE } from '../model/answers.ts';
import type { GivenAnswer, Reason } from '../model/checklist.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { Question } from '../model/flow.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { fillText, labelOf } from './fill-text.ts';
import type { AnswerState, Knowledge } from './knowledge.ts';
import { remember } from './remember.ts';
import { slotsOf } from './slots.ts';
import { withoutAbsent } from './without-absent.ts';
import { words } from './wording.ts';

/** What is said of an answered question, once for every way of saying it. */
interface QuestionWords {
  /** The answer as it was given. */
  readonly given: (knowledge: Knowledge) => GivenAnswer;
  /** The answer as a reason of a line. */
  readonly reason: (knowledge: Knowledge) => Reason;
}

const ofFlows = new WeakMap<CompiledFlow, readonly QuestionWords[]>();

/** The words for a question by number. */
export function wordsOf(compiled: CompiledFlow, number: number): QuestionWords | undefined {
  const known = ofFlows.get(compiled) ?? compiled.questions.map((one) => prepare(compiled, one));
  ofFlows.set(compiled, known);
  return known[number];
}

function prepare(compiled: CompiledFlow, asked: CompiledFlow['questions'][number]): QuestionWords {
  const { question, number } = asked;
  const labels = question.options.map(({ label }) => label);
  const once = <T extends object>(texts: readonly Question['ask'][], make: (knowledge: Knowledge) => T) =>
    remember(
      compiled.memory,
      () => ({ slots: slotsOf(compiled, { names: [question.id], texts }) }),
      (knowledge: Knowledge) => deepFreeze(make(knowledge)),
    );
  const stateIn = ({ states }: Knowledge) => {
    const state = states[number];
    if (!state || state.kind === 'passed-over') throw new RangeError(`question ${number} was not asked`);
    return state;
  };
  return {
    given: once([question.ask, ...labels], (knowledge) =>
      givenAnswer(compiled, question, stateIn(knowledge), knowledge),
    ),
    reason: once(labels, (knowledge) => answerReason(compiled, question, stateIn(knowledge), knowledge)),
  };
}

type Answered = Exclude<AnswerState, { kind: 'passed-over' }>;

function givenAnswer(
  compiled: CompiledFlow,
  question: Question,
  state: Answered,
  knowledge: Knowledge,
): GivenAnswer {
  const speech = { compiled, knowledge };
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

function answerReason(
  compiled: CompiledFlow,
  question: Question,
  state: Answered,
  knowledge: Knowledge,
): Reason {
  const { id } = question;
  if (state.kind === 'unsure') return { question: id, value: UNSURE, label: words.unsure };
  const label = labelOf({ compiled, knowledge }, question, state.value);
  if (state.given === UNSURE) return { question: id, value: UNSURE, label: words.treatedAs(label) };
  return { question: id, value: state.value, label };
}
