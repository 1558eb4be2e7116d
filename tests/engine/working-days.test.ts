import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, compareDates } from '../../src/engine/calendar.ts';
import { countWorkingDays, isWorkingDay } from '../../src/engine/working-days.ts';
import { holidayYears } from '../support/holiday-years.ts';

const HOLIDAYS = holidayYears();

test('every day of 2024 to 2026 is worked exactly where a maintained holiday package says so', () => {
  const differing: string[] = [];
  for (let day = '2024-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (isWorkingDay(day, HOLIDAYS) !== chineseDays.isWorkday(day)) differing.push(day);
  }
  expect(differing).toEqual([]);
});

test('the notices are of three years, and none pretends to know 2027', () => {
  expect(HOLIDAYS.map((each) => each.year)).toEqual([2024, 2025, 2026]);
});

test('counting begins on the day after, and a worked Saturday counts', () => {
  const end = countWorkingDays('2026-09-21', 15, false, HOLIDAYS);
  expect(end).toEqual({ earliest: '2026-10-19', latest: '2026-10-19', missingYears: [] });
});

test('counting from a day off begins on the next working day', () => {
  expect(countWorkingDays('2026-10-03', 1, false, HOLIDAYS).latest).toBe('2026-10-08');
});

test('the first day counts where it is said to, if it is worked', () => {
  expect(countWorkingDays('2026-11-23', 2, true, HOLIDAYS).latest).toBe('2026-11-24');
  expect(countWorkingDays('2026-11-22', 2, true, HOLIDAYS).latest).toBe('2026-11-24');
});

test('a count into a year without a notice is a range, and names the year', () => {
  expect(countWorkingDays('2026-12-30', 2, false, HOLIDAYS)).toEqual({
    earliest: '2027-01-04',
    latest: '2027-01-05',
    missingYears: [2027],
  });
});

test('the longest 春节 of the last three years is allowed for', () => {
  expect(countWorkingDays('2027-01-29', 10, false, HOLIDAYS)).toEqual({
    earliest: '2027-02-16',
    latest: '2027-02-22',
    missingYears: [2027],
  });
});

test('a count that ends on 31 December of a known year is certain', () => {
  expect(countWorkingDays('2026-12-30', 1, false, HOLIDAYS)).toEqual({
    earliest: '2026-12-31',
    latest: '2026-12-31',
    missingYears: [],
  });
});

test('two years without a notice are both named', () => {
  expect(countWorkingDays('2027-12-30', 5, false, HOLIDAYS).missingYears).toEqual([2027, 2028]);
});

test('without any notice the law’s own days are free', () => {
  expect(countWorkingDays('2026-12-31', 1, false, [])).toEqual({
    earliest: '2027-01-04',
    latest: '2027-01-04',
    missingYears: [2027],
  });
});

test('a year whose holidays are laid as in the years before ends no count later than was said', () => {
  // Not a notice: what 2027 would be by the rules that the notices of 2025 and 2026 follow.
  const off = [
    ...['2027-01-01', '2027-04-05', '2027-06-09', '2027-09-15'],
    ...Array.from({ length: 8 }, (_, day) => addDays('2027-02-05', day)),
    ...Array.from({ length: 5 }, (_, day) => addDays('2027-05-01', day)),
    ...Array.from({ length: 7 }, (_, day) => addDays('2027-10-01', day)),
  ];
  const likely = [...HOLIDAYS, { year: 2027, source: '', off, on: [] }];
  const start = fc.integer({ min: 0, max: 330 }).map((days) => addDays('2026-12-01', days));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const said = countWorkingDays(from, count, false, HOLIDAYS);
      const came = countWorkingDays(from, count, false, likely).latest;
      expect(compareDates(said.earliest, came)).toBeLessThanOrEqual(0);
      expect(compareDates(came, said.latest)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test('a longer count never ends sooner', () => {
  const start = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-01-01', days));
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 60 }), (from, count) => {
      const one = countWorkingDays(from, count, false, HOLIDAYS);
      const next = countWorkingDays(from, count + 1, false, HOLIDAYS);
      expect(one.earliest < next.earliest).toBe(true);
      expect(one.latest < next.latest).toBe(true);
    }),
  );
});
