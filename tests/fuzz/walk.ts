import { advance } from '../../src/engine/advance.ts';
import { readAnswer } from '../../src/engine/read-answer.ts';
import { type Answers, type AnswerValue, UNSURE } from '../../src/model/answers.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';

const DAYS = ['2026-11-22', '2026-01-31', '2024-02-29', '1999-12-31', '2030-06-15'];
const MONTHS = ['2026-11', '2026-01', '2024-02', '1999-12', '1970-05', '2030-06'];

/** A value that a question allows, chosen by a number; and another way in which a person may write it. */
function pickValue(
  { common }: Flow,
  { type, options, unsure, none, min = 0, max = 40 }: PresentedQuestion,
  pick: number,
): { readonly value: AnswerValue; readonly written: unknown } {
  if (unsure && pick % 7 === 0) return { value: UNSURE, written: '不清楚' };
  switch (type) {
    case 'choice':
    case 'yes-no': {
      const { id, label } = chosen(options, pick);
      return { value: id, written: label };
    }
    case 'multi': {
      const ids = options.map(({ id }) => id).filter((id, index) => id !== none && (pick >> index) % 2 === 1);
      const some = ids.length > 0 ? ids : [chosen(options, pick).id];
      const labels = some.map((one) => options.find(({ id }) => id === one)?.label);
      return { value: some, written: labels };
    }
    case 'place': {
      const { code, parent, name } = chosen(common.divisions, pick);
      const province = common.divisions.find((one) => one.code === parent);
      return { value: code, written: `${province?.name ?? ''}${name}` };
    }
    case 'date':
      return same(chosen(DAYS, pick));
    case 'month':
      return same(chosen(MONTHS, pick));
    case 'number':
      return same(min + (pick % (Math.min(max, min + 60) - min + 1)));
  }
}

/** Answers from nothing, or from some, to an exit: each question by the next number. */
export function walk(flow: Flow, date: string, picks: readonly number[], start: Answers = {}): Answers {
  const answers: Record<string, AnswerValue> = { ...start };
  const most = Object.keys(flow.questions).length;
  for (let count = 0; count <= most; count++) {
    const { next } = advance(flow, answers, { date });
    if (!next) return answers;
    const { value, written } = pickValue(flow, next, picks[count % picks.length] ?? 0);
    expectRead(flow, answers, next.id, value, value, date);
    expectRead(flow, answers, next.id, written, value, date);
    answers[next.id] = value;
  }
  throw new Error(`no exit after ${most} answers: ${JSON.stringify(answers)}`);
}

function expectRead(
  flow: Flow,
  before: Answers,
  id: string,
  raw: unknown,
  value: AnswerValue,
  date: string,
): void {
  const read = readAnswer(flow, before, id, raw, { date });
  if (JSON.stringify(read) !== JSON.stringify({ value })) {
    throw new Error(`${id}: ${JSON.stringify(raw)} was read as ${JSON.stringify(read)}`);
  }
}

function same(value: AnswerValue) {
  return { value, written: value };
}

function chosen<T>(list: readonly T[], pick: number): T {
  const one = list[pick % list.length];
  if (one === undefined) throw new RangeError('nothing to choose from');
  return one;
}
