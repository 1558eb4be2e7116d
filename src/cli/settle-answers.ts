import { readAnswer } from '../engine/read-answer.ts';
import { describeAnswerProblem } from '../interview/wording.ts';
import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow, Question } from '../model/flow.ts';
import type { AnswerProblem } from '../model/progress.ts';
import { usualText } from '../render/usual-text.ts';
import { type AnswerNotes, findRenamed } from './answer-notes.ts';
import { type AnswerFault, UsageError } from './errors.ts';
import type { GivenEntry } from './given-answers.ts';
import { findQuestion } from './question-words.ts';
import { quoted } from './safe-text.ts';

/** Answers of a flow, and what there is to tell of how they were written. */
export interface SettledAnswers extends AnswerNotes {
  readonly answers: Answers;
}

/** Turns answers as given into answers of the flow, or tells of everything wrong with them at once. */
export function settleAnswers(
  flow: Flow,
  entries: readonly GivenEntry[],
  date: CalendarDate,
): SettledAnswers {
  const { raw, renamed, gone, faults } = sortEntries(flow, entries, date);
  const answers: Record<string, AnswerValue> = {};
  // In tree order, because the words of a question may depend on the answers before it.
  for (const id of Object.keys(flow.questions)) {
    const entry = raw.get(id);
    if (!entry) continue;
    const read = readAnswer(flow, answers, id, entry.raw, { date });
    if ('value' in read) answers[id] = read.value;
    else faults.push(invalidValue(read.problem, entry, flow.questions[id]?.none));
  }
  if (faults.length === 0) return { answers, renamed, gone };
  const unknown = faults.some(({ code }) => code === 'unknown-question');
  throw new UsageError(sentence(flow, faults), {
    code: unknown ? 'unknown-answer' : 'invalid-answer',
    problems: faults,
  });
}

/** Finds the question of each entry. What an earlier flow asked and this one does not is no mistake. */
function sortEntries(flow: Flow, entries: readonly GivenEntry[], date: CalendarDate) {
  const faults: AnswerFault[] = [];
  const gone: string[] = [];
  const raw = new Map<string, GivenEntry>();
  for (const entry of entries) {
    const id = findQuestion(flow, entry.key);
    if (id !== undefined) {
      const before = raw.get(id);
      if (before && before.origin === entry.origin && entry.origin !== '-a')
        faults.push(twice(before, entry));
      raw.set(id, merged(flow.questions[id], before, entry));
      continue;
    }
    const fault = unknownKey(flow, entry, date);
    const isOld = entry.reviewed !== undefined && entry.reviewed !== flow.reviewed;
    if (isOld && !fault.nearest) gone.push(entry.key);
    else faults.push(fault);
  }
  const renamed = [...raw].flatMap(([id, { key, raw: given }]) => findRenamed(flow, id, key, given));
  return { faults, renamed, gone, raw };
}

/** `-a` given twice adds up for a question with several answers; otherwise the later one wins. */
function merged(
  question: Question | undefined,
  before: GivenEntry | undefined,
  entry: GivenEntry,
): GivenEntry {
  if (question?.type !== 'multi' || before?.origin !== '-a' || entry.origin !== '-a') return entry;
  return { ...entry, raw: `${String(before.raw)},${String(entry.raw)}` };
}

/** In one file the same question has one answer. */
function twice(before: GivenEntry, { key, origin }: GivenEntry): AnswerFault {
  return {
    code: 'repeated-question',
    severity: 'error',
    question: key,
    message: `${before.key} 和 ${key} 是同一题，只能写一次。`,
    ...placeOf(origin),
  };
}

function placeOf(origin: string | undefined): { file?: string } {
  return origin === '-a' || origin === undefined ? {} : { file: origin };
}

function unknownKey(flow: Flow, { key, raw, origin }: GivenEntry, date: CalendarDate): AnswerFault {
  const read = readAnswer(flow, {}, key, raw, { date });
  const near = 'problem' in read ? flow.questions[read.problem.nearest?.id ?? ''] : undefined;
  const nearest = near && { id: near.id, label: usualText(flow, near.ask) };
  const hint = nearest
    ? `您是不是想写 ${nearest.id}（${nearest.label}）？`
    : `用 yibao questions ${flow.id} 看有哪些题。`;
  return {
    code: 'unknown-question',
    severity: 'error',
    question: key,
    message: `“${flow.title}”里没有${quoted(key)}这一题。${hint}`,
    ...placeOf(origin),
    ...(nearest ? { nearest } : {}),
  };
}

function invalidValue(
  problem: AnswerProblem,
  { key, origin }: GivenEntry,
  none: string | undefined,
): AnswerFault {
  return {
    code: problem.code,
    severity: 'error',
    question: problem.question,
    given: problem.given,
    message: `${key}：${describeAnswerProblem(problem, { none, ids: true })}`,
    ...placeOf(origin),
    ...(problem.allowed ? { allowed: problem.allowed } : {}),
    ...(problem.nearest ? { nearest: problem.nearest } : {}),
  };
}

function sentence(flow: Flow, faults: readonly AnswerFault[]): string {
  const [only, ...others] = faults;
  if (only && others.length === 0) return only.message;
  return [
    `“${flow.title}”有 ${faults.length} 个回答不对：`,
    ...faults.map(({ message }) => `  ${message}`),
  ].join('\n');
}
