import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays } from '../../src/engine/calendar.ts';
import { statutoryHolidays } from '../../src/engine/statutory-days.ts';

const { getSolarDateFromLunar, getSolarTermDate } = chineseDays;

function daysOf(year: number): Record<string, readonly string[]> {
  return Object.fromEntries(statutoryHolidays(year).map((each) => [each.name, each.days]));
}

test('the lunar holidays of the table are those of a lunar calendar', () => {
  for (let year = 2020; year <= 2040; year += 1) {
    const days = daysOf(year);
    const newYear = getSolarDateFromLunar(`${year}-01-01`).date;
    expect(days.spring).toContain(newYear);
    expect(days.qingming).toEqual([getSolarTermDate(year, 4, 'pure_brightness')]);
    expect(days['dragon-boat']).toEqual([getSolarDateFromLunar(`${year}-05-05`).date]);
    expect(days['mid-autumn']).toEqual([getSolarDateFromLunar(`${year}-08-15`).date]);
  }
});

test('since 2025 the eve of the lunar new year and 2 May are free as well', () => {
  expect(daysOf(2024)).toMatchObject({
    spring: ['2024-02-10', '2024-02-11', '2024-02-12'],
    labour: ['2024-05-01'],
  });
  expect(daysOf(2027)).toEqual({
    'new-year': ['2027-01-01'],
    spring: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
    qingming: ['2027-04-05'],
    labour: ['2027-05-01', '2027-05-02'],
    'dragon-boat': ['2027-06-09'],
    'mid-autumn': ['2027-09-15'],
    national: ['2027-10-01', '2027-10-02', '2027-10-03'],
  });
});

test('they come in the order of their days, also where 中秋 falls after 国庆', () => {
  const names = statutoryHolidays(2028).map((each) => each.name);
  expect(names.slice(-2)).toEqual(['national', 'mid-autumn']);
});

test('beyond the lunar table only the fixed days are known', () => {
  expect(Object.keys(daysOf(2041))).toEqual(['new-year', 'labour', 'national']);
  expect(daysOf(2041)['new-year']).toEqual([addDays('2040-12-31', 1)]);
});
