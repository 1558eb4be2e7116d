import type { Answers } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';
import type { UnusedAnswer } from './answer-notes.ts';

/** Answers given on the command line that the path never asked for, in tree order. */
export function unusedAnswers(
  { questions }: Flow,
  given: Answers,
  { answers }: Pick<Checklist, 'answers'>,
): UnusedAnswer[] {
  const asked = new Set(answers.map(({ question }) => question));
  return Object.keys(questions)
    .filter((id) => id in given && !asked.has(id))
    .map((question) => ({ question, value: given[question] ?? '' }));
}
