import { questionName } from '../engine/question-name.ts';
import { readAnswer } from '../engine/read-answer.ts';
import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';

/** Answers from elsewhere that a flow can use, and how many it cannot. */
export interface RestoredAnswers {
  readonly answers: Answers;
  readonly lost: number;
}

/**
 * Fits stored answers to a flow as it is now: renamed questions and options are found by their earlier
 * names, and what is no answer any more is left out, so that only that is asked again.
 */
export function restoreAnswers(flow: Flow, stored: Answers, date: CalendarDate): RestoredAnswers {
  const found = Object.entries(stored).map(([key, raw]) => [questionName(flow, key), raw] as const);
  const raw = new Map(found.flatMap(([id, value]) => (id === undefined ? [] : [[id, value] as const])));
  const answers: Record<string, AnswerValue> = {};
  // In tree order, because words of a question may depend on the answers before it.
  for (const id of Object.keys(flow.questions)) {
    const read = raw.has(id) ? readAnswer(flow, answers, id, raw.get(id), { date }) : undefined;
    if (read && 'value' in read) answers[id] = read.value;
  }
  return { answers, lost: found.length - Object.keys(answers).length };
}
