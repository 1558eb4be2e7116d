import type { CalendarDate } from '../model/calendar-date.ts';
import { addDays, compareDates } from './calendar.ts';

/** A holiday and the days that the law itself frees, without any swap with a weekend. */
export interface StatutoryHoliday {
  readonly name: 'new-year' | 'spring' | 'qingming' | 'labour' | 'dragon-boat' | 'mid-autumn' | 'national';
  readonly days: readonly CalendarDate[];
}

/** The amended 全国年节及纪念日放假办法 adds a day to 春节 and to 劳动节 from this year on. */
const AMENDED_FROM = 2025;
const FIRST_LUNAR_YEAR = 2020;

/** 正月初一, 清明, 端午 and 中秋 as MMDD, a line a year; the tests compare it with a lunar calendar. */
const LUNAR_DAYS = `
0125 0404 0625 1001
0212 0404 0614 0921
0201 0405 0603 0910
0122 0405 0622 0929
0210 0404 0610 0917
0129 0404 0531 1006
0217 0405 0619 0925
0206 0405 0609 0915
0126 0404 0528 1003
0213 0404 0616 0922
0203 0405 0605 0912
0123 0405 0624 1001
0211 0404 0612 0919
0131 0404 0601 0908
0219 0405 0620 0927
0208 0405 0610 0916
0128 0404 0530 1004
0215 0404 0618 0924
0204 0405 0607 0913
0124 0405 0527 1002
0212 0404 0614 0920
`
  .trim()
  .split('\n');

/**
 * The statutory holidays of a year, in order of their days. Of a year beyond the lunar table only
 * those with a fixed date are known.
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const known = madeBefore.get(year) ?? makeHolidays(year);
  madeBefore.set(year, known);
  return known;
}

/** A count asks for the same year day after day. */
const madeBefore = new Map<number, readonly StatutoryHoliday[]>();

function makeHolidays(year: number): readonly StatutoryHoliday[] {
  const [spring, qingming, dragonBoat, midAutumn] = lunarDays(year);
  const amended = year >= AMENDED_FROM;
  const holidays = [
    holiday('new-year', `${year}-01-01`, 1),
    // Since the amendment the eve counts as well.
    holiday('spring', amended && spring ? addDays(spring, -1) : spring, amended ? 4 : 3),
    holiday('qingming', qingming, 1),
    holiday('labour', `${year}-05-01`, amended ? 2 : 1),
    holiday('dragon-boat', dragonBoat, 1),
    holiday('mid-autumn', midAutumn, 1),
    holiday('national', `${year}-10-01`, 3),
  ];
  return holidays.flat().sort((a, b) => compareDates(a.days[0] ?? '', b.days[0] ?? ''));
}

function holiday(
  name: StatutoryHoliday['name'],
  first: CalendarDate | undefined,
  count: number,
): StatutoryHoliday[] {
  return first ? [{ name, days: Array.from({ length: count }, (_, index) => addDays(first, index)) }] : [];
}

function lunarDays(year: number): readonly CalendarDate[] {
  const line = LUNAR_DAYS[year - FIRST_LUNAR_YEAR];
  return line ? line.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`) : [];
}
