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

/** Throws `InvalidDateError` unless this is a day of the calendar. */
export function refuseInvalidDate(date: unknown): void {
  if (typeof date !== 'string' || !isCalendarDate(date)) throw new InvalidDateError(date);
}
