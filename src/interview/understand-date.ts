import { dayOfWeek } from '../engine/calendar.ts';
import type { CalendarDate, CalendarMonth } from '../model/calendar-date.ts';
import type { QuestionType } from '../model/flow.ts';
import type { Understood } from './prompter.ts';
import { readSpokenDate } from './read-spoken-date.ts';
import { sayDate, sayMonth } from './wording-dates.ts';

/** A date or month that was typed freely, or that a day is still wanted. */
export type DateAnswer = Understood | { readonly missing: 'day' };

/** Reads what was typed for a date or month question; undefined where it is none. */
export function understandDate(
  type: QuestionType,
  typed: string,
  today: CalendarDate,
): DateAnswer | undefined {
  const found = type === 'date' || type === 'month' ? readSpokenDate(typed, today) : undefined;
  if (!found) return undefined;
  if ('day' in found) return understood(type === 'date' ? found.day : found.day.slice(0, 7));
  return type === 'month' ? understood(found.month) : { missing: 'day' };
}

function understood(written: CalendarDate | CalendarMonth): Understood {
  const [year = 0, month = 0, day] = written.split('-').map(Number);
  return {
    written,
    said: day === undefined ? sayMonth(year, month) : sayDate(year, month, day, dayOfWeek(written)),
  };
}
