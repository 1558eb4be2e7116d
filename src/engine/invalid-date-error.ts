import type { CalendarDate } from '../model/calendar-date.ts';
import { isCalendarDate } from './calendar.ts';

/** The day asked about is no `YYYY-MM-DD` that there is in the calendar. */
export class InvalidDateError extends Error {
  override readonly name = 'InvalidDateError';
  readonly date: unknown;

  constructor(date: unknown) {
    super(`The date must be a day of the calendar as text, YYYY-MM-DD; it is ${String(date)}`);
    this.date = date;
  }
}

/** Long runs ask about one day: the one last found in the calendar is not looked up again. */
let lastFound: CalendarDate | undefined;

/** Throws `InvalidDateError` unless this is a day of the calendar. */
export function refuseInvalidDate(date: unknown): void {
  if (typeof date === 'string' && date === lastFound) return;
  if (typeof date !== 'string' || !isCalendarDate(date)) throw new InvalidDateError(date);
  lastFound = date;
}
