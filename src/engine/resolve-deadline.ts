import type { CalendarDate, CalendarMonth } from '../model/calendar-date.ts';
import type { DeadlineRule, Duration, HolidayYear, ResolvedDeadline, TimeSpan } from '../model/deadline.ts';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  compareDates,
  daysInMonth,
  isCalendarMonth,
  monthOf,
} from './calendar.ts';
import { type CountedDay, countWorkingDays } from './working-days.ts';

/** What a deadline needs beside its rule: the run's date, and the notices that are known. */
export interface DeadlineOptions {
  readonly date: CalendarDate;
  readonly holidays: readonly HolidayYear[];
}

/**
 * The day, or the month, by which something must be done.
 *
 * - Days and working days are counted from the day after `start`; `start` itself is the first where the
 *   rule's `countsFirst` says so. A `start` given as a month is counted from its last day.
 * - Months from a date end on the same day of the month, or on the month's last day where there is no
 *   such day (民法典第二百零二条); where `start` counts first they end a day earlier.
 * - Months from a month are whole months that may pass, and the result is the month after them. Last paid
 *   2026-09, within 3 months: October to December may stay unpaid, so 2027-01 is the latest
 *   (中断不超过3个月). Where `start` counts first it is itself the first of those months: first unpaid
 *   2026-10, within 3 months, is 2027-01 as well. 2026-12, the end of the third month after 2026-09, is
 *   therefore `countsFirst`, within 3 months of 2026-09.
 *
 * A last day that falls on a day off stays where it is: who acts by it is never late.
 */
export function resolveDeadline(
  rule: DeadlineRule,
  start: CalendarDate | CalendarMonth,
  options: DeadlineOptions,
): ResolvedDeadline {
  const counted =
    rule.unit === 'months' && isCalendarMonth(start)
      ? onOneDay(addMonthsToMonth(start, rule.count + (rule.countsFirst ? 0 : 1)))
      : countSpan(rule.unit, rule.count, lastDay(start), rule.countsFirst, options.holidays);
  return {
    ...counted,
    certain: counted.missingYears.length === 0,
    past: isPast(counted.latest, options.date),
    basis: 'asked',
    keeper: rule.keeper,
    rule: [{ unit: rule.unit, count: rule.count, keeper: rule.keeper }],
  };
}

/**
 * When something that begins on `start` will be done: the earliest and the latest day. Spans of a chain
 * are counted one after another, each from the day after the one before it ended; the keeper is that of
 * the last. Undefined for what is done at once.
 */
export function resolveDuration(
  duration: Duration,
  start: CalendarDate,
  options: DeadlineOptions,
): ResolvedDeadline | undefined {
  const last = duration === 'at-once' ? undefined : duration.at(-1);
  if (duration === 'at-once' || !last) return undefined;
  let end: CountedDay = onOneDay(start);
  for (const span of duration) end = addSpan(end, span, options.holidays);
  return {
    ...end,
    certain: end.missingYears.length === 0,
    past: isPast(end.latest, options.date),
    basis: start === options.date ? 'today' : 'asked',
    keeper: last.keeper,
    rule: duration,
  };
}

function addSpan(from: CountedDay, span: TimeSpan, holidays: readonly HolidayYear[]): CountedDay {
  const [least, most] = typeof span.count === 'number' ? [span.count, span.count] : span.count;
  const first = countSpan(span.unit, least, from.earliest, false, holidays);
  const last = countSpan(span.unit, most, from.latest, false, holidays);
  const missing = new Set([...from.missingYears, ...first.missingYears, ...last.missingYears]);
  return { earliest: first.earliest, latest: last.latest, missingYears: [...missing].sort() };
}

function countSpan(
  unit: TimeSpan['unit'],
  count: number,
  start: CalendarDate,
  countsFirst: boolean,
  holidays: readonly HolidayYear[],
): CountedDay {
  if (unit === 'working-days') return countWorkingDays(start, count, countsFirst, holidays);
  if (unit === 'days') return onOneDay(addDays(start, countsFirst && count > 0 ? count - 1 : count));
  return onOneDay(addWholeMonths(start, count, countsFirst));
}

function addWholeMonths(start: CalendarDate, count: number, countsFirst: boolean): CalendarDate {
  const end = addMonths(start, count);
  // A month's last day, taken for want of the same day, is the last day either way.
  return countsFirst && count > 0 && end.slice(8) === start.slice(8) ? addDays(end, -1) : end;
}

function onOneDay(day: CalendarDate | CalendarMonth): CountedDay {
  return { earliest: day, latest: day, missingYears: [] };
}

function lastDay(start: CalendarDate | CalendarMonth): CalendarDate {
  return isCalendarMonth(start) ? `${start}-${daysInMonth(start)}` : start;
}

/** A month is past when the run's month is a later one. */
function isPast(day: CalendarDate | CalendarMonth, date: CalendarDate): boolean {
  return compareDates(day, isCalendarMonth(day) ? monthOf(date) : date) < 0;
}
