import type { CalendarDate, InForce } from './calendar-date.ts';

/** A = official text seen, B = second-hand, C = unverified. */
export type Grade = 'A' | 'B' | 'C';

/** A document that lines rest on. */
export interface Source extends InForce {
  readonly id: string;
  readonly title: string;
  /** 文号, such as 医保发〔2022〕22号. */
  readonly number?: string;
  readonly issuer: string;
  readonly issued?: CalendarDate;
  /** An official address. Never a mirror. */
  readonly url?: string;
  readonly grade: Grade;
  /** The day somebody of ours last looked at it. */
  readonly seen: CalendarDate;
  /** 6-digit code of the place whose paper it is; absent for national ones. */
  readonly place?: string;
}

/** The pointer into a source that one line rests on. */
export interface Citation {
  readonly source: string;
  /** Article or section, as printed: 第八条, 规程8. */
  readonly at?: string;
  readonly grade: Grade;
  readonly seen: CalendarDate;
}
