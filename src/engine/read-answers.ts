import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import type { AnswerProblem } from '../model/progress.ts';
import { questionName } from './question-name.ts';
import { readAnswer } from './read-answer.ts';

/** What a map of raw answers says: the answers that could be read, and what is wrong with the others. */
export interface ReadAnswers {
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
}

/**
 * Understands a whole map of answers as a person or a file gives them: keys are question ids, earlier ids
 * or the Chinese words asked; values as `readAnswer` takes them. A key without a value (null, undefined,
 * blank) is no answer. Whatever it is given, it does not throw.
 */
export function readAnswers(
  flow: Flow,
  given: Readonly<Record<string, unknown>>,
  options: { readonly date: CalendarDate },
): ReadAnswers {
  const entries = Object.entries(given).filter(([, raw]) => !isBlank(raw));
  const named = new Map(entries.map(([key, raw]) => [questionName(flow, key) ?? key, raw]));
  const answers: Record<string, AnswerValue> = {};
  const problems: AnswerProblem[] = [];
  // In tree order, because the words of a question may depend on the answers before it.
  const unknown = [...named.keys()].filter((id) => !Object.hasOwn(flow.questions, id));
  for (const id of [...unknown, ...Object.keys(flow.questions)]) {
    if (!named.has(id)) continue;
    const read = readAnswer(flow, answers, id, named.get(id), options);
    if ('value' in read) answers[id] = read.value;
    else problems.push(read.problem);
  }
  return { answers, problems };
}

function isBlank(raw: unknown): boolean {
  return raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');
}
