import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import { compileFlow } from './compile-flow.ts';
import { explore } from './explore.ts';
import { replay } from './replay.ts';

/**
 * The ids of the questions that some way from here still asks, in tree order; those that the answers
 * already settle are left out.
 */
export function askableQuestions(
  flow: Flow,
  answers: Answers,
  { date }: { readonly date: CalendarDate },
): string[] {
  const compiled = compileFlow(flow);
  const { asked, states, decisions, stop } = replay(compiled, answers, date);
  if (!stop) return [];
  const undecided = decisions.length > 0;
  const { met } = explore({ compiled, date, frame: stop.frame, asked, answers: states, undecided });
  return [...met].flatMap((number) => {
    const id = compiled.questions[number]?.question.id;
    return id === undefined || id in answers ? [] : [id];
  });
}
