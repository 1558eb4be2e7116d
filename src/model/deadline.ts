import type { CalendarDate } from './calendar-date.ts';

/** Who does a step. */
export type Actor = 'you' | 'family' | 'employer' | 'office' | 'hospital' | 'tax';

/** Who must keep a deadline: the person, or somebody who serves them. */
export type Keeper = Actor;

/** A length of time. Two numbers are the least and the most. */
export interface TimeSpan {
  readonly unit: 'working-days' | 'days' | 'months';
  readonly count: number | readonly [number, number];
  /** Printed: from what it is counted (提交, 受理). */
  readonly countedFrom?: string;
  readonly keeper: Keeper;
}

/** How long something takes: at once, or spans one after another. */
export type Duration = 'at-once' | readonly TimeSpan[];

/** A day by which something must be done, counted from a date or month that was asked. */
export interface DeadlineRule {
  readonly unit: 'working-days' | 'days' | 'months';
  readonly count: number;
  /** Question (date or month) or derived month it is counted from. */
  readonly countedFrom: string;
  /**
   * Whether the first day (or month) counts itself. Months from a month are whole months that may
   * pass, and the deadline is the month after them: last paid 2026-09, within 3, is 2027-01.
   */
  readonly countsFirst: boolean;
  readonly keeper: Keeper;
}

/**
 * A computed deadline. `earliest` and `latest` differ where a length is a range or a year's holiday
 * notice is missing (`certain: false`, `reason` says which). For a month-based rule the value is a month.
 */
export interface ResolvedDeadline {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  readonly certain: boolean;
  /** True where the date lies before the run's date. */
  readonly past: boolean;
  /** `asked`: from a date the person gave; `today`: “如果今天提交”. */
  readonly basis: 'asked' | 'today';
  readonly keeper: Keeper;
  /** The years without a holiday notice that the span touches. */
  readonly missingYears: readonly number[];
  /** The spans that make it up, for words such as 10 个工作日 + 5 个工作日. */
  readonly rule: readonly TimeSpan[];
}

/** The State Council's holiday notice of one year. */
export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  /** Days off, Monday to Sunday alike. */
  readonly off: readonly CalendarDate[];
  /** Saturdays and Sundays worked. */
  readonly on: readonly CalendarDate[];
}
