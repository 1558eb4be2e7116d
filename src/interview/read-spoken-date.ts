import {
  addDays,
  addMonths,
  addMonthsToMonth,
  dayOfWeek,
  daysInMonth,
  isCalendarDate,
  isCalendarMonth,
  yearOf,
} from '../engine/calendar.ts';
import type { CalendarDate, CalendarMonth } from '../model/calendar-date.ts';
import {
  BEFORE,
  DAY_WORDS,
  ENDS,
  HALF,
  MONTH_WORDS,
  NUMERALS,
  OF,
  PATTERNS,
  SPELLINGS,
  TEN,
  UNITS,
  WEEK_WORDS,
  WEEKDAYS,
  YEAR_WORDS,
} from './wording-dates.ts';

/** What a person wrote: a day, or a month where they wrote no day. */
export type SpokenDate = { readonly day: CalendarDate } | { readonly month: CalendarMonth };

type Read = (text: string, today: CalendarDate) => SpokenDate | undefined;

/** A month that lies further ahead than this was last year's. */
const MONTHS_AHEAD = 6;
const EARLIEST_YEAR = 1900;
const YEARS_AHEAD = 50;

/**
 * Understands a day or month as people write it, counted from today: 2026-10-15, 10月15日, 上个月,
 * 去年12月, 三天前. A month without a year is this year's, or last year's if it would lie far ahead.
 *
 * @example
 * readSpokenDate('去年12月', '2026-11-22') // { month: '2025-12' }
 */
export function readSpokenDate(typed: string, today: CalendarDate): SpokenDate | undefined {
  const text = plainDigits(typed.normalize('NFKC').replace(/[\s,，。]/gu, ''));
  for (const read of [readDayWord, readWeek, readSpan, readOfYear, readOfMonth, readDigits, readNumbers]) {
    const found = read(text, today);
    if (found) return isSane(found, today) ? found : undefined;
  }
  return undefined;
}

function isSane(found: SpokenDate, today: CalendarDate): boolean {
  const exists = 'day' in found ? isCalendarDate(found.day) : isCalendarMonth(found.month);
  const year = yearOf('day' in found ? found.day : found.month);
  return exists && year >= EARLIEST_YEAR && year <= yearOf(today) + YEARS_AHEAD;
}

const readDayWord: Read = (text, today) => {
  const days = DAY_WORDS[text];
  return days === undefined ? undefined : { day: addDays(today, days) };
};

const readWeek: Read = (text, today) => {
  const [, week, name = ''] = PATTERNS.week.exec(text) ?? [];
  if (week === undefined) return undefined;
  const number = /\d/.test(name) ? Number(name) : Math.max(WEEKDAYS.indexOf(name), 0) || 7;
  return { day: addDays(today, (WEEK_WORDS[week] ?? 0) * 7 + number - dayOfWeek(today)) };
};

/** 三天前, 两个月后, 半年前. Months and years leave the day open. */
const readSpan: Read = (text, today) => {
  const [, count = '', unit = '', side] = PATTERNS.ago.exec(text) ?? [];
  if (side === undefined) return undefined;
  const [unitDays, unitMonths] = UNITS[unit] ?? [0, 0];
  const half = count === HALF;
  if (half && unitMonths !== 12) return undefined;
  const sign = side === BEFORE ? -1 : 1;
  const number = half ? 0.5 : Number(count);
  if (number > 2000) return undefined;
  if (unitDays > 0) return { day: addDays(today, sign * number * unitDays) };
  return { month: addMonths(today, sign * number * unitMonths).slice(0, 7) };
};

/** 去年12月, 今年三月五号, 前年底. */
const readOfYear: Read = (text, today) => {
  const [word, years] = beginning(text, YEAR_WORDS) ?? [];
  if (word === undefined || years === undefined) return undefined;
  const year = yearOf(today) + years;
  const rest = text.slice(word.length).replace(OF, '');
  const edge = PATTERNS.yearEdge.exec(rest)?.[1];
  if (edge !== undefined) return { month: monthOf(year, ENDS.has(edge) ? 12 : 1) };
  return inYear(rest, year);
};

