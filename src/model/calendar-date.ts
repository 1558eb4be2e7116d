/** A calendar date without time or zone, `YYYY-MM-DD`. Compared as text. */
export type CalendarDate = string;

/** A calendar month, `YYYY-MM`. */
export type CalendarMonth = string;

/** What is in force from `from` until `until`, both days included; either may be open. */
export interface InForce {
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
}
