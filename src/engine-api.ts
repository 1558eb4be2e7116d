import { advance as advanceOn } from './engine/advance.ts';
import { buildChecklist as build } from './engine/build-checklist.ts';
import { decide as decideOn } from './engine/decide.ts';
import { refuseInvalidDate } from './engine/invalid-date-error.ts';
import { readAnswer as readOne } from './engine/read-answer.ts';
import { type ReadAnswers, readAnswers as readAll } from './engine/read-answers.ts';
import type { ReadAnswer } from './engine/read-problem.ts';
import type { Answers } from './model/answers.ts';
import type { CalendarDate } from './model/calendar-date.ts';
import type { Checklist } from './model/checklist.ts';
import type { Decided } from './model/decided.ts';
import type { Flow } from './model/flow.ts';
import type { Progress } from './model/progress.ts';

export { UnfinishedPathError } from './engine/build-checklist.ts';
export { InvalidDateError } from './engine/invalid-date-error.ts';
export { questionName } from './engine/question-name.ts';
export type { ReadAnswers } from './engine/read-answers.ts';
export type { ReadAnswer } from './engine/read-problem.ts';
export { type ResolvedPlace, resolvePlace } from './engine/resolve-place.ts';
export { searchPlaces } from './engine/search-places.ts';
export { type Answers, type AnswerValue, UNSURE } from './model/answers.ts';
export type { CalendarDate } from './model/calendar-date.ts';
export type {
  Checklist,
  ChecklistItem,
  CitedSource,
  GivenAnswer,
  HangsOn,
  ListedSource,
  Reason,
  Unsettled,
} from './model/checklist.ts';
export type { Decided, DecidedItem } from './model/decided.ts';
export type { Flow, Question } from './model/flow.ts';
export type { Division } from './model/place.ts';
export type { AnswerProblem, PresentedQuestion, Progress } from './model/progress.ts';

/** The day whose rules hold. Nothing reads the clock, so the same inputs always give the same result. */
export interface OnDate {
  /** `YYYY-MM-DD`. */
  readonly date: CalendarDate;
}

/**
 * Where a person stands in a procedure: what was asked so far, the next question in the words for this
 * person, or the exit. It starts anew each time, so an earlier answer may be changed or taken away.
 * Answers that the path does not ask change nothing; a value that its question does not allow counts as
 * no answer (read what people type with `readAnswer` first).
 *
 * @param flow from a store, or the same as JSON; it is prepared once, so do not change it
 * @param answers question id -> option id, place code, date, number … as `readAnswer` gives them
 * @throws {InvalidDateError} if the date is none
 *
 * @example
 * const { next, exit, remaining } = advance(flow, { stay: 'short' }, { date: '2026-11-22' });
 * if (next) console.log(next.ask, next.options.map(({ label }) => label));
 */
export function advance(flow: Flow, answers: Answers, options: OnDate): Progress {
  refuseInvalidDate(options.date);
  return advanceOn(flow, answers, options);
}

/**
 * The checklist of one person on one day: plain data, and the same bytes for the same inputs.
 *
 * @throws {UnfinishedPathError} if the answers reach no exit; its `next` is the question that is missing
 * @throws {InvalidDateError} if the date is none
 *
 * @example
 * const checklist = buildChecklist(flow, answers, { date: '2026-11-22' });
 * console.log(checklist.outcome.title, checklist.materials.map(({ title }) => title));
 */
export function buildChecklist(flow: Flow, answers: Answers, options: OnDate): Checklist {
  refuseInvalidDate(options.date);
  return build(flow, answers, options);
}

/**
 * What the answers decide, without words: the questions asked, the exit, and which lines the checklist has,
 * certain or possible. It agrees with `advance` and `buildChecklist` and is much faster: for counting,
 * comparing and long batches.
 *
 * @throws {InvalidDateError} if the date is none
 *
 * @example
 * const { exit, items } = decide(flow, answers, { date: '2026-11-22' });
 * console.log(exit, items.map(({ id, status }) => `${id} ${status}`));
 */
export function decide(flow: Flow, answers: Answers, options: OnDate): Decided {
  refuseInvalidDate(options.date);
  return decideOn(flow, answers, options);
}

/**
 * Understands one answer as a person or a file gives it: ids or the Chinese words shown, names of places
 * in Chinese or pinyin, dates and numbers in the usual spellings, 不清楚. Bad answers are data, not errors.
 *
 * @param answersSoFar the answers before it, on which the words of the question may depend
 * @param question its id; `questionName` finds it by other names
 * @throws {InvalidDateError} if the date is none
 *
 * @example
 * readAnswer(flow, {}, 'insured-place', '湖南益阳', { date: '2026-11-22' }); // { value: '430900' }
 * const read = readAnswer(flow, {}, 'insured-place', 'suzhou', { date: '2026-11-22' });
 * 'problem' in read && read.problem.allowed?.map(({ label }) => label); // ['江苏省 苏州市', '安徽省 宿州市']
 */
export function readAnswer(
  flow: Flow,
  answersSoFar: Answers,
  question: string,
  raw: unknown,
  options: OnDate,
): ReadAnswer {
  refuseInvalidDate(options.date);
  return readOne(flow, answersSoFar, question, raw, options);
}

/**
 * Understands a whole map of answers, such as a row of a table: keys are question ids, earlier ids or the
 * Chinese words asked, values as `readAnswer` takes them. A key without a value (null, undefined, blank)
 * is no answer. What could be read is in `answers`, what is wrong with the others in `problems`.
 *
 * @throws {InvalidDateError} if the date is none
 *
 * @example
 * const { answers, problems } = readAnswers(flow, { 'insured-place': '绵阳' }, { date: '2026-11-22' });
 * if (problems.length === 0) console.log(advance(flow, answers, { date: '2026-11-22' }).next?.ask);
 */
export function readAnswers(
  flow: Flow,
  given: Readonly<Record<string, unknown>>,
  options: OnDate,
): ReadAnswers {
  refuseInvalidDate(options.date);
  return readAll(flow, given, options);
}
