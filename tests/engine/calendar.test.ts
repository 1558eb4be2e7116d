import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  civilFromDays,
  compareDates,
  dayOfWeek,
  daysFromCivil,
  isCalendarDate,
  isCalendarMonth,
  monthOf,
  monthsBetween,
} from '../../src/engine/calendar.ts';

const FIRST = daysFromCivil('1900-01-01');
const LAST = daysFromCivil('2200-12-31');
const anyDate = fc.integer({ min: FIRST, max: LAST }).map(civilFromDays);

function temporalAccepts(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

test('every day from 1900 to 2200 is Temporal’s, with its weekday', () => {
  let day = Temporal.PlainDate.from('1900-01-01');
  for (let count = FIRST; count <= LAST; count += 1) {
    const date = civilFromDays(count);
    if (date !== day.toString() || dayOfWeek(date) !== day.dayOfWeek || daysFromCivil(date) !== count) {
      expect.fail(`${date} is not ${day.toString()}`);
    }
    day = day.add({ days: 1 });
  }
});

test('adding days and months agrees with Temporal', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -1200, max: 1200 }), (date, count) => {
      const plain = Temporal.PlainDate.from(date);
      expect(addDays(date, count)).toBe(plain.add({ days: count }).toString());
      expect(addMonths(date, count)).toBe(plain.add({ months: count }).toString());
      const month = Temporal.PlainYearMonth.from(date.slice(0, 7)).add({ months: count });
      expect(addMonthsToMonth(monthOf(date), count)).toBe(month.toString());
    }),
    { numRuns: 2000 },
  );
});

test('a text is a date exactly where Temporal takes it as written', () => {
  const digits = (most: number) => fc.integer({ min: 0, max: most });
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2200 }), digits(13), digits(32), (year, month, day) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      expect(isCalendarDate(text)).toBe(temporalAccepts(text));
    }),
    { numRuns: 2000 },
  );
});

test('dates that do not exist, and other ways of writing, are no dates', () => {
  const texts = [
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-5',
    '20260105',
    '2026-01-05 ',
    '',
  ];
  expect(texts.filter(isCalendarDate)).toEqual([]);
  expect(['2024-02-29', '2000-02-29', '2026-12-31'].filter(isCalendarDate)).toHaveLength(3);
  expect(isCalendarDate('1900-02-29')).toBe(false);
  expect(isCalendarDate('0000-01-01')).toBe(false);
});

test('a month runs from 01 to 12', () => {
  expect(['2026-01', '2026-12'].every(isCalendarMonth)).toBe(true);
  expect(['2026-00', '2026-13', '2026-1', '2026-01-01', '0000-01'].some(isCalendarMonth)).toBe(false);
});

test('a month without that day ends on its last day', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-02-28', 1)).toBe('2026-03-28');
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
});

test('months go over the year in both directions', () => {
  expect(addMonthsToMonth('2026-11', 3)).toBe('2027-02');
  expect(addMonthsToMonth('2026-01', -1)).toBe('2025-12');
  expect(addMonthsToMonth('2026-06', 0)).toBe('2026-06');
});

test('whole months strictly between leave out both ends', () => {
  expect(monthsBetween('2026-09', '2026-12')).toBe(2);
  expect(monthsBetween('2026-09', '2026-10')).toBe(0);
  expect(monthsBetween('2026-09', '2026-09')).toBe(0);
  expect(monthsBetween('2026-12', '2026-09')).toBe(0);
  expect(monthsBetween('2026-09', '2027-01')).toBe(3);
  expect(monthsBetween('2026-09-30', '2026-12-01')).toBe(2);
});

test('dates sort by time', () => {
  expect(['2026-10-01', '2025-12-31', '2026-09-30'].sort(compareDates)).toEqual([
    '2025-12-31',
    '2026-09-30',
    '2026-10-01',
  ]);
  expect(compareDates('2026-01', '2026-01')).toBe(0);
});
