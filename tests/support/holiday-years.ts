import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addDays } from '../../src/engine/calendar.ts';
import type { HolidayYear } from '../../src/model/deadline.ts';

interface WrittenYear {
  readonly source: string;
  readonly off: readonly (string | { readonly from: string; readonly to: string })[];
  readonly on: readonly string[];
}

/** The notices of flows/holidays.yaml, read without the loader. */
export function holidayYears(): readonly HolidayYear[] {
  const text = readFileSync(new URL('../../flows/holidays.yaml', import.meta.url), 'utf8');
  const { years } = parse(text) as { years: Record<string, WrittenYear> };
  return Object.entries(years).map(([year, { source, off, on }]) => ({
    year: Number(year),
    source,
    off: off.flatMap((each) => (typeof each === 'string' ? [each] : daysBetween(each.from, each.to))),
    on,
  }));
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
