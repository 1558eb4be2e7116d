import type { CalendarDate, InForce } from '../model/calendar-date.ts';

/** Whether something holds on a day; both its first and its last day count. */
export function isInForce(what: InForce, date: CalendarDate): boolean {
  return (what.from === undefined || what.from <= date) && (what.until === undefined || date <= what.until);
}