/** 上个月, 上个月15号, 本月底. */
const readOfMonth: Read = (text, today) => {
  const [word, months] = beginning(text, MONTH_WORDS) ?? [];
  if (word === undefined || months === undefined) return undefined;
  return inMonth(text.slice(word.length).replace(OF, ''), addMonthsToMonth(today.slice(0, 7), months));
};

const readDigits: Read = (text) => {
  const [, year = '', month, day] = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? [];
  if (month === undefined) return undefined;
  return day === undefined ? { month: `${year}-${month}` } : { day: `${year}-${month}-${day}` };
};

/** 2026-10-15, 10.15, 26年10月, 10月, 15号. */
const readNumbers: Read = (text, today) => {
  const full = PATTERNS.yearMonthDay.exec(text);
  if (full) return { day: dayOf(fullYear(full[1]), Number(full[2]), Number(full[3])) };
  const withoutYear = inYear(text, yearOf(today));
  if (withoutYear && isSane(withoutYear, today)) return sensibleYear(withoutYear, today);
  const month = PATTERNS.yearMonth.exec(text);
  if (month) return { month: monthOf(fullYear(month[1]), Number(month[2])) };
  const day = PATTERNS.day.exec(text);
  return day ? { day: `${today.slice(0, 8)}${day[1]?.padStart(2, '0')}` } : undefined;
};

/** 10月15日, 10月, 10月底 of a year. */
function inYear(text: string, year: number): SpokenDate | undefined {
  const both = PATTERNS.monthDay.exec(text);
  if (both) return { day: dayOf(year, Number(both[1]), Number(both[2])) };
  const [, number, rest = ''] = /^(\d{1,2})月份?(.?)$/u.exec(text) ?? [];
  return number === undefined ? undefined : inMonth(rest, monthOf(year, Number(number)));
}

/** Nothing, 15号, 底. */
function inMonth(rest: string, month: CalendarMonth): SpokenDate | undefined {
  if (rest === '') return { month };
  const day = PATTERNS.day.exec(rest)?.[1];
  if (day !== undefined) return { day: `${month}-${day.padStart(2, '0')}` };
  const edge = PATTERNS.monthEdge.exec(rest)?.[1];
  if (edge === undefined || !isCalendarMonth(month)) return undefined;
  return ENDS.has(edge) ? { day: `${month}-${daysInMonth(month)}` } : { month };
}

function sensibleYear(found: SpokenDate, today: CalendarDate): SpokenDate {
  const limit = addMonthsToMonth(today.slice(0, 7), MONTHS_AHEAD);
  const month = 'day' in found ? found.day.slice(0, 7) : found.month;
  if (month <= limit) return found;
  const lastYear = String(yearOf(today) - 1);
  return 'day' in found ? { day: lastYear + found.day.slice(4) } : { month: lastYear + found.month.slice(4) };
}

function beginning(text: string, words: Readonly<Record<string, number>>): [string, number] | undefined {
  return Object.entries(words).find(([word]) => text.startsWith(word));
}

function fullYear(digits = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function monthOf(year: number, month: number): CalendarMonth {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  return `${monthOf(year, month)}-${String(day).padStart(2, '0')}`;
}

/** Chinese numerals as digits: 二十五 is 25, 二〇二六 is 2026. */
function plainDigits(text: string): string {
  return text.replace(PATTERNS.numeral, (numeral) => {
    const said = [...numeral].map((one) => SPELLINGS[one] ?? one).join('');
    const digits = (part: string) => [...part].map((one) => NUMERALS.indexOf(one)).join('');
    const [tens, units] = said.split(TEN);
    if (units === undefined) return digits(said);
    return String(
      (tens === '' ? 1 : Number(digits(tens ?? ''))) * 10 + (units === '' ? 0 : Number(digits(units))),
    );
  });
}
