import { addDays } from '../../engine/calendar.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';

/**
 * One day of each span of days between the first and last days that stand in some parts of a flow;
 * `date` for its own span.
 */
export function daysOfSpans(parts: unknown, date: CalendarDate): readonly CalendarDate[] {
  const begins = new Set<CalendarDate>();
  collect(parts, begins);
  const sorted = [...begins].sort();
  const first = sorted[0];
  const starts = first === undefined ? [] : [addDays(first, -1), ...sorted];
  const own = starts.filter((start) => start <= date).at(-1);
  return [date, ...starts.filter((start) => start !== own)];
}

function collect(part: unknown, begins: Set<CalendarDate>): void {
  if (typeof part !== 'object' || part === null) return;
  const { from, until } = part as { readonly from?: unknown; readonly until?: unknown };
  if (typeof from === 'string') begins.add(from);
  if (typeof until === 'string') begins.add(addDays(until, 1));
  for (const value of Object.values(part)) collect(value, begins);
}
