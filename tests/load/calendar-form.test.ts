import { expect, test } from 'vitest';
import { isCalendarDate, isCalendarMonth, nextDay } from '../../src/load/calendar-form.ts';

test.each([
  ['2026-11-22', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-01-01 ', false],
])('%s is a day: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test.each([
  ['2026-12', true],
  ['2026-13', false],
  ['2026-00', false],
  ['2026-12-01', false],
])('%s is a month: %s', (text, expected) => {
  expect(isCalendarMonth(text)).toBe(expected);
});

test.each([
  ['2026-01-01', '2026-01-02'],
  ['2024-02-28', '2024-02-29'],
  ['2026-02-28', '2026-03-01'],
  ['2026-12-31', '2027-01-01'],
])('after %s comes %s', (day, next) => {
  expect(nextDay(day)).toBe(next);
});
