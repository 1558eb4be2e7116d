import { isWithin, keepsUnsure } from '../../engine/accept-answer.ts';
import { addDays, addMonths, isCalendarMonth } from '../../engine/calendar.ts';
import { type AnswerValue, UNSURE } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/flow.ts';
import { isTimed, type Thresholds } from './thresholds.ts';
import type { Work } from './work.ts';

/** More groups of options than this are not combined in full. */
const MOST_GROUPS = 12;

/** With more points in time than this, no further ones are tried. */
const MOST_POINTS = 400;

/** Values of some questions that are read together; `all` where no class of values is left out. */
export interface ValuesOf {
  readonly values: ReadonlyMap<string, readonly AnswerValue[]>;
  readonly all: boolean;
}

/**
 * Values of questions that are read together, at least one of every class that the tests tell apart.
 * Places are not among them.
 */
export function valuesTogether(
  questions: readonly Question[],
  thresholds: Thresholds,
  tests: readonly Condition[],
  date: CalendarDate,
  work: Work,
): ValuesOf {
  const of = (types: readonly string[]) => questions.filter(({ type }) => types.includes(type));
  const points = timedPoints(of(['date', 'month']), thresholds, date, work);
  const numbers = numberPoints(of(['number']), thresholds);
  let all = points.length < MOST_POINTS;
  const values = new Map<string, readonly AnswerValue[]>();
  for (const question of questions) {
    const own = ownValues(question, points, numbers, tests);
    if (own === undefined) all = false;
    const unsure = isUnsureOwn(question) ? [UNSURE] : [];
    values.set(question.id, [...(own ?? singles(question)), ...unsure]);
  }
  return { values, all };
}

/** Whether 不清楚 is a value of its own. Of a choice, `as` is the option that it names. */
function isUnsureOwn(question: Question): boolean {
  if (question.options.length > 0 && question.type !== 'multi') return keepsUnsure(question);
  return question.unsure !== undefined;
}

function ownValues(
  question: Question,
  points: readonly CalendarDate[],
  numbers: readonly number[],
  tests: readonly Condition[],
): readonly AnswerValue[] | undefined {
  switch (question.type) {
    case 'date':
      return points;
    case 'month':
      return [...new Set(points.map((point) => point.slice(0, 7)))];
    case 'number':
      return withLimits(question, numbers);
    case 'multi':
      return selections(question, tests);
    case 'choice':
    case 'yes-no':
    case 'place':
      return question.options.map(({ id }) => id);
  }
}

/** Points in time around every threshold, and as far from one another as some test counts. */
function timedPoints(
  questions: readonly Question[],
  { literals, gaps }: Thresholds,
  date: CalendarDate,
  work: Work,
): readonly CalendarDate[] {
  // A test may also name 不清楚, which is no day.
  const own = questions.flatMap(({ id }) => [...(literals.get(id) ?? [])].filter(isTimed)).map(String);
  const hasDays = questions.some(({ type }) => type === 'date');
  const around = (day: CalendarDate) => [
    addMonths(day, -1),
    ...(hasDays ? [addDays(day, -1), day, addDays(day, 1)] : [day]),
    addMonths(day, 1),
  ];
  const days = own.length > 0 ? own : [date];
  let points = new Set(days.map((text) => (isCalendarMonth(text) ? `${text}-15` : text)).flatMap(around));
  const steps = [...new Set(questions.flatMap(({ id }) => [...(gaps.get(id) ?? [])]))];
  const both = steps.flatMap((step) => [step, -step]);
  for (let round = 1; round < questions.length && points.size < MOST_POINTS; round++) {
    work.spend(points.size * both.length * 5);
    points = new Set([
      ...points,
      ...[...points].flatMap((day) => both.flatMap((n) => around(addMonths(day, n)))),
    ]);
  }
  return [...points].sort();
}

/** Numbers at every threshold, and in every gap between two as many as there are questions. */
function numberPoints(questions: readonly Question[], { literals }: Thresholds): readonly number[] {
  const own = questions.flatMap(({ id, min, max }) => [...(literals.get(id) ?? []), min ?? 0, max ?? 0]);
  const turns = [...new Set(own.filter((one) => typeof one === 'number'))].sort((a, b) => a - b);
  const count = questions.length;
  const inner = turns.flatMap((low, index) => {
    const high = turns[index + 1] ?? low + count + 1;
    const step = high - low > count ? 1 : (high - low) / (count + 1);
    return [low, ...Array.from({ length: count }, (_, n) => low + step * (n + 1))];
  });
  const least = turns[0] ?? 0;
  return [...Array.from({ length: count }, (_, n) => least - n - 1), ...inner];
}

function withLimits(question: Question, numbers: readonly number[]): readonly number[] {
  const all = [...numbers, ...[question.min, question.max].filter((limit) => limit !== undefined)];
  return [...new Set(all)].filter((one) => isWithin(question, one)).sort((a, b) => a - b);
}

/** Whether a multi question allows these options together. */
function isAllowed({ atLeast = 0, none }: Question, chosen: readonly string[]): boolean {
  if (chosen.length < atLeast) return false;
  return chosen.length < 2 || none === undefined || !chosen.includes(none);
}

/** Every choice of options, those that are always tested together as one. Undefined: too many. */
function selections(question: Question, tests: readonly Condition[]): readonly AnswerValue[] | undefined {
  const named = tests.filter((test) => 'question' in test && test.question === question.id);
  const sets = named.flatMap((test) => {
    if (test.kind === 'has') return [test.options];
    return test.kind === 'answer' && 'in' in test.test ? [test.test.in] : [];
  });
  const groups = new Map<string, string>();
  for (const { id } of question.options) {
    const key = id === question.none ? 'none' : sets.map((set) => set.includes(id)).join();
    if (!groups.has(key)) groups.set(key, id);
  }
  const chosen = [...groups.values()];
  if (chosen.length > MOST_GROUPS) return undefined;
  let all: string[][] = [[]];
  for (const id of chosen) all = [...all, ...all.map((before) => [...before, id])];
  return all.filter((selection) => isAllowed(question, selection));
}

/** One option at a time, and all at once. */
function singles(question: Question): readonly AnswerValue[] {
  const ids = question.options.map(({ id }) => id);
  const together = ids.filter((id) => id !== question.none);
  return [...ids.map((id) => [id]), together].filter((selection) => isAllowed(question, selection));
}
