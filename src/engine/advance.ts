import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import type { Progress } from '../model/progress.ts';
import { compileFlow } from './compile-flow.ts';
import { givenAnswers } from './given-answers.ts';
import { presentQuestion } from './present-question.ts';
import { remaining } from './remaining.ts';
import { replay } from './replay.ts';
import { unsettledOn } from './unsettled.ts';
import { withoutAbsent } from './without-absent.ts';

/**
 * Replays a flow's tree from the start and says where the person stands. Answers that the path does not
 * ask are dormant: they change nothing. A value that its question does not allow counts as no answer.
 *
 * @example
 * advance(flow, { stay: 'short' }, { date: '2026-11-22' }).next?.ask
 */
export function advance(flow: Flow, answers: Answers, options: { readonly date: CalendarDate }): Progress {
  const compiled = compileFlow(flow);
  const path = replay(compiled, answers, options.date);
  const speech = { compiled, knowledge: path.knowledge };
  const { fewest, most, certain } = remaining(path);
  return withoutAbsent<Progress>({
    asked: givenAnswers(path),
    next: path.stop && presentQuestion(speech, path.stop.node.question.question),
    exit: path.exit,
    unsettled: unsettledOn(path),
    remaining: [fewest, most],
    certain: certain.flatMap((number) => {
      const question = compiled.questions[number]?.question;
      return question ? presentQuestion(speech, question) : [];
    }),
  });
}
