import type { CalendarDate, CalendarMonth } from '../model/calendar-date.ts';

const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_ERA = 146_097;

/** Whether a text is a day that exists, written `YYYY-MM-DD`; years 0001 to 9999. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isCalendarMonth(text.slice(0, 7))) return false;
  const day = dayNumber(text);
  return day >= 1 && day <= daysInMonth(text.slice(0, 7));
}

/** Whether a text is a month that exists, written `YYYY-MM`; years 0001 to 9999. */
export function isCalendarMonth(text: string): boolean {
  if (!/^\d{4}-\d{2}$/.test(text)) return false;
  const month = monthNumber(text);
  return yearOf(text) >= 1 && month >= 1 && month <= 12;
}

/** The year of a date or month. */
export function yearOf(date: CalendarDate | CalendarMonth): number {
  return Number(date.slice(0, 4));
}

/** The month of a date; a month is its own. */
export function monthOf(date: CalendarDate | CalendarMonth): CalendarMonth {
  return date.slice(0, 7);
}

/** The number of days in a month. */
export function daysInMonth(month: CalendarMonth): number {
  const number = monthNumber(month);
  if (number === 2) return isLeapYear(yearOf(month)) ? 29 : 28;
  return [4, 6, 9, 11].includes(number) ? 30 : 31;
}

/** Days since 1970-01-01, counted in the Gregorian calendar at all times; negative before it. */
export function daysFromCivil(date: CalendarDate): number {
  // The year is taken to begin in March, so that the leap day comes last in it.
  const month = monthNumber(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayNumber(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The date that lies so many days after 1970-01-01. */
export function civilFromDays(days: number): CalendarDate {
  const shifted = days + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return `${monthText(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month)}-${padded(day, 2)}`;
}

/** The date so many days later, or earlier where negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return civilFromDays(daysFromCivil(date) + days);
}

/**
 * The same day of the month so many months later. Where that month has no such day it is the month's
 * last day: 2026-01-31 and one month is 2026-02-28 (民法典第二百零二条).
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const month = addMonthsToMonth(monthOf(date), months);
  return `${month}-${padded(Math.min(dayNumber(date), daysInMonth(month)), 2)}`;
}

/** The month so many months later, or earlier where negative. */
export function addMonthsToMonth(month: CalendarMonth, months: number): CalendarMonth {
  const count = monthCount(month) + months;
  return monthText(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1);
}

/** The day of the week: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  // 1970-01-01 was a Thursday.
  return ((((daysFromCivil(date) + 3) % 7) + 7) % 7) + 1;
}

/** Below 0 where `a` comes first, above 0 where `b` does, 0 where they are equal. */
export function compareDates(a: CalendarDate | CalendarMonth, b: CalendarDate | CalendarMonth): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Whole months strictly between two months or dates: 2026-09 and 2026-12 leave two, October and
 * November. The same month, the next one, and an earlier one leave none.
 */
export function monthsBetween(a: CalendarDate | CalendarMonth, b: CalendarDate | CalendarMonth): number {
  return Math.max(0, monthCount(b) - monthCount(a) - 1);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthCount(date: CalendarDate | CalendarMonth): number {
  return yearOf(date) * 12 + monthNumber(date) - 1;
}

function monthNumber(date: CalendarDate | CalendarMonth): number {
  return Number(date.slice(5, 7));
}

function dayNumber(date: CalendarDate): number {
  return Number(date.slice(8, 10));
}

function monthText(year: number, month: number): CalendarMonth {
  return `${padded(year, 4)}-${padded(month, 2)}`;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
