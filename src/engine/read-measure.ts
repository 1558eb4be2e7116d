import type { Question } from '../model/flow.ts';
import { isWithin } from './accept-answer.ts';
import { isCalendarDate, isCalendarMonth } from './calendar.ts';
import { problem, type ReadAnswer } from './read-problem.ts';

/** Reads a day: 2026-10-15, 2026/10/15, 2026.10.15, 2026年10月15日, 20261015. */
export function readDate({ id }: Pick<Question, 'id'>, raw: unknown): ReadAnswer {
  const date = joined(raw, /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/);
  return date !== undefined && isCalendarDate(date) ? { value: date } : problem('invalid-date', id, raw);
}

/** Reads a month: 2026-10, 2026/10, 2026.10, 2026年10月, 202610; of a day, its month. */
export function readMonth(question: Question, raw: unknown): ReadAnswer {
  const month = joined(raw, /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/);
  if (month !== undefined && isCalendarMonth(month)) return { value: month };
  const date = readDate(question, raw);
  if ('value' in date) return { value: String(date.value).slice(0, 7) };
  return problem('invalid-month', question.id, raw);
}

/** Year, month and day as matched, padded and joined. */
function joined(raw: unknown, pattern: RegExp): string | undefined {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string') return undefined;
  const parts = pattern.exec(text.normalize('NFKC').replace(/\s/g, ''))?.slice(1);
  return parts
    ?.filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Reads a number, also in full-width digits or with its unit. */
export function readNumber(question: Question, raw: unknown): ReadAnswer {
  const { id, min, max } = question;
  const number = typeof raw === 'string' ? numberIn(raw, question.unit) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number)) return problem('invalid-number', id, raw);
  if (isWithin(question, number)) return { value: number };
  return problem('out-of-range', id, raw, {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
}

function numberIn(raw: string, unit: string | undefined): number | undefined {
  const text = raw.normalize('NFKC').replace(/[\s,]/g, '');
  const bare = unit !== undefined && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  return /^[-+]?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}
