import { expect, test, vi } from 'vitest';
import { addDays } from '../../src/engine/calendar.ts';
import { resolveDeadline, resolveDuration } from '../../src/engine/resolve-deadline.ts';
import type { DeadlineRule, TimeSpan } from '../../src/model/deadline.ts';
import { holidayYears } from '../support/holiday-years.ts';

const options = { date: '2026-11-22', holidays: holidayYears() };

function within(count: number, unit: DeadlineRule['unit'], countsFirst = false): DeadlineRule {
  return { unit, count, countedFrom: 'last-paid', countsFirst, keeper: 'you' };
}

function span(count: TimeSpan['count'], unit: TimeSpan['unit'] = 'working-days'): TimeSpan {
  return { unit, count, keeper: 'office' };
}

test('three whole months may pass after the last one paid: paid 2026-09, pay 2027-01 at the latest', () => {
  expect(resolveDeadline(within(3, 'months'), '2026-09', options)).toEqual({
    earliest: '2027-01',
    latest: '2027-01',
    certain: true,
    past: false,
    basis: 'asked',
    keeper: 'you',
    missingYears: [],
    rule: [{ unit: 'months', count: 3, keeper: 'you' }],
  });
});

test('where the month given counts first, it is itself the first that may pass', () => {
  expect(resolveDeadline(within(3, 'months', true), '2026-10', options).latest).toBe('2027-01');
  expect(resolveDeadline(within(3, 'months', true), '2026-09', options).latest).toBe('2026-12');
});

test('a month is past only from the next one on', () => {
  const past = (month: string) => resolveDeadline(within(0, 'months', true), month, options).past;
  expect(past('2026-11')).toBe(false);
  expect(past('2026-10')).toBe(true);
});

test('a day is past only from the next one on', () => {
  const past = (day: string) => resolveDeadline(within(0, 'days'), day, options).past;
  expect(past('2026-11-22')).toBe(false);
  expect(past('2026-11-21')).toBe(true);
});

test('months from a day end on that day of the month, or on the month’s last', () => {
  expect(resolveDeadline(within(3, 'months'), '2026-09-15', options).latest).toBe('2026-12-15');
  expect(resolveDeadline(within(3, 'months'), '2026-11-30', options).latest).toBe('2027-02-28');
});

test('months in which the first day counts end a day sooner, unless the month was too short', () => {
  expect(resolveDeadline(within(1, 'months', true), '2026-03-01', options).latest).toBe('2026-03-31');
  expect(resolveDeadline(within(1, 'months', true), '2026-01-31', options).latest).toBe('2026-02-28');
});

test('days are counted from the day after, or from the day itself', () => {
  expect(resolveDeadline(within(30, 'days'), '2026-11-22', options).latest).toBe('2026-12-22');
  expect(resolveDeadline(within(30, 'days', true), '2026-11-22', options).latest).toBe('2026-12-21');
});

test('days from a month are counted from its last day', () => {
  expect(resolveDeadline(within(15, 'days'), '2026-02', options).latest).toBe('2026-03-15');
});

test('a last day on a day off is not put off', () => {
  expect(resolveDeadline(within(5, 'days'), '2026-09-28', options).latest).toBe('2026-10-03');
});

test('a chain counts one span after another: 10 and then 5 working days', () => {
  const done = resolveDuration([span(10), span(5)], '2026-11-22', options);
  expect(done).toMatchObject({ earliest: '2026-12-11', latest: '2026-12-11', certain: true, basis: 'today' });
});

test('a span of one to five days gives both ends and stays certain', () => {
  const done = resolveDuration([span([1, 5])], '2026-11-22', options);
  expect(done).toMatchObject({ earliest: '2026-11-23', latest: '2026-11-27', certain: true });
});

test('a filing on 30 December 2026 gives a range and names 2027', () => {
  const done = resolveDuration([span(2)], '2026-12-30', { ...options, date: '2026-12-30' });
  expect(done).toMatchObject({
    earliest: '2027-01-04',
    latest: '2027-01-05',
    certain: false,
    missingYears: [2027],
    basis: 'today',
  });
});

test('a chain over the new year stays a range to its end and names the year once', () => {
  const done = resolveDuration([span(10), span(5)], '2026-12-30', options);
  expect(done).toMatchObject({
    earliest: '2027-01-21',
    latest: '2027-01-22',
    missingYears: [2027],
    basis: 'asked',
  });
});

test('days and months need no notice', () => {
  const done = resolveDuration([span(1, 'months'), span(3, 'days')], '2026-12-30', options);
  expect(done).toMatchObject({ earliest: '2027-02-02', latest: '2027-02-02', certain: true });
});

test('what is done at once has no length', () => {
  expect(resolveDuration('at-once', '2026-11-22', options)).toBeUndefined();
});

test('the keeper of a chain is that of its last span', () => {
  const chain: TimeSpan[] = [span(10), { ...span(5), keeper: 'you' }];
  expect(resolveDuration(chain, '2026-11-22', options)?.keeper).toBe('you');
});

test.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/Los_Angeles', 480],
])('in %s every day of three years gives the dates that it gives elsewhere', (zone, offset) => {
  const here = manyDates();
  vi.stubEnv('TZ', zone);
  // Without this the zone might not have taken, and the test would prove nothing.
  expect(new Date('2026-01-01T12:00:00Z').getTimezoneOffset()).toBe(offset);
  expect(manyDates()).toEqual(here);
  expect(here).toContain('2026-09-21 2026-10-19 2026-10-19');
  expect(here).toContain('2026-12-30 2027-01-21 2027-01-22');
  vi.unstubAllEnvs();
});

function manyDates(): string[] {
  const lines: string[] = [];
  for (let day = '2024-01-01'; day <= '2027-06-30'; day = addDays(day, 1)) {
    const done = resolveDuration([span(15)], day, options);
    lines.push(`${day} ${done?.earliest} ${done?.latest}`);
  }
  return lines;
}
