import type { CalendarDate } from '../model/calendar-date.ts';
import type { HolidayYear } from '../model/deadline.ts';
import { addDays, compareDates, dayOfWeek, yearOf } from './calendar.ts';
import { type StatutoryHoliday, statutoryHolidays } from './statutory-days.ts';

/** So many notices before a missing one tell how long its holidays may be. */
const NOTICES_COMPARED = 3;

/** A day counted to, at the earliest and at the latest, and the years whose notice it would take to be sure. */
export interface CountedDay {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  readonly missingYears: readonly number[];
}

type IsOff = (date: CalendarDate) => boolean;

/**
 * Whether a day is worked, by the State Council's notice of its year. Of a year without a notice: Monday
 * to Friday, without the days that the law itself frees.
 */
export function isWorkingDay(date: CalendarDate, holidays: readonly HolidayYear[]): boolean {
  const notice = holidays.find((each) => each.year === yearOf(date));
  if (!notice) return isWeekday(date) && !isStatutory(date);
  return notice.on.includes(date) || (isWeekday(date) && !notice.off.includes(date));
}

/**
 * Counts working days from the day after `start`; `start` itself counts first where `countsFirst`. Day 0
 * is `start`.
 *
 * Where the count touches a year without a notice, `earliest` takes Monday to Friday without the
 * statutory days as worked. `latest` frees more: every holiday takes as many weekdays as the longest of
 * its name in the three notices before, laid before and after the statutory days as delays most, and no
 * weekend is worked.
 */
export function countWorkingDays(
  start: CalendarDate,
  count: number,
  countsFirst: boolean,
  holidays: readonly HolidayYear[],
): CountedDay {
  const from = countsFirst ? addDays(start, -1) : start;
  const steps = (isOff: IsOff) => (count <= 0 ? start : walk(from, count, isOff));
  const usual: IsOff = (date) => !isWorkingDay(date, holidays);
  const earliest = steps(usual);
  const latest = delayedMost(from, earliest, holidays, (freed) =>
    steps((date) => freed.has(date) || usual(date)),
  );
  return { earliest, latest, missingYears: missingYears(addDays(from, 1), latest, holidays) };
}

function walk(from: CalendarDate, count: number, isOff: IsOff): CalendarDate {
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (!isOff(date)) left -= 1;
  }
  return date;
}

/** Frees the further weekdays of one holiday after another, each as it puts the end off furthest. */
function delayedMost(
  from: CalendarDate,
  earliest: CalendarDate,
  holidays: readonly HolidayYear[],
  endWith: (freed: ReadonlySet<CalendarDate>) => CalendarDate,
): CalendarDate {
  let best: { end: CalendarDate; freed: ReadonlySet<CalendarDate> } = { end: earliest, freed: new Set() };
  for (let year = yearOf(from); year <= yearOf(best.end); year += 1) {
    if (holidays.some((each) => each.year === year)) continue;
    for (const holiday of statutoryHolidays(year)) {
      if (!isNear(holiday, from, best.end)) continue;
      const before = best.freed;
      for (const further of furtherDaysOff(holiday, year, holidays)) {
        const freed = new Set([...before, ...further]);
        const end = endWith(freed);
        if (compareDates(end, best.end) > 0) best = { end, freed };
      }
    }
  }
  return best.end;
}

/** Whether a holiday could delay a count; no notice ever freed a day two weeks from the holiday itself. */
function isNear(holiday: StatutoryHoliday, from: CalendarDate, end: CalendarDate): boolean {
  const day = holiday.days[0] ?? '';
  return compareDates(day, addDays(from, -14)) > 0 && compareDates(day, addDays(end, 14)) < 0;
}

/** The ways in which a holiday may take more weekdays than the law's: so many before it, the rest after. */
function furtherDaysOff(
  holiday: StatutoryHoliday,
  year: number,
  holidays: readonly HolidayYear[],
): readonly (readonly CalendarDate[])[] {
  const further = longestSeen(holiday.name, year, holidays) - holiday.days.filter(isWeekday).length;
  const ways: CalendarDate[][] = [];
  for (let before = 0; before <= further; before += 1) {
    ways.push([
      ...weekdaysBeside(holiday.days[0], -1, before, year),
      ...weekdaysBeside(holiday.days.at(-1), 1, further - before, year),
    ]);
  }
  return ways;
}

function weekdaysBeside(
  day: CalendarDate | undefined,
  step: 1 | -1,
  count: number,
  year: number,
): CalendarDate[] {
  const found: CalendarDate[] = [];
  let date = day && addDays(day, step);
  while (date && found.length < count && yearOf(date) === year) {
    if (isWeekday(date) && !isStatutory(date)) found.push(date);
    date = addDays(date, step);
  }
  return found;
}

/** The most weekdays that a holiday took in the last notices before a year, or the first after it. */
function longestSeen(name: StatutoryHoliday['name'], year: number, holidays: readonly HolidayYear[]): number {
  const sorted = holidays.toSorted((a, b) => a.year - b.year);
  const before = sorted.filter((each) => each.year < year).slice(-NOTICES_COMPARED);
  const compared = before.length > 0 ? before : sorted.slice(0, NOTICES_COMPARED);
  return Math.max(0, ...compared.map((notice) => weekdaysTaken(name, notice)));
}

/** How many weekdays a holiday took; 0 where it was swallowed by a longer one, which tells nothing about it. */
function weekdaysTaken(name: StatutoryHoliday['name'], notice: HolidayYear): number {
  const all = statutoryHolidays(notice.year);
  const holiday = all.find((each) => each.name === name);
  if (!holiday?.days[0]) return 0;
  const off = daysOffAround(holiday.days[0], notice);
  const merged = all.filter((each) => each !== holiday && each.days.some((day) => off.includes(day)));
  if (merged.some((each) => each.days.length >= holiday.days.length)) return 0;
  const others = merged.flatMap((each) => each.days);
  return off.filter((day) => isWeekday(day) && !others.includes(day)).length;
}

function daysOffAround(day: CalendarDate, notice: HolidayYear): CalendarDate[] {
  const isOff = (date: CalendarDate) => yearOf(date) === notice.year && !isWorkingDay(date, [notice]);
  const days = [day];
  for (let date = addDays(day, -1); isOff(date); date = addDays(date, -1)) days.unshift(date);
  for (let date = addDays(day, 1); isOff(date); date = addDays(date, 1)) days.push(date);
  return days;
}

function missingYears(first: CalendarDate, last: CalendarDate, holidays: readonly HolidayYear[]): number[] {
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!holidays.some((each) => each.year === year)) years.push(year);
  }
  return years;
}

function isStatutory(date: CalendarDate): boolean {
  return statutoryHolidays(yearOf(date)).some((holiday) => holiday.days.includes(date));
}

function isWeekday(date: CalendarDate): boolean {
  return dayOfWeek(date) <= 5;
}
